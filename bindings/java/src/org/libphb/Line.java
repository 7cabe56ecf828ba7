package org.libphb;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * One line of a costing: what it is for, when, and what it costs in the period.
 *
 * @param id names the line, as in {@link Costing#explain(String, Format)}
 * @param of the id, in the budget, of what it is for
 * @param category what kind of cost it is
 * @param start the first day
 * @param end the last day
 * @param amount what it costs
 * @param oneOff whether it is paid once
 * @param deployment who holds the money
 * @param provisional whether it rests on law that is announced or carried
 * @param step its row among the steps
 */
public record Line(
        String id,
        String of,
        String category,
        LocalDate start,
        LocalDate end,
        Money amount,
        boolean oneOff,
        Deployment deployment,
        boolean provisional,
        OptionalInt step) {
    static Line of(Columns cells, int row) {
        return new Line(
                cells.text("id", row),
                cells.text("of", row),
                cells.text("category", row),
                cells.day("start", row),
                cells.day("end", row),
                cells.money("amount", row),
                cells.flag("one_off", row),
                cells.choice(Deployment.class, "deployment", row),
                cells.flag("provisional", row),
                cells.index("step", row));
    }
}
