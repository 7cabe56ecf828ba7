package org.libphb;

import java.time.LocalDate;

/**
 * The answer to one question about the law.
 *
 * @param key what was asked for
 * @param value a whole number of {@code unit}
 * @param unit pence, pence_per_hour, ppm, months, days, date or hundredths
 * @param label plain words
 * @param certainty how sure it is
 * @param from the first day, or date of birth, that it holds for
 * @param source title and citation of the instrument or publication
 */
public record Rate(
        String key,
        long value,
        String unit,
        String label,
        Certainty certainty,
        LocalDate from,
        String source) {}
