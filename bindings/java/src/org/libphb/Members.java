package org.libphb;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a batch, each of which takes the next place when it is declared: those in, then those
 * out, in the order that the native layer has them.
 *
 * @param <B> the batch
 */
final class Members<B> {
    private final List<ColumnIn<B, ?>> in = new ArrayList<>();
    private int places;

    <T> ColumnIn<B, T> needed(String name, Class<T> holds) {
        return given(new ColumnIn<>(name, places, holds, true));
    }

    <T> ColumnIn<B, T> optional(String name, Class<T> holds) {
        return given(new ColumnIn<>(name, places, holds, false));
    }

    private <T> ColumnIn<B, T> given(ColumnIn<B, T> column) {
        in.add(column);
        places++;
        return column;
    }

    ColumnOut<B, long[]> amounts(String name) {
        return new ColumnOut<>(name, places++, long[]::new, LongBuffer::wrap);
    }

    ColumnOut<B, int[]> days(String name) {
        return new ColumnOut<>(name, places++, int[]::new, IntBuffer::wrap);
    }

    ColumnOut<B, byte[]> codes(String name) {
        return new ColumnOut<>(name, places++, byte[]::new, ByteBuffer::wrap);
    }

    List<ColumnIn<B, ?>> in() {
        return in;
    }

    int places() {
        return places;
    }
}
