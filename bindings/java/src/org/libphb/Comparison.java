package org.libphb;

import org.libphb.internal.PhbNative;

/**
 * What differs between two costings, line by line, and why. Immutable, and good in any number of
 * threads. Made by {@link Costing#compare}.
 */
public final class Comparison extends Handle {
    Comparison(long address) {
        super(address, PhbNative::delete_Comparison);
    }

    /**
     * Lines beside each other, those that do not differ too.
     *
     * @return a copy of the table
     */
    public Table<ComparedLine> lines() {
        return table(PhbNative.COMPARISON_LINES_get(), ComparedLine::of);
    }

    /**
     * Totals beside each other.
     *
     * @return a copy of the table
     */
    public Table<ComparedTotal> totals() {
        return table(PhbNative.COMPARISON_TOTALS_get(), ComparedTotal::of);
    }

    /**
     * What is worth knowing about it, such as periods of unlike length.
     *
     * @return a copy of the table
     */
    public Table<ComparedNote> notes() {
        return table(PhbNative.COMPARISON_NOTES_get(), ComparedNote::of);
    }

    private <R> Table<R> table(int part, Table.RowMaker<R> maker) {
        return new Table<>(
                TableSource.lent(this, comparison -> PhbNative.Comparison_table(comparison, part)),
                maker);
    }
}
