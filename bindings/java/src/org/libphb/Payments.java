package org.libphb;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How the direct payment is paid. Immutable; each method gives the same with one thing more said.
 */
public final class Payments extends Part {
    private Payments(Written written) {
        super(written);
    }

    /**
     * Begins with nothing said.
     *
     * @return payments with nothing else said
     */
    public static Payments of() {
        return new Payments(Written.NOTHING);
    }

    /**
     * How often.
     *
     * @param frequency which
     * @return the same with that said
     */
    public Payments frequency(PaymentFrequency frequency) {
        return new Payments(written.word("frequency", frequency));
    }

    /**
     * When first. The period's first day unless said.
     *
     * @param day that day
     * @return the same with that said
     */
    public Payments firstPayment(LocalDate day) {
        return new Payments(written.day("first_payment", day));
    }

    /**
     * Notice given before payments change.
     *
     * @param weeks from 0 to 52, with at most two decimals
     * @return the same with that said
     */
    public Payments noticeWeeks(BigDecimal weeks) {
        return new Payments(written.number("notice_weeks", weeks));
    }
}
