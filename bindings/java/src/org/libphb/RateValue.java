package org.libphb;

import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * One value of the law.
 *
 * @param key such as {@code employer_ni.rate}
 * @param label plain words
 * @param value a whole number of {@code unit}; nothing from the day on which it ends
 * @param unit pence, pence_per_hour, ppm, months, days, date or hundredths
 * @param from the first day, or date of birth, that it holds for
 * @param age from which age, where that matters
 * @param status whether it is enacted, announced or the like
 * @param source title of the instrument or publication
 * @param citation its citation
 * @param readIn where the value was read
 * @param checkedAgainst what it was compared with
 * @param origin 0 for what is built in, more for overlays
 */
public record RateValue(
        String key,
        String label,
        OptionalLong value,
        String unit,
        LocalDate from,
        OptionalLong age,
        String status,
        String source,
        String citation,
        String readIn,
        String checkedAgainst,
        long origin) {
    static RateValue of(Columns cells, int row) {
        return new RateValue(
                cells.text("key", row),
                cells.text("label", row),
                cells.numberOrNone("value", row),
                cells.text("unit", row),
                cells.day("from", row),
                cells.numberOrNone("age", row),
                cells.text("status", row),
                cells.text("source", row),
                cells.text("citation", row),
                cells.text("read_in", row),
                cells.text("checked_against", row),
                cells.number("origin", row));
    }
}
