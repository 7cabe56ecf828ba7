package org.libphb;

import java.time.LocalDate;

/**
 * A bank holiday of England.
 *
 * @param date the day
 * @param name its name
 * @param kind {@code ordinary}, {@code substitute}, {@code moved} or {@code extra}
 * @param certainty how sure it is
 * @param source who published it
 */
public record BankHoliday(
        LocalDate date,
        String name,
        String kind,
        Certainty certainty,
        String source) {
    static BankHoliday of(Columns cells, int row) {
        return new BankHoliday(
                cells.day("date", row),
                cells.text("name", row),
                cells.text("kind", row),
                cells.choice(Certainty.class, "certainty", row),
                cells.text("source", row));
    }
}
