package org.libphb;

/**
 * A personal wheelchair budget. Immutable; each method gives the same with one thing more said.
 */
public final class Wheelchair extends Part {
    private Wheelchair(Written written) {
        super(written);
    }

    /**
     * Begins with what must be said.
     *
     * @param option how it is taken
     * @param prescribedCost what the prescribed chair costs the NHS
     * @return a wheelchair budget with nothing else said
     */
    public static Wheelchair of(WheelchairOption option, Money prescribedCost) {
        return new Wheelchair(
                Written.NOTHING.word("option", option)
                        .amount("prescribed_cost", prescribedCost));
    }

    /**
     * What the chair chosen costs.
     *
     * @param price the price
     * @return the same with that said
     */
    public Wheelchair price(Money price) {
        return new Wheelchair(written.amount("price", price));
    }

    /**
     * What is set aside for repairs.
     *
     * @param amount the sum
     * @return the same with that said
     */
    public Wheelchair maintenance(Money amount) {
        return new Wheelchair(written.amount("maintenance", amount));
    }

    /**
     * How long it is to last.
     *
     * @param years from 1 to 10
     * @return the same with that said
     */
    public Wheelchair periodYears(int years) {
        return new Wheelchair(written.whole("period_years", years));
    }
}
