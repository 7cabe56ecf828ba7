package org.libphb;

/**
 * What was assumed or carried.
 *
 * @param rule which rule of costing says so
 * @param at a JSON Pointer into the document
 * @param message a sentence
 */
public record Note(
        String rule,
        String at,
        String message) {
    static Note of(Columns cells, int row) {
        return new Note(
                cells.text("rule", row),
                cells.text("at", row),
                cells.text("message", row));
    }
}
