package org.libphb;

/** Whose money a part of the budget is. */
public enum FunderKind implements Choice {
    /** The NHS body's. */
    NHS,
    /** Another NHS body's. */
    NHS_OTHER,
    /** The council's, for social care. */
    SOCIAL_CARE,
    /** The council's, for education. */
    EDUCATION,
    /** A charity's. */
    CHARITY
}
