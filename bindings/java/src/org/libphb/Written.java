package org.libphb;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.libphb.internal.PhbNative;

/**
 * What was said of an object of a document: its members in the order in which they were said, each
 * written as JSON already. Immutable: each method says one thing more; said again, it replaces. Digits
 * are written as they were given.
 */
final class Written {
    static final Written NOTHING = new Written(Map.of());

    /** More noughts, before the point or behind it, than any amount or measure may have. */
    private static final int MOST_NOUGHTS = 40;

    private final Map<String, String> members;

    private Written(Map<String, String> members) {
        this.members = members;
    }

    private Written with(String name, String json) {
        Map<String, String> more = new LinkedHashMap<>(members);
        more.put(name, json);
        return new Written(more);
    }

    String json() {
        return Json.object(members);
    }

    Written text(String name, String text) {
        return with(name, quoted(text, name));
    }

    Written word(String name, Choice choice) {
        return with(name, Json.text(Values.needed(choice, name).word()));
    }

    Written flag(String name, boolean flag) {
        return with(name, String.valueOf(flag));
    }

    Written day(String name, LocalDate day) {
        return with(name, Json.text(Values.needed(day, name).toString()));
    }

    Written whole(String name, int number) {
        return with(name, String.valueOf(number));
    }

    Written number(String name, BigDecimal number) {
        return with(name, digits(number, name));
    }

    Written percent(String name, BigDecimal percent) {
        return with(name, Json.text(digits(percent, name) + "%"));
    }

    Written amount(String name, Money amount) {
        return rate(name, Values.needed(amount, name).pounds());
    }

    /** Amounts by id. */
    Written amounts(String name, Map<String, Money> amounts) {
        Map<String, String> byId = new LinkedHashMap<>();
        Values.needed(amounts, name).forEach((id, amount) -> {
            Values.utf8(id, "an id in " + name);
            String pounds = digits(Values.needed(amount, "an amount in " + name).pounds(), name);
            byId.put(id, Json.text(pounds));
        });
        return with(name, Json.object(byId));
    }

    /** Pounds, which may have more decimals than pence have. */
    Written rate(String name, BigDecimal pounds) {
        return with(name, Json.text(digits(pounds, name)));
    }

    /** The same by the day from which each holds. */
    Written rates(String name, SortedMap<LocalDate, BigDecimal> pounds) {
        List<String> dated = new ArrayList<>();
        Values.needed(pounds, name)
                .forEach((day, rate) ->
                        dated.add(NOTHING.day("from", day).rate("amount", rate).json()));
        return with(name, Json.list(dated));
    }

    Written object(String name, Written object) {
        return with(name, object.json());
    }

    Written part(String name, Part part) {
        return object(name, Values.needed(part, name).written);
    }

    Written parts(String name, Part... parts) {
        return parts(name, Arrays.asList(Values.needed(parts, name)));
    }

    Written parts(String name, List<? extends Part> parts) {
        List<String> items = new ArrayList<>();
        for (Part part : parts) {
            items.add(Values.needed(part, "each of " + name).written.json());
        }
        return with(name, Json.list(items));
    }

    Written texts(String name, String... texts) {
        List<String> items = new ArrayList<>();
        for (String text : Values.needed(texts, name)) {
            items.add(quoted(text, "each of " + name));
        }
        return with(name, Json.list(items));
    }

    private static String quoted(String text, String name) {
        Values.utf8(text, name); // refuses what is no Unicode while its name is known
        return Json.text(text);
    }

    /** A number without an exponent, which could stand for more noughts than there is memory for. */
    private static String digits(BigDecimal number, String name) {
        int scale = Values.needed(number, name).scale();
        if (scale < -MOST_NOUGHTS || scale > MOST_NOUGHTS) {
            throw PhbException.of(
                    PhbNative.ERROR_RANGE_get(),
                    name + " must have at most " + MOST_NOUGHTS + " decimals or noughts");
        }
        return number.toPlainString();
    }
}
