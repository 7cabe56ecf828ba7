package org.libphb;

/** How a personal wheelchair budget is taken. */
public enum WheelchairOption implements Choice {
    /** From the wheelchair service. */
    NOTIONAL,
    /** From the wheelchair service, with money of somebody else on top. */
    NOTIONAL_WITH_CONTRIBUTION,
    /** From a provider. */
    THIRD_PARTY,
    /** As a direct payment. */
    DIRECT_PAYMENT
}
