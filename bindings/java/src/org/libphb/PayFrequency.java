package org.libphb;

/** How long one payslip's pay period is. */
public enum PayFrequency implements Choice {
    /** A week. */
    WEEKLY,
    /** Two weeks. */
    FORTNIGHTLY,
    /** Four weeks. */
    FOUR_WEEKLY,
    /** A calendar month. */
    MONTHLY,
    /** A year: for single payslips alone, since nobody in a budget is paid yearly. */
    ANNUAL
}
