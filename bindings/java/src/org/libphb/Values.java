package org.libphb;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.libphb.internal.PhbNative;

/** What callers say, as the C library wants it, and back. Nothing here adds, multiplies or rounds. */
final class Values {
    /** What the library says for no day. */
    static final int NO_DAY = Integer.MIN_VALUE;

    /** What the library says for no amount and for no number. */
    static final long NO_NUMBER = Long.MIN_VALUE;

    private Values() {}

    /** What must be there. */
    static <T> T needed(T value, String name) {
        if (value == null) {
            throw new NullPointerException(name + " must not be null");
        }
        return value;
    }

    /** A text as UTF-8. The library refuses those with NUL in them. */
    static byte[] utf8(String text, String name) {
        byte[] bytes = needed(text, name).getBytes(StandardCharsets.UTF_8);
        // Half of a surrogate pair is not Unicode: Java writes a question mark in its place.
        if (!text.equals(text(bytes))) {
            throw PhbException.of(PhbNative.ERROR_UTF8_get(), name + " holds half of a surrogate pair");
        }
        return bytes;
    }

    static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** Days since 1 January 1970. What is too far away for 32 bits stays far away, and is refused. */
    static int days(LocalDate day, String name) {
        long days = needed(day, name).toEpochDay();
        return (int) Math.max(NO_DAY + 1, Math.min(Integer.MAX_VALUE, days));
    }

    static LocalDate day(int days) {
        return LocalDate.ofEpochDay(days);
    }

    static Optional<LocalDate> dayOrNone(int days) {
        return days == NO_DAY ? Optional.empty() : Optional.of(day(days));
    }

    static OptionalLong numberOrNone(long number) {
        return number == NO_NUMBER ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** Hundredths of a number; what is not whole is refused, never rounded. */
    static long hundredths(BigDecimal number, String name) {
        try {
            return needed(number, name).scaleByPowerOfTen(2).longValueExact();
        } catch (ArithmeticException error) {
            throw PhbException.of(
                    PhbNative.ERROR_RANGE_get(), name + " must be a number with at most two decimals");
        }
    }

    /** The number of a choice, 0 when nothing is said. */
    static int codeOrNone(Choice choice) {
        return choice == null ? 0 : choice.code();
    }

    /** A set of choices as a set of bits. */
    static int bits(Set<? extends Choice> choices, String name) {
        int bits = 0;
        for (Choice choice : needed(choices, name)) {
            bits |= 1 << needed(choice, "a member of " + name).ordinal();
        }
        return bits;
    }

    static <C extends Enum<C> & Choice> Optional<C> choiceOrNone(Class<C> set, int code) {
        return code == 0 ? Optional.empty() : Optional.of(choice(set, code));
    }

    /** The member of a closed set that the library calls by a number. */
    static <C extends Enum<C> & Choice> C choice(Class<C> set, int code) {
        return choice(set, member -> member.code() == code);
    }

    /** The member of a closed set that the library calls by a word. */
    static <C extends Enum<C> & Choice> C choice(Class<C> set, String word) {
        return choice(set, member -> member.word().equals(word));
    }

    private static <C extends Enum<C> & Choice> C choice(Class<C> set, Predicate<C> isMeant) {
        for (C member : set.getEnumConstants()) {
            if (isMeant.test(member)) {
                return member;
            }
        }
        throw PhbException.of(
                PhbNative.ERROR_INTERNAL_get(),
                "the library gave a " + set.getSimpleName() + " that these classes do not know");
    }
}
