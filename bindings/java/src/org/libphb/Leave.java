package org.libphb;

import java.math.BigDecimal;

/**
 * How an assistant's paid leave is paid for. Immutable; each method gives the same with one thing
 * more said.
 */
public final class Leave extends Part {
    private Leave(Written written) {
        super(written);
    }

    /**
     * Begins with how.
     *
     * @param method how
     * @return leave with nothing else said
     */
    public static Leave of(LeaveMethod method) {
        return new Leave(Written.NOTHING.word("method", method));
    }

    /**
     * Who covers it, for {@link LeaveMethod#COVER}.
     *
     * @param by who
     * @return the same with that said
     */
    public Leave by(CoverBy by) {
        return new Leave(written.word("by", by));
    }

    /**
     * What an hour of cover costs.
     *
     * @param rate pounds, with at most four decimals
     * @return the same with that said
     */
    public Leave rate(BigDecimal rate) {
        return new Leave(written.rate("rate", rate));
    }

    /**
     * What a night of cover costs.
     *
     * @param rate the amount
     * @return the same with that said
     */
    public Leave nightRate(Money rate) {
        return new Leave(written.amount("night_rate", rate));
    }

    /**
     * Leave a year, if more than the law gives.
     *
     * @param weeks from 0 to 52, with at most two decimals
     * @return the same with that said
     */
    public Leave weeks(BigDecimal weeks) {
        return new Leave(written.number("weeks", weeks));
    }

    /**
     * Why nobody is paid to cover, for {@link LeaveMethod#NONE}.
     *
     * @param reason in words
     * @return the same with that said
     */
    public Leave reason(String reason) {
        return new Leave(written.text("reason", reason));
    }
}
