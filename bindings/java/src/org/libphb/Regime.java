package org.libphb;

/** A duty to review: by whose rules. */
public enum Regime implements Choice {
    /** An NHS direct payment, from the first payment. */
    NHS_DIRECT_PAYMENT,
    /** Continuing healthcare, from the decision that somebody is eligible. */
    CHC,
    /** The fast track, from the decision. */
    FAST_TRACK,
    /** Continuing care of a child, from the start of the package. */
    CHILD_CONTINUING_CARE,
    /** A direct payment of the council, from the first payment. */
    CARE_ACT_DIRECT_PAYMENT,
    /** A direct payment for education, from the first payment, once. */
    SEND_DIRECT_PAYMENT,
    /** An education, health and care plan, from the day it was made. */
    EHC_PLAN,
    /** Aftercare, from its start. */
    SECTION_117,
    /** A wheelchair budget, from its start. */
    WHEELCHAIR,
    /** Policy alone, from the start. */
    LOCAL_POLICY
}
