package org.libphb;

import java.math.BigDecimal;

/** An assistant's work on bank holidays. Immutable. */
public final class HolidayWork extends Part {
    private HolidayWork(Written written) {
        super(written);
    }

    /**
     * So much on each, for so much more.
     *
     * @param minutes time worked on a bank holiday, from 0 to 1,440 minutes
     * @param premium extra pay an hour for it, in pounds with at most four decimals
     * @return the work with nothing else said
     */
    public static HolidayWork of(int minutes, BigDecimal premium) {
        return new HolidayWork(Written.NOTHING.whole("minutes", minutes).rate("premium", premium));
    }
}
