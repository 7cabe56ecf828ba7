package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden cases of the library, costed in Java: the same files, the same pennies. */
class GoldenTest {
    static List<Path> cases() {
        return Samples.files(Samples.ROOT.resolve("tests/golden"), ".json");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCaseCostsWhatAPersonWorkedOut(Path path) {
        JsonObject golden = JsonParser.parseString(Samples.text(path)).getAsJsonObject();
        JsonObject expect = golden.getAsJsonObject("expect");
        if (expect.has("refused")) {
            PhbException thrown = assertThrows(PhbException.class, () -> cost(golden));
            assertTrue(thrown.getMessage().contains(expect.get("refused").getAsString()));
            return;
        }
        Costing costing = cost(golden);
        JsonObject document =
                JsonParser.parseString(costing.toJsonWithSteps()).getAsJsonObject();
        for (Map.Entry<String, JsonElement> part : expect.entrySet()) {
            assertEquals(
                    part.getValue(),
                    actual(part.getKey(), part.getValue(), costing, document),
                    part.getKey());
        }
    }

    private static Costing cost(JsonObject golden) {
        JsonElement given = golden.get("given");
        Budget budget =
                given.isJsonPrimitive()
                        ? Budget.parse(Samples.bytes(Samples.ROOT.resolve(given.getAsString())))
                        : Budget.parse(given.toString());
        CostOptions options = CostOptions.defaults().trace(Trace.ALL);
        JsonElement asked = golden.get("options");
        for (String option : asked == null ? List.<String>of() : asked.getAsJsonObject().keySet()) {
            JsonElement value = asked.getAsJsonObject().get(option);
            switch (option) {
                case "next-year" -> budget = budget.nextYear();
                case "on" -> options = options.lawOn(LocalDate.parse(value.getAsString()));
                default -> throw new AssertionError("an option that these tests do not know");
            }
        }
        return budget.cost(options);
    }

    /** The costing in the form of what is expected: from the records, where there are some. */
    private static JsonElement actual(
            String part, JsonElement expected, Costing costing, JsonObject document) {
        return switch (part) {
            case "total" -> amount(costing.total());
            case "provisional" -> array(
                    costing.lines().stream().filter(Line::provisional).map(Line::id).toList());
            case "lines" -> lines(costing, expected.getAsJsonObject());
            case "line_count" -> new JsonPrimitive(costing.lines().size());
            case "payslips" -> payslips(document.getAsJsonArray(part), expected.getAsJsonArray());
            case "totals" -> partOf(document.get(part), expected);
            case "instalments" -> instalments(costing);
            case "certainty" -> certainty(costing, expected.getAsJsonObject());
            case "notes" -> array(costing.notes().stream().map(Note::rule).toList());
            case "noted" -> noted(costing, expected.getAsJsonArray());
            default -> throw new AssertionError("a part that these tests do not know: " + part);
        };
    }

    private static JsonElement amount(Money amount) {
        return new JsonPrimitive(amount.pounds().toPlainString());
    }

    private static JsonArray array(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    private static JsonObject lines(Costing costing, JsonObject expected) {
        JsonObject lines = new JsonObject();
        for (Line line : costing.lines()) {
            if (expected.has(line.id())) {
                lines.add(line.id(), amount(line.amount()));
            }
        }
        return lines;
    }

    private static JsonArray instalments(Costing costing) {
        JsonArray instalments = new JsonArray();
        for (Instalment instalment : costing.instalments()) {
            JsonArray one = new JsonArray();
            one.add(instalment.on().toString());
            one.add(amount(instalment.amount()));
            instalments.add(one);
        }
        return instalments;
    }

    private static JsonObject certainty(Costing costing, JsonObject expected) {
        JsonObject certainty = new JsonObject();
        for (Step step : costing.steps()) {
            if (expected.has(step.rateKey())) {
                certainty.addProperty(step.rateKey(), step.certainty());
            }
        }
        return certainty;
    }

    private static JsonArray noted(Costing costing, JsonArray expected) {
        JsonArray noted = new JsonArray();
        for (JsonElement text : expected) {
            if (costing.notes().stream().anyMatch(n -> n.message().contains(text.getAsString()))) {
                noted.add(text);
            }
        }
        return noted;
    }

    /** All payslips, each cut down to the members that the expected one in its place names. */
    private static JsonArray payslips(JsonArray actual, JsonArray expected) {
        JsonArray cut = new JsonArray();
        for (int slip = 0; slip < actual.size(); slip++) {
            cut.add(
                    slip < expected.size()
                            ? partOf(actual.get(slip), expected.get(slip))
                            : actual.get(slip));
        }
        return cut;
    }

    /** The part of the actual value that the expected one speaks of. */
    private static JsonElement partOf(JsonElement actual, JsonElement expected) {
        if (!expected.isJsonObject() || !actual.isJsonObject()) {
            return actual;
        }
        JsonObject part = new JsonObject();
        for (String key : expected.getAsJsonObject().keySet()) {
            JsonElement found = actual.getAsJsonObject().get(key);
            part.add(
                    key,
                    found == null
                            ? JsonNull.INSTANCE
                            : partOf(found, expected.getAsJsonObject().get(key)));
        }
        return part;
    }
}
