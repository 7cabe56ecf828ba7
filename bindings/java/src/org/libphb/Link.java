package org.libphb;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One link of a chain, from a need to what pays for it. Its words are those of the plan, so it is as
 * private as the plan.
 *
 * @param level need, outcome, action or cost
 * @param id its id in the plan; of a cost, that of the assistant or line, contingency or wheelchair
 * @param parent the row it hangs on; nothing for a need, and for what hangs on nothing
 * @param words what the plan says; of a cost what it is for
 * @param amount of a cost: what it comes to in the period, net of the Employment Allowance
 * @param agreed of a cost: the sum agreed for it
 * @param free whether it is an action that costs nothing
 * @param lacksAbove what it should hang on and does not: need, outcome or action
 * @param lacksBelow what should follow and does not: outcome, action, cost or money
 * @param sameAs the row where the same is shown with all that hangs on it
 */
public record Link(
        String level,
        String id,
        OptionalInt parent,
        String words,
        Optional<Money> amount,
        Optional<Money> agreed,
        boolean free,
        String lacksAbove,
        String lacksBelow,
        OptionalInt sameAs) {
    static Link of(Columns cells, int row) {
        return new Link(
                cells.text("level", row),
                cells.text("id", row),
                cells.index("parent", row),
                cells.text("words", row),
                cells.moneyOrNone("amount", row),
                cells.moneyOrNone("agreed", row),
                cells.flag("free", row),
                cells.text("lacks_above", row),
                cells.text("lacks_below", row),
                cells.index("same_as", row));
    }

    /** Level and id alone: this may turn up in a log, where nobody's words belong. */
    @Override
    public String toString() {
        return level + " " + id;
    }
}
