package org.libphb;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * A payment of the direct payment.
 *
 * @param on the day it is paid
 * @param amount the amount
 * @param step its row among the steps
 */
public record Instalment(
        LocalDate on,
        Money amount,
        OptionalInt step) {
    static Instalment of(Columns cells, int row) {
        return new Instalment(
                cells.day("on", row),
                cells.money("amount", row),
                cells.index("step", row));
    }
}
