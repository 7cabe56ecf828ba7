package org.libphb;

import java.math.BigDecimal;

/**
 * Whose money a part of the budget is: a share, a sum for the period, or the rest. Immutable; each
 * method gives the same with one thing more said.
 */
public final class Funder extends Part {
    private Funder(Written written) {
        super(written);
    }

    /**
     * Begins with what must be said.
     *
     * @param id an id, unique among funders
     * @param kind what sort of body
     * @return a funder with nothing else said
     */
    public static Funder of(String id, FunderKind kind) {
        return new Funder(Written.NOTHING.text("id", id).word("kind", kind));
    }

    /**
     * The share of what the amounts of other funders leave. All add to 100.
     *
     * @param percent per cent, with at most four decimals
     * @return the same with that said
     */
    public Funder share(BigDecimal percent) {
        return new Funder(written.percent("share", percent));
    }

    /**
     * A sum for the period.
     *
     * @param amount the sum
     * @return the same with that said
     */
    public Funder amount(Money amount) {
        return new Funder(written.amount("amount", amount));
    }

    /**
     * What the person pays towards it.
     *
     * @param amount the sum
     * @return the same with that said
     */
    public Funder clientContribution(Money amount) {
        return new Funder(written.amount("client_contribution", amount));
    }
}
