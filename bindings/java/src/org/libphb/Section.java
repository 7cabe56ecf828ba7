package org.libphb;

/**
 * The state of one section of a plan; of a budget checked by itself there is one, {@code budget}.
 *
 * @param section its name, such as {@code needs_and_outcomes}
 * @param state complete, partial, missing, elsewhere, declined or not_applicable
 * @param findings how many there are in it, notes too
 */
public record Section(
        String section,
        String state,
        long findings) {
    static Section of(Columns cells, int row) {
        return new Section(
                cells.text("section", row),
                cells.text("state", row),
                cells.number("findings", row));
    }
}
