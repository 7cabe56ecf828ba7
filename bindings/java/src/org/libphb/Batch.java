package org.libphb;

import java.lang.ref.Reference;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.libphb.internal.PhbNative;

/**
 * One question, asked of many rows: columns in, columns out. Each row is answered as the call for one
 * would answer it, to the penny, and has a status of its own.
 *
 * <p>A column is an array, or the values of a buffer from its position to its limit; one value for all
 * rows stands instead of a column, and what is not said is left out. Direct buffers are read and written
 * where they are: memory that is given back, or a file that is cut short, must not be in use. What is in
 * Java's heap is copied on the way, some rows at a time.
 *
 * <p>Amounts are pence, pay by the hour or the night hundredths of a penny, days the days since 1 January
 * 1970. Codes are those of closed sets ({@link Choice#code()}), the characters of letters, and 2 for yes
 * and 1 for no. {@link #NO_NUMBER}, {@link #NO_DAY} and the code 0 are not said.
 *
 * <p>Say what a batch has in one thread; after that any number may ask about ranges of its rows at once.
 *
 * @param <B> the batch itself
 */
public abstract sealed class Batch<B extends Batch<B>>
        permits CostBatch, NiBatch, PensionBatch, ReviewBatch, WageBatch {
    /** A number or an amount that is not said; all amounts of a row that has none. */
    public static final long NO_NUMBER = Values.NO_NUMBER;

    /** A day that is not said; a review of a row that has none. */
    public static final int NO_DAY = Values.NO_DAY;

    private final Members<B> members;
    private final int rows;
    private final Memory[] columns;
    private Rates rates;

    Batch(Members<B> members, int rows) {
        if (rows < 0) {
            throw argument("a batch cannot have " + rows + " rows");
        }
        this.members = members;
        this.rows = rows;
        columns = new Memory[members.places()];
        Arrays.fill(columns, Memory.NONE);
    }

    static PhbException argument(String sentence) {
        return PhbException.of(PhbNative.ERROR_ARGUMENT_get(), sentence);
    }

    /** This, as what it is. */
    abstract B self();

    /** Asks the native layer about the rows at these places. */
    abstract void ask(long rates, long[] places, int count);

    /** As {@link #split(int)}, of columns that nobody changes. */
    int split(Memory[] columns, int wantedRow) {
        return wantedRow;
    }

    /**
     * How many rows its columns have.
     *
     * @return that number
     */
    public final int rows() {
        return rows;
    }

    /**
     * By other rates than those built in.
     *
     * @param rates the rates
     * @return this
     */
    public final B rates(Rates rates) {
        this.rates = Values.needed(rates, "rates");
        return self();
    }

    final Members<B> members() {
        return members;
    }

    // ---- columns in ----

    /**
     * Whole numbers, days or codes.
     *
     * @param column which column it is
     * @param values one a row
     * @return this
     * @throws PhbArgumentException if there are more or fewer
     */
    public final B in(ColumnIn<B, ?> column, long[] values) {
        return in(column, LongBuffer.wrap(Values.needed(values, "values")));
    }

    /**
     * Whole numbers, days or codes.
     *
     * @param column which column it is
     * @param values one a row
     * @return this
     * @throws PhbArgumentException if there are more or fewer
     */
    public final B in(ColumnIn<B, ?> column, int[] values) {
        return in(column, IntBuffer.wrap(Values.needed(values, "values")));
    }

    /**
     * Codes, from 0 to 255; 0 is not said.
     *
     * @param column which column it is: no column of numbers or of days
     * @param values one a row
     * @return this
     * @throws PhbArgumentException if there are more or fewer, or the column is not of codes
     */
    public final B in(ColumnIn<B, ?> column, byte[] values) {
        return in(column, ByteBuffer.wrap(Values.needed(values, "values")));
    }

    /**
     * Whole numbers, days or codes.
     *
     * @param column which column it is
     * @param values one a row, in the byte order of the machine
     * @return this
     * @throws PhbArgumentException if there are more or fewer, or they are in another order
     */
    public final B in(ColumnIn<B, ?> column, LongBuffer values) {
        return put(Values.needed(column, "column").place(), column, values);
    }

    /**
     * Whole numbers, days or codes.
     *
     * @param column which column it is
     * @param values one a row, in the byte order of the machine
     * @return this
     * @throws PhbArgumentException if there are more or fewer, or they are in another order
     */
    public final B in(ColumnIn<B, ?> column, IntBuffer values) {
        return put(Values.needed(column, "column").place(), column, values);
    }

    /**
     * Codes, from 0 to 255; 0 is not said.
     *
     * @param column which column it is: no column of numbers or of days
     * @param values one a row
     * @return this
     * @throws PhbArgumentException if there are more or fewer, or the column is not of codes
     */
    public final B in(ColumnIn<B, ?> column, ByteBuffer values) {
        Class<?> holds = Values.needed(column, "column").holds();
        if (holds == Long.class || holds == LocalDate.class) {
            throw argument(column + " must be longs or ints: bytes are codes");
        }
        return put(column.place(), column, values);
    }

    /**
     * One value for all rows.
     *
     * @param <T> what it is
     * @param column which column it stands for
     * @param value the value
     * @return this
     */
    public final <T> B same(ColumnIn<B, T> column, T value) {
        Values.needed(column, "column");
        columns[column.place()] = Memory.same(number(column, Values.needed(value, "value")));
        return self();
    }

    /**
     * One number for all rows.
     *
     * @param column which column it stands for
     * @param value the number
     * @return this
     */
    public final B same(ColumnIn<B, Long> column, long value) {
        return same(column, Long.valueOf(value));
    }

    private static long number(ColumnIn<?, ?> column, Object value) {
        if (value instanceof LocalDate day) {
            return Values.days(day, column.toString());
        }
        if (value instanceof Choice choice) {
            return choice.code();
        }
        if (value instanceof Boolean answer) {
            return answer ? PhbNative.ANSWER_YES_get() : PhbNative.ANSWER_NO_get();
        }
        return value instanceof Character letter ? letter : (Long) value;
    }

    // ---- columns out ----

    /**
     * A column that is wanted, in an array of the caller's.
     *
     * @param <A> the type of the array
     * @param column which column it is
     * @param values one a row: those of a range are written when it is asked about
     * @return this
     * @throws PhbArgumentException if there are more or fewer
     */
    public final <A> B out(ColumnOut<B, A> column, A values) {
        Values.needed(column, "column");
        return put(column.place(), column, column.wrapped(Values.needed(values, "values")));
    }

    /**
     * A column that is wanted, in a buffer of the caller's.
     *
     * @param column which column it is
     * @param values one a row, in the byte order of the machine
     * @return this
     * @throws PhbArgumentException if there are more or fewer, they are in another order, or they
     *     cannot be written to
     */
    public final B out(ColumnOut<B, long[]> column, LongBuffer values) {
        return putOut(column, values);
    }

    /**
     * A column that is wanted, in a buffer of the caller's.
     *
     * @param column which column it is
     * @param values one a row, in the byte order of the machine
     * @return this
     * @throws PhbArgumentException if there are more or fewer, they are in another order, or they
     *     cannot be written to
     */
    public final B out(ColumnOut<B, int[]> column, IntBuffer values) {
        return putOut(column, values);
    }

    /**
     * A column that is wanted, in a buffer of the caller's.
     *
     * @param column which column it is
     * @param values one a row
     * @return this
     * @throws PhbArgumentException if there are more or fewer, or they cannot be written to
     */
    public final B out(ColumnOut<B, byte[]> column, ByteBuffer values) {
        return putOut(column, values);
    }

    /**
     * A column that is wanted, in an array made for it.
     *
     * @param <A> the type of the array
     * @param column which column it is
     * @return the array: the values of a range are in it when that has been asked about
     */
    public final <A> A out(ColumnOut<B, A> column) {
        A values = Values.needed(column, "column").array(rows);
        out(column, values);
        return values;
    }

    private B putOut(ColumnOut<B, ?> column, Buffer values) {
        Values.needed(column, "column");
        if (Values.needed(values, "values").isReadOnly()) {
            throw argument(column + " cannot be written to");
        }
        return put(column.place(), column, values);
    }

    private B put(int place, Object column, Buffer values) {
        int given = Values.needed(values, "values").remaining();
        if (given != rows) {
            throw argument(column + " has " + given + " rows, and the batch " + rows);
        }
        columns[place] = Memory.of(values, column);
        return self();
    }

    // ---- rows ----

    /**
     * Asks about all rows.
     *
     * @throws PhbArgumentException if a column is needed and not there
     * @throws IllegalStateException if the rates or the policy are closed, or a buffer's memory was
     *     given back
     */
    public final void run() {
        run(0, rows);
    }

    /**
     * Asks about a range of rows, and writes to the columns out what is answered. Ranges that do not overlap
     * can be asked about by as many threads as there are.
     *
     * @param firstRow the first row
     * @param count how many rows
     * @throws PhbArgumentException if there are no such rows, a column is needed and not there, or the range
     *     cuts an employer
     * @throws PhbValueException if an employer has more rows than can be copied at once
     * @throws IllegalStateException if the rates or the policy are closed, or a buffer's memory was
     *     given back
     */
    public final void run(int firstRow, int count) {
        if (firstRow < 0 || count < 0 || count > rows - firstRow) {
            throw argument(
                    "the batch has " + rows + " rows: there are no " + count + " from row " + firstRow);
        }
        // Whatever another thread does to this batch, these columns stay until all is done.
        Memory[] mine = columns.clone();
        expectNeeded(mine);
        if (count > 0) {
            expectThere(mine, firstRow);
            expectWhole(mine, firstRow, firstRow + count);
        }
        try (Native by = Handle.open(rates);
                Block block = new Block(mine, members.in().size())) {
            run(by.address(), block, mine, firstRow, firstRow + count);
        } finally {
            Reference.reachabilityFence(mine);
        }
    }

    private void run(long rates, Block block, Memory[] columns, int firstRow, int end) {
        int row = firstRow;
        do {
            int next = end - row <= block.rows() ? end : split(columns, row + block.rows());
            block.reserve(next - row);
            ask(rates, block.filled(row, next - row), next - row);
            block.empty(row, next - row);
            row = next;
        } while (row < end);
    }

    private void expectNeeded(Memory[] columns) {
        for (ColumnIn<B, ?> column : members.in()) {
            if (column.isNeeded() && columns[column.place()] == Memory.NONE) {
                throw argument(column + " is needed");
            }
        }
    }

    private static void expectThere(Memory[] columns, int row) {
        for (Memory column : columns) {
            column.look(row);
        }
    }

    private void expectWhole(Memory[] columns, int firstRow, int end) {
        if (split(columns, firstRow) != firstRow || split(columns, end) != end) {
            throw argument("the range must hold all rows of an employer: split says where one begins");
        }
    }

    /**
     * Where a range may begin or end: at the wanted row, or after that. Costs can be split between
     * employers only, everything else anywhere.
     *
     * @param wantedRow from 0 to the number of rows
     * @return that row, or the first after it of another employer, or the number of rows
     * @throws PhbArgumentException if there is no such row
     */
    public final int split(int wantedRow) {
        if (wantedRow < 0 || wantedRow > rows) {
            throw argument("the batch has " + rows + " rows: there is no row " + wantedRow);
        }
        Memory[] mine = columns.clone();
        try {
            return split(mine, wantedRow);
        } finally {
            Reference.reachabilityFence(mine);
        }
    }

    // ---- codes that come out ----

    /**
     * The name of a status.
     *
     * @param code a value of a status column
     * @return {@code "OK"}, or why the row has no answer, such as {@code "RANGE"}
     */
    public static String status(byte code) {
        return Values.text(PhbNative.status_name(Byte.toUnsignedInt(code)));
    }

    /**
     * How sure the law is that a row rests on.
     *
     * @param code a value of a certainty column
     * @return nothing for a row without an answer
     * @throws PhbInternalException for a code that these classes do not know
     */
    public static Optional<Certainty> certainty(byte code) {
        int unsigned = Byte.toUnsignedInt(code);
        return unsigned == 0
                ? Optional.empty()
                : Optional.of(Values.choice(Certainty.class, unsigned));
    }
}
