package org.libphb;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One step of a trace: {@code value} over {@code denominator}, by {@code op} of its children.
 *
 * @param parent the step this one is part of
 * @param op what is done with the children
 * @param rule by which rule of costing
 * @param label plain words
 * @param value a whole number of {@code unit}
 * @param denominator what that is divided by
 * @param unit pence, minutes, days and the like
 * @param rounding how it was rounded
 * @param rateKey the rate used; {@code ""} for none
 * @param rateFrom the first day that the rate holds for
 * @param certainty how sure the rate is; {@code ""} for none
 * @param source where the rate is from
 * @param sameAs an earlier step that this one repeats
 */
public record Step(
        OptionalInt parent,
        String op,
        String rule,
        String label,
        long value,
        long denominator,
        String unit,
        String rounding,
        String rateKey,
        Optional<LocalDate> rateFrom,
        String certainty,
        String source,
        OptionalInt sameAs) {
    static Step of(Columns cells, int row) {
        return new Step(
                cells.index("parent", row),
                cells.text("op", row),
                cells.text("rule", row),
                cells.text("label", row),
                cells.number("value", row),
                cells.number("denominator", row),
                cells.text("unit", row),
                cells.text("rounding", row),
                cells.text("rate_key", row),
                cells.dayOrNone("rate_from", row),
                cells.text("certainty", row),
                cells.text("source", row),
                cells.index("same_as", row));
    }
}
