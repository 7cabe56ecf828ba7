package org.libphb;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One total, or one part of a total by something, on both sides of a comparison.
 *
 * @param total of what, such as {@code by_category}
 * @param key which part, such as {@code pay}; {@code ""} of a whole
 * @param before the amount in the first costing; nothing when it is not there
 * @param after the amount in the second
 * @param difference after less before
 * @param stepBefore its row among the steps of the first costing
 * @param stepAfter its row among the steps of the second
 */
public record ComparedTotal(
        String total,
        String key,
        Optional<Money> before,
        Optional<Money> after,
        Money difference,
        OptionalInt stepBefore,
        OptionalInt stepAfter) {
    static ComparedTotal of(Columns cells, int row) {
        return new ComparedTotal(
                cells.text("total", row),
                cells.text("key", row),
                cells.moneyOrNone("before", row),
                cells.moneyOrNone("after", row),
                cells.money("difference", row),
                cells.index("step_before", row),
                cells.index("step_after", row));
    }
}
