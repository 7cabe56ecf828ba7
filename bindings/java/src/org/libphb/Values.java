package org.libphb;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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

    /** The same of a day that may be left out. */
    static int daysOrNone(LocalDate day) {
        return day == null ? NO_DAY : days(day, "day");
    }

    static LocalDate day(int days) {
        return LocalDate.ofEpochDay(days);
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
