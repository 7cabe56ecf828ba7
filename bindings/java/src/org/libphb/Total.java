package org.libphb;

import java.util.OptionalInt;

/**
 * A total, or one part of a total by something.
 *
 * @param total of what, such as {@code by_category}
 * @param key which part, such as {@code pay}; {@code ""} of a whole
 * @param amount the amount
 * @param step its row among the steps
 */
public record Total(
        String total,
        String key,
        Money amount,
        OptionalInt step) {
    static Total of(Columns cells, int row) {
        return new Total(
                cells.text("total", row),
                cells.text("key", row),
                cells.money("amount", row),
                cells.index("step", row));
    }
}
