package org.libphb;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import org.libphb.internal.PhbNative;

/** Where the values of a column are: in memory of somebody's, one a row; or one value for all rows. */
final class Memory {
    private static final int SAME = 0;
    private static final int NOT_SAID = -1;

    /** A column that is not there. */
    static final Memory NONE = new Memory(null, NOT_SAID, 0);

    private final Buffer values;
    private final int width;
    private final long at;

    /**
     * Values of a buffer.
     *
     * @param values a buffer that begins with row 0; null when there is none
     * @param width the bytes of a value, SAME or NOT_SAID
     * @param at the address of row 0; 0 for rows that have to be copied; or the one value
     */
    private Memory(Buffer values, int width, long at) {
        this.values = values;
        this.width = width;
        this.at = at;
    }

    /** One value for all rows. */
    static Memory same(long value) {
        return new Memory(null, SAME, value);
    }

    /** The values of a buffer from its position to its limit, whatever becomes of those later. */
    static Memory of(Buffer buffer, Object column) {
        if (orderOf(buffer) != ByteOrder.nativeOrder()) {
            throw Batch.argument(
                    column + " is not in the byte order of this machine, which ByteBuffer.order sets");
        }
        return of(buffer.slice());
    }

    private static Memory of(Buffer values) {
        int width = widthOf(values);
        long address = PhbNative.address_of(values);
        // Values that lie askew are copied: the native layer writes to whole words.
        return new Memory(values, width, address % width == 0 ? address : 0);
    }

    private static ByteOrder orderOf(Buffer buffer) {
        if (buffer instanceof LongBuffer longs) {
            return longs.order();
        }
        return buffer instanceof IntBuffer ints ? ints.order() : ByteOrder.nativeOrder();
    }

    private static int widthOf(Buffer buffer) {
        if (buffer instanceof LongBuffer) {
            return Long.BYTES;
        }
        return buffer instanceof IntBuffer ? Integer.BYTES : Byte.BYTES;
    }

    /** The bytes of a value; none of one value for all rows, fewer of what is not said. */
    int width() {
        return width;
    }

    /** Whether rows must be copied for the native layer, since they are where it cannot look. */
    boolean isCopied() {
        return values != null && at == 0;
    }

    /** What the native layer is told of the rows from one on: an address, or the one value. */
    long from(int row) {
        return values == null ? at : at + (long) width * row;
    }

    /**
     * Looks at a row as Java does. It knows what the native layer cannot: that memory was given back, as an
     * arena's is when it is closed, and throws.
     */
    void look(int row) {
        if (values instanceof LongBuffer longs) {
            longs.get(row);
        } else if (values instanceof IntBuffer ints) {
            ints.get(row);
        } else if (values instanceof ByteBuffer bytes) {
            bytes.get(row);
        }
    }

    /** Copies rows to another memory of the same kind. */
    void copy(int row, Memory to, int toRow, int rows) {
        if (to.values instanceof LongBuffer longs) {
            longs.put(toRow, (LongBuffer) values, row, rows);
        } else if (to.values instanceof IntBuffer ints) {
            ints.put(toRow, (IntBuffer) values, row, rows);
        } else {
            ((ByteBuffer) to.values).put(toRow, (ByteBuffer) values, row, rows);
        }
    }

    /** Memory of the same kind for so many rows, a part of some bytes. */
    Memory part(ByteBuffer bytes, int start, int rows) {
        ByteBuffer part = bytes.slice(start, rows * width).order(ByteOrder.nativeOrder());
        if (width == Long.BYTES) {
            return of(part.asLongBuffer());
        }
        return of(width == Integer.BYTES ? part.asIntBuffer() : part);
    }
}
