package org.libphb;

/** How often the amount of a plain line falls due. */
public enum Per implements Choice {
    /** Once. */
    ONCE,
    /** Each week. */
    WEEK,
    /** Every two weeks. */
    FORTNIGHT,
    /** Every four weeks. */
    FOUR_WEEKS,
    /** Each month. */
    MONTH,
    /** Each quarter. */
    QUARTER,
    /** Each year. */
    YEAR,
    /** With each payslip of the assistants named, or of all. */
    PAYSLIP,
    /** Once for each of them. */
    ASSISTANT,
    /** Each year that each of them is employed. */
    ASSISTANT_YEAR
}
