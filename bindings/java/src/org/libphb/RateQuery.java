package org.libphb;

import java.time.LocalDate;
import org.libphb.internal.PhbNative;

/** A question about the law. Each method gives a question that says one thing more. */
public final class RateQuery {
    private final byte[] key;
    private final int on;
    private final int born;
    private final int age;
    private final boolean carry;

    private RateQuery(byte[] key, int on, int born, int age, boolean carry) {
        this.key = key;
        this.on = on;
        this.born = born;
        this.age = age;
        this.carry = carry;
    }

    /**
     * Begins a question.
     *
     * @param key such as {@code "employer_ni.rate"}
     * @return a question without a day
     */
    public static RateQuery of(String key) {
        return new RateQuery(Values.utf8(key, "key"), Values.NO_DAY, Values.NO_DAY, -1, false);
    }

    /**
     * Of a day.
     *
     * @param day the day
     * @return the question with it
     */
    public RateQuery on(LocalDate day) {
        return new RateQuery(key, Values.days(day, "day"), born, age, carry);
    }

    /**
     * For somebody born on a day: for what depends on that, or on the age.
     *
     * @param day the date of birth
     * @return the question with it
     */
    public RateQuery born(LocalDate day) {
        return new RateQuery(key, on, Values.days(day, "day"), age, carry);
    }

    /**
     * For somebody of an age.
     *
     * @param years whole years
     * @return the question with it
     */
    public RateQuery age(int years) {
        return new RateQuery(key, on, born, years, carry);
    }

    /**
     * Allows, for two years past the last day held, the last value known.
     *
     * @return the question that allows it
     */
    public RateQuery carry() {
        return new RateQuery(key, on, born, age, true);
    }

    Rate ask(long rates) {
        int match = carry ? PhbNative.RATE_CARRY_get() : PhbNative.RATE_EXACT_get();
        long found = PhbNative.Rates_found(rates, key, on, born, age, match);
        try {
            return new Rate(
                    Values.text(key),
                    PhbNative.Rate_value_get(found),
                    Values.text(PhbNative.Rate_unit_get(found)),
                    Values.text(PhbNative.Rate_label_get(found)),
                    Values.choice(Certainty.class, PhbNative.Rate_certainty_get(found)),
                    Values.day(PhbNative.Rate_since_get(found)),
                    Values.text(PhbNative.Rate_source_get(found)));
        } finally {
            PhbNative.delete_Rate(found);
        }
    }
}
