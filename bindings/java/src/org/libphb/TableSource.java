package org.libphb;

import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import org.libphb.internal.PhbNative;

/**
 * Where a table is to be had, for as long as somebody reads it.
 *
 * @param owner begins a use of what the table is of
 * @param find finds the table of that
 * @param given whether it is given, and so to be freed
 */
record TableSource(Supplier<Native> owner, LongUnaryOperator find, boolean given) {
    /** A table that its owner lends. */
    static TableSource lent(Handle owner, LongUnaryOperator find) {
        return new TableSource(owner::open, find, false);
    }

    /** A table that its owner makes anew each time. */
    static TableSource given(Handle owner, LongUnaryOperator find) {
        return new TableSource(owner::open, find, true);
    }

    <T> T read(LongFunction<T> reader) {
        try (Native of = owner.get()) {
            return readAndFree(find.applyAsLong(of.address()), reader);
        }
    }

    private <T> T readAndFree(long table, LongFunction<T> reader) {
        try {
            return reader.apply(table);
        } finally {
            if (given) {
                PhbNative.delete_Table(table);
            }
        }
    }
}
