package org.libphb;

import java.math.BigDecimal;

/**
 * Set aside for the unforeseen: weeks, per cent or an amount, one of the three. Immutable; each
 * method gives the same with one thing more said.
 */
public final class Contingency extends Part {
    private Contingency(Written written) {
        super(written);
    }

    /**
     * Begins with nothing said.
     *
     * @return a contingency with nothing else said
     */
    public static Contingency of() {
        return new Contingency(Written.NOTHING);
    }

    /**
     * So many weeks of what recurs.
     *
     * @param weeks from 0 to 520, with at most two decimals
     * @return the same with that said
     */
    public Contingency weeks(BigDecimal weeks) {
        return new Contingency(written.number("weeks", weeks));
    }

    /**
     * Such a part of what recurs.
     *
     * @param percent per cent, with at most four decimals
     * @return the same with that said
     */
    public Contingency percent(BigDecimal percent) {
        return new Contingency(written.percent("percent", percent));
    }

    /**
     * A sum.
     *
     * @param amount the sum
     * @return the same with that said
     */
    public Contingency amount(Money amount) {
        return new Contingency(written.amount("amount", amount));
    }

    /**
     * Where it is held. Inside the total unless said.
     *
     * @param held where
     * @return the same with that said
     */
    public Contingency held(ContingencyHeld held) {
        return new Contingency(written.word("held", held));
    }

    /**
     * Who holds it. A direct payment unless said, if anything here is one.
     *
     * @param deployment who
     * @return the same with that said
     */
    public Contingency deployment(Deployment deployment) {
        return new Contingency(written.word("deployment", deployment));
    }

    /**
     * How it is paid. With the instalments unless said.
     *
     * @param paid how
     * @return the same with that said
     */
    public Contingency paid(ContingencyPaid paid) {
        return new Contingency(written.word("paid", paid));
    }
}
