package org.libphb;

/** Which pay the employer's pension rate applies to. */
public enum PensionBasis implements Choice {
    /** What lies between two levels. */
    QUALIFYING_EARNINGS,
    /** All of it. */
    ALL_PAY
}
