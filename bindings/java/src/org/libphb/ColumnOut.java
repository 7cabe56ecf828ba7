package org.libphb;

import java.nio.Buffer;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A column that a {@link Batch} answers with: one of the constants of its class.
 *
 * @param <B> the batch
 * @param <A> an array of its values: {@code long[]} of amounts, {@code int[]} of days, or {@code byte[]}
 *     of codes
 */
public final class ColumnOut<B, A> {
    private final String name;
    private final int place;
    private final IntFunction<A> maker;
    private final Function<A, Buffer> wrapper;

    ColumnOut(String name, int place, IntFunction<A> maker, Function<A, Buffer> wrapper) {
        this.name = name;
        this.place = place;
        this.maker = maker;
        this.wrapper = wrapper;
    }

    /** Where it comes among the columns of its batch. */
    int place() {
        return place;
    }

    A array(int rows) {
        return maker.apply(rows);
    }

    Buffer wrapped(A array) {
        return wrapper.apply(array);
    }

    /** Its name, such as {@code total_pence}. */
    @Override
    public String toString() {
        return name;
    }
}
