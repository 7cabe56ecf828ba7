package org.libphb;

/** The account that a direct payment is paid into. */
public enum Account implements Choice {
    /** One for this money alone. */
    DEDICATED,
    /** One that somebody else looks after. */
    MANAGED,
    /** A card. */
    PREPAID_CARD,
    /** The person's own, for a one-off payment. */
    ORDINARY_ONE_OFF
}
