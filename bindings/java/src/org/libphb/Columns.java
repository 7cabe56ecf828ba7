package org.libphb;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.libphb.internal.PhbNative;

/** The columns of a table, copied out: {@code long[]}, {@code int[]} or {@code String[]} by name. */
final class Columns {
    private final int rows;
    private final Map<String, Object> cells;

    private Columns(int rows, Map<String, Object> cells) {
        this.rows = rows;
        this.cells = cells;
    }

    static Columns of(long table) {
        int rows = Math.toIntExact(PhbNative.Table_rows(table));
        Map<String, Object> cells = new LinkedHashMap<>();
        for (long column = 0; column < PhbNative.Table_columns(table); column++) {
            byte[] name = PhbNative.Table_column_name(table, column);
            cells.put(Values.text(name), column(table, name, rows));
        }
        return new Columns(rows, cells);
    }

    private static Object column(long table, byte[] name, int rows) {
        long[] longs = PhbNative.Table_longs(table, name);
        if (longs != null) {
            return longs;
        }
        int[] ints = PhbNative.Table_ints(table, name);
        return ints != null ? ints : split(PhbNative.Table_texts(table, name), rows);
    }

    /** Texts with a NUL after each. */
    private static String[] split(byte[] utf8, int rows) {
        String[] texts = new String[rows];
        int start = 0;
        for (int row = 0; row < rows; row++) {
            int end = start;
            while (utf8[end] != 0) {
                end++;
            }
            texts[row] = new String(utf8, start, end - start, StandardCharsets.UTF_8);
            start = end + 1;
        }
        return texts;
    }

    int rows() {
        return rows;
    }

    Set<String> names() {
        return Collections.unmodifiableSet(cells.keySet());
    }

    /** A column by name, of one of the three types. */
    <A> A column(Class<A> type, String name) {
        Object column = cells.get(Values.needed(name, "column"));
        if (column == null) {
            throw new NoSuchElementException("there is no column of that name; there are " + names());
        }
        if (!type.isInstance(column)) {
            throw new NoSuchElementException("the column " + name + " is "
                    + column.getClass().getSimpleName() + ", not " + type.getSimpleName());
        }
        return type.cast(column);
    }

    // ---- one cell, as rows want it ----

    String text(String name, int row) {
        return column(String[].class, name)[row];
    }

    <C extends Enum<C> & Choice> C choice(Class<C> set, String name, int row) {
        return Values.choice(set, text(name, row));
    }

    long number(String name, int row) {
        return column(long[].class, name)[row];
    }

    OptionalLong numberOrNone(String name, int row) {
        return Values.numberOrNone(number(name, row));
    }

    Money money(String name, int row) {
        return new Money(number(name, row));
    }

    Optional<Money> moneyOrNone(String name, int row) {
        return number(name, row) == Values.NO_NUMBER ? Optional.empty() : Optional.of(money(name, row));
    }

    /** What is words with a comma between. */
    List<String> words(String name, int row) {
        String words = text(name, row);
        return words.isEmpty() ? List.of() : List.of(words.split(","));
    }

    <C extends Enum<C> & Choice> List<C> choices(Class<C> set, String name, int row) {
        return words(name, row).stream().map(word -> Values.choice(set, word)).toList();
    }

    LocalDate day(String name, int row) {
        return Values.day(column(int[].class, name)[row]);
    }

    Optional<LocalDate> dayOrNone(String name, int row) {
        return Values.dayOrNone(column(int[].class, name)[row]);
    }

    OptionalInt index(String name, int row) {
        int index = column(int[].class, name)[row];
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    boolean flag(String name, int row) {
        return column(int[].class, name)[row] != 0;
    }
}
