package org.libphb;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * All lines of one part and category on both sides of a comparison.
 *
 * @param of the id, in the budget, of what it is for; {@code ""} for the whole budget's own
 * @param category what kind of cost it is
 * @param before what it costs in the first costing; nothing when it is not there
 * @param after what it costs in the second
 * @param difference after less before; what is not there counts nothing
 * @param cause why it differs: some of added, removed, one_off, dates, period, weeks, hours, quantity,
 *     rate, terms, membership, letter, claim, law, policy, costs and other; none without a difference
 * @param stepBefore its row among the steps of the first costing; nothing for several lines
 * @param stepAfter its row among the steps of the second
 * @param why for people, a sentence or more for each cause
 */
public record ComparedLine(
        String of,
        String category,
        Optional<Money> before,
        Optional<Money> after,
        Money difference,
        List<String> cause,
        OptionalInt stepBefore,
        OptionalInt stepAfter,
        String why) {
    static ComparedLine of(Columns cells, int row) {
        return new ComparedLine(
                cells.text("of", row),
                cells.text("category", row),
                cells.moneyOrNone("before", row),
                cells.moneyOrNone("after", row),
                cells.money("difference", row),
                cells.words("cause", row),
                cells.index("step_before", row),
                cells.index("step_after", row),
                cells.text("why", row));
    }
}
