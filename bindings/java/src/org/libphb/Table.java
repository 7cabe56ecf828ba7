package org.libphb;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.libphb.internal.PhbNative;

/**
 * A table of a result: a list of records, and columns of one type each for whoever wants those. What
 * it holds was copied out, and stays good when the result is closed.
 *
 * @param <R> the record of a row
 */
public final class Table<R> extends AbstractList<R> {
    private final TableSource source;
    private final Columns columns;
    private final RowMaker<R> maker;

    /** How a row becomes a record. */
    interface RowMaker<R> {
        R make(Columns columns, int row);
    }

    Table(TableSource source, RowMaker<R> maker) {
        this.source = source;
        this.columns = source.read(Columns::of);
        this.maker = maker;
    }

    @Override
    public R get(int row) {
        return maker.make(columns, Objects.checkIndex(row, columns.rows()));
    }

    @Override
    public int size() {
        return columns.rows();
    }

    /**
     * The names of the columns, in their order.
     *
     * @return names as in the manual, such as {@code "amount"}
     */
    public Set<String> columns() {
        return columns.names();
    }

    /**
     * A column of amounts in pence, or of numbers. {@link Long#MIN_VALUE} is none.
     *
     * @param column its name
     * @return a copy, a value for each row
     * @throws java.util.NoSuchElementException if there is no such column, or it is of another type
     */
    public long[] longs(String column) {
        return columns.column(long[].class, column).clone();
    }

    /**
     * A column of days since 1 January 1970 ({@link Integer#MIN_VALUE} is none), of places in this or
     * another table (-1 is none), or of 0 for no and 1 for yes.
     *
     * @param column its name
     * @return a copy, a value for each row
     * @throws java.util.NoSuchElementException if there is no such column, or it is of another type
     */
    public int[] ints(String column) {
        return columns.column(int[].class, column).clone();
    }

    /**
     * A column of texts; {@code ""} is none.
     *
     * @param column its name
     * @return a text for each row
     * @throws java.util.NoSuchElementException if there is no such column, or it is of another type
     */
    public List<String> texts(String column) {
        return List.of(columns.column(String[].class, column));
    }

    /**
     * For people. The result that the table is of must be open still.
     *
     * @param format any but {@link Format#ICALENDAR}
     * @return the table in that format, amounts in pounds
     * @throws PhbArgumentException for any other format
     */
    public String render(Format format) {
        int code = Values.needed(format, "format").code();
        return Values.text(source.read(table -> PhbNative.Table_rendered(table, code)));
    }

    /**
     * For programs. The result that the table is of must be open still.
     *
     * @return a JSON array of objects
     */
    public String toJson() {
        return Values.text(source.read(PhbNative::Table_json));
    }

    /** How many rows there are; what is in them may be nobody else's business. */
    @Override
    public String toString() {
        return "Table, rows: " + size();
    }
}
