package org.libphb;

import java.math.BigDecimal;
import java.util.Locale;
import org.libphb.internal.PhbNative;

/**
 * An amount in whole pence. It holds an amount and converts it; sums are the library's.
 *
 * @param pence the amount in pence
 */
public record Money(long pence) implements Comparable<Money> {
    /**
     * From pounds with at most two decimals; more are refused, never rounded.
     *
     * @param pounds such as {@code new BigDecimal("1234.50")}
     * @return the same amount
     * @throws PhbValueException if there are more, or more than ten thousand million pounds
     */
    public static Money ofPounds(BigDecimal pounds) {
        // A long first: a text would have as many noughts as the exponent says.
        Money amount = new Money(Values.hundredths(pounds, "pounds"));
        return ofPounds(amount.pounds().toPlainString());
    }

    /**
     * From pounds with at most two decimals; more are refused, never rounded.
     *
     * @param pounds such as {@code "1234.50"}
     * @return the same amount
     * @throws PhbValueException if there are more, or more than ten thousand million pounds
     */
    public static Money ofPounds(String pounds) {
        return new Money(PhbNative.pence_parse(Values.utf8(pounds, "pounds")));
    }

    /**
     * In pounds.
     *
     * @return with two decimals, exactly
     */
    public BigDecimal pounds() {
        return BigDecimal.valueOf(pence, 2);
    }

    /** By amount. */
    @Override
    public int compareTo(Money other) {
        return Long.compare(pence, Values.needed(other, "other").pence);
    }

    /** As people write it, such as £1,234.50. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s£%,.2f", pence < 0 ? "-" : "", pounds().abs());
    }
}
