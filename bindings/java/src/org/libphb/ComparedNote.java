package org.libphb;

/**
 * What is worth knowing about a comparison.
 *
 * @param rule such as {@code comparison.other_length}
 * @param message a sentence or two
 */
public record ComparedNote(
        String rule,
        String message) {
    static ComparedNote of(Columns cells, int row) {
        return new ComparedNote(
                cells.text("rule", row),
                cells.text("message", row));
    }
}
