package org.libphb;

/** Employment Allowance used outside this budget in one tax year. Immutable. */
public final class UsedAllowance extends Part {
    private UsedAllowance(Written written) {
        super(written);
    }

    /**
     * So much in a year.
     *
     * @param taxYear the year in which the tax year starts, such as 2026
     * @param amount what was used
     * @return an amount used with nothing else said
     */
    public static UsedAllowance of(int taxYear, Money amount) {
        return new UsedAllowance(Written.NOTHING.whole("tax_year", taxYear).amount("amount", amount));
    }
}
