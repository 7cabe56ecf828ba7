package org.libphb;

/**
 * One rule of the catalogue that checks use. Words in braces are the names of arguments.
 *
 * @param rule its id
 * @param section where it belongs
 * @param title what it asks for, as a heading
 * @param severity the worst it can be, or names it for each deployment it applies to
 * @param message what it says
 * @param fix what to do
 * @param source what it rests on
 * @param basis law, law_read_in_2010, guidance or local
 * @param arguments each argument with its kind, such as {@code of text, cost pence}
 */
public record Rule(
        String rule,
        String section,
        String title,
        String severity,
        String message,
        String fix,
        String source,
        String basis,
        String arguments) {
    static Rule of(Columns cells, int row) {
        return new Rule(
                cells.text("rule", row),
                cells.text("section", row),
                cells.text("title", row),
                cells.text("severity", row),
                cells.text("message", row),
                cells.text("fix", row),
                cells.text("source", row),
                cells.text("basis", row),
                cells.text("arguments", row));
    }
}
