package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Records beside the document that the library writes of the same table. */
final class Rows {
    private Rows() {}

    /** Every record says what its object in the table's own document says. */
    static void areTheTable(Table<? extends Record> rows) throws ReflectiveOperationException {
        are(JsonParser.parseString(rows.toJson()).getAsJsonArray(), rows);
    }

    /** Every record says what its object in a document says, member by member and in that order. */
    static void are(JsonArray document, Table<? extends Record> rows)
            throws ReflectiveOperationException {
        assertEquals(document.size(), rows.size());
        for (int row = 0; row < rows.size(); row++) {
            Record each = rows.get(row);
            JsonObject said = document.get(row).getAsJsonObject();
            RecordComponent[] components = each.getClass().getRecordComponents();
            assertEquals(
                    List.copyOf(rows.columns()),
                    Arrays.stream(components).map(one -> column(one.getName())).toList());
            for (RecordComponent component : components) {
                assertEquals(
                        plain(said.get(column(component.getName()))),
                        plain(component.getAccessor().invoke(each)),
                        component.getName());
            }
        }
    }

    /** The column of a component: niLetter is ni_letter. */
    private static String column(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static String plain(JsonElement value) {
        return value.isJsonNull() ? "" : value.getAsString();
    }

    /** A value of a record as the document writes it; "" for none. */
    private static String plain(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(Rows::plain).orElse("");
        }
        if (value instanceof OptionalInt index) {
            return index.isPresent() ? String.valueOf(index.getAsInt()) : "";
        }
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? String.valueOf(number.getAsLong()) : "";
        }
        if (value instanceof List<?> several) {
            return several.stream().map(Rows::plain).collect(Collectors.joining(","));
        }
        if (value instanceof Money money) {
            return money.pounds().toPlainString();
        }
        return value instanceof Choice choice ? choice.word() : String.valueOf(value);
    }
}
