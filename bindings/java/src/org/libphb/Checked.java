package org.libphb;

/** What a review has looked at. A review of an NHS direct payment needs all four. */
public enum Checked implements Choice {
    /** The plan still meets the needs. */
    NEEDS_MET,
    /** The money is used effectively. */
    MONEY_USED_WELL,
    /** It covers the full cost of each service. */
    AMOUNT_ENOUGH,
    /** Who is paid has met their obligations. */
    OBLIGATIONS_MET
}
