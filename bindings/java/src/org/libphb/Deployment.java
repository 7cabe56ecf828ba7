package org.libphb;

/** Who holds the money and arranges the care. */
public enum Deployment implements Choice {
    /** The person, or somebody for them; a managed account is one too. */
    DIRECT_PAYMENT,
    /** An organisation on the person's behalf. */
    THIRD_PARTY,
    /** The NHS body. */
    NOTIONAL
}
