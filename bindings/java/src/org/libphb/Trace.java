package org.libphb;

/** Which steps a costing keeps, so that its figures can be explained. */
public enum Trace implements Choice {
    /** None. */
    NONE,
    /** Those of lines, payslips and totals. */
    FIGURES,
    /** Those of instalments too. */
    ALL;

    @Override
    public int code() {
        return ordinal();
    }
}
