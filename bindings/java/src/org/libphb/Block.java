package org.libphb;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.libphb.internal.PhbNative;

/**
 * Native memory for some rows of the columns that lie in Java's heap: copied in before the native layer
 * looks, and out after it has answered. So no array is pinned, and the collector waits for nobody.
 */
final class Block implements AutoCloseable {
    /** What stays in the nearer caches. */
    private static final int BYTES = 1 << 17;

    /** Rows are kept for in eights, so that each column begins at a whole word. */
    private static final int EIGHT = 8;

    /** For the calls to come: a block takes longer to allocate than a thousand payslips to answer. */
    private static final Queue<ByteBuffer> KEPT =
            new ArrayBlockingQueue<>(Runtime.getRuntime().availableProcessors());

    private final Memory[] columns;
    private final int firstOut;
    private final long[] places;

    /** Of the columns that are copied; null for others. */
    private final Memory[] copies;

    private final int rowBytes;
    private ByteBuffer memory;
    private int rows = Integer.MAX_VALUE; // when none is copied

    /**
     * A block for rows of these columns.
     *
     * @param columns those in, then those out
     * @param firstOut the first of those out
     */
    Block(Memory[] columns, int firstOut) {
        this.columns = columns;
        this.firstOut = firstOut;
        places = new long[2 * columns.length];
        copies = new Memory[columns.length];
        int bytes = 0;
        for (Memory column : columns) {
            bytes += column.isCopied() ? column.width() : 0;
        }
        rowBytes = bytes;
        if (rowBytes > 0) {
            memory = taken();
            divide(BYTES / rowBytes / EIGHT * EIGHT);
        }
    }

    private static ByteBuffer taken() {
        ByteBuffer kept = KEPT.poll();
        return kept == null ? ByteBuffer.allocateDirect(BYTES) : kept;
    }

    /** Gives each column that is copied its part of the memory. */
    private void divide(int wanted) {
        rows = wanted;
        int start = 0;
        for (int place = 0; place < columns.length; place++) {
            if (columns[place].isCopied()) {
                copies[place] = columns[place].part(memory, start, rows);
                start += rows * columns[place].width();
            }
        }
    }

    /** How many rows there is room for. */
    int rows() {
        return rows;
    }

    /** Makes room for more rows than most employers have. */
    void reserve(int wanted) {
        if (wanted <= rows) {
            return;
        }
        long whole = (wanted + EIGHT - 1L) / EIGHT * EIGHT;
        if (whole * rowBytes > Integer.MAX_VALUE) {
            throw PhbException.of(
                    PhbNative.ERROR_LIMIT_get(),
                    "an employer has too many rows to be copied at once: use direct buffers");
        }
        close();
        memory = ByteBuffer.allocateDirect((int) whole * rowBytes);
        divide((int) whole);
    }

    /** Copies rows in; where the native layer finds them and all others. */
    long[] filled(int row, int count) {
        for (int place = 0; place < columns.length; place++) {
            Memory copy = copies[place];
            if (copy != null && place < firstOut) {
                columns[place].copy(row, copy, 0, count);
            }
            places[2 * place] = copy == null ? columns[place].from(row) : copy.from(0);
            places[2 * place + 1] = columns[place].width();
        }
        return places;
    }

    /** Copies what was answered out. */
    void empty(int row, int count) {
        for (int place = firstOut; place < columns.length; place++) {
            if (copies[place] != null) {
                copies[place].copy(0, columns[place], row, count);
            }
        }
    }

    /** Gives the memory back. */
    @Override
    public void close() {
        if (memory != null && memory.capacity() == BYTES) {
            KEPT.offer(memory);
        }
        memory = null;
    }
}
