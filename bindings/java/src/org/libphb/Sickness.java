package org.libphb;

import java.math.BigDecimal;

/**
 * What is set aside for an assistant's sickness. Immutable; each method gives the same with one
 * thing more said.
 */
public final class Sickness extends Part {
    private Sickness(Written written) {
        super(written);
    }

    /**
     * Begins with nothing said.
     *
     * @return sickness with nothing else said
     */
    public static Sickness of() {
        return new Sickness(Written.NOTHING);
    }

    /**
     * Sickness a year.
     *
     * @param weeks from 0 to 52, with at most two decimals
     * @return the same with that said
     */
    public Sickness weeks(BigDecimal weeks) {
        return new Sickness(written.number("weeks", weeks));
    }

    /**
     * What an hour of cover costs.
     *
     * @param rate pounds, with at most four decimals
     * @return the same with that said
     */
    public Sickness coverRate(BigDecimal rate) {
        return new Sickness(written.rate("cover_rate", rate));
    }

    /**
     * What a night of cover costs.
     *
     * @param rate the amount
     * @return the same with that said
     */
    public Sickness coverNightRate(Money rate) {
        return new Sickness(written.amount("cover_night_rate", rate));
    }

    /**
     * Why nothing is set aside.
     *
     * @param reason in words
     * @return the same with that said
     */
    public Sickness nilReason(String reason) {
        return new Sickness(written.text("nil_reason", reason));
    }
}
