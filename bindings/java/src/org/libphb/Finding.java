package org.libphb;

import java.util.OptionalLong;

/**
 * What breaks a rule, lacks something or is worth knowing, with what to do about it. It quotes nothing
 * that a person said of themselves.
 *
 * @param rule the id of the rule, such as {@code budget.enough.total}
 * @param severity how much it matters
 * @param section the section of the plan; {@code budget} for what is found in a budget
 * @param at a JSON Pointer to what it is about, or to what is missing there
 * @param message what was found, one sentence
 * @param fix what to do, one sentence
 * @param source what the rule rests on
 * @param arguments the figures and names of the sentences, a JSON object
 * @param actual what it is, a whole number of {@code unit}
 * @param limit what it should be, or is held against, a whole number of {@code unit}
 * @param unit pence, minutes, days, date (days since 1 January 1970), ppm (parts per million) or none
 * @param accepted whether it is left as it is, for a reason that the plan gives, and not counted
 */
public record Finding(
        String rule,
        Severity severity,
        String section,
        String at,
        String message,
        String fix,
        String source,
        String arguments,
        OptionalLong actual,
        OptionalLong limit,
        String unit,
        boolean accepted) {
    static Finding of(Columns cells, int row) {
        return new Finding(
                cells.text("rule", row),
                cells.choice(Severity.class, "severity", row),
                cells.text("section", row),
                cells.text("at", row),
                cells.text("message", row),
                cells.text("fix", row),
                cells.text("source", row),
                cells.text("arguments", row),
                cells.numberOrNone("actual", row),
                cells.numberOrNone("limit", row),
                cells.text("unit", row),
                cells.flag("accepted", row));
    }
}
