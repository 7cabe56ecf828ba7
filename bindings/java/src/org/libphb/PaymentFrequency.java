package org.libphb;

/** How often the direct payment is paid. */
public enum PaymentFrequency implements Choice {
    /** Each week. */
    WEEKLY,
    /** Every four weeks. */
    FOUR_WEEKLY,
    /** Each month. */
    MONTHLY,
    /** Once. */
    ONCE
}
