package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of the rules, checked in Java: the same files, the same findings. */
class RulesTest {
    private static final Path FOLDER = Samples.ROOT.resolve("tests/rules");

    /** Files that are no theme of the rules. */
    private static final Set<String> NO_THEMES = Set.of("good", "variants", "smallest");

    /** A theme with what its cases are patches of. */
    private record Theme(String name, boolean ofPlans, JsonObject good, List<JsonObject> variants) {
        JsonElement patched(JsonObject one, String patch) {
            JsonElement document = good;
            for (JsonElement name : listed(one, "as")) {
                document = Patches.merged(document, variant(name.getAsString()));
            }
            return one.has(patch) ? Patches.merged(document, one.get(patch)) : document;
        }

        private JsonElement variant(String name) {
            return variants.stream().filter(each -> each.has(name)).findFirst().orElseThrow().get(name);
        }

        @Override
        public String toString() {
            return (ofPlans ? "plan." : "budget.") + name;
        }
    }

    /** A theme, what a case of it is about, and the case. */
    static Stream<Arguments> cases() {
        return Stream.of("budget", "plan")
                .flatMap(folder -> Samples.files(FOLDER.resolve(folder), ".json").stream())
                .filter(path -> !NO_THEMES.contains(nameOf(path)))
                .flatMap(RulesTest::casesOf);
    }

    private static Stream<Arguments> casesOf(Path path) {
        JsonObject file = read(path);
        List<JsonObject> variants = new ArrayList<>();
        if (file.has("variants")) {
            variants.add(file.getAsJsonObject("variants"));
        }
        boolean ofPlans = path.getParent().endsWith("plan");
        if (ofPlans) {
            variants.add(read(path.resolveSibling("variants.json")).getAsJsonObject("variants"));
        }
        Theme theme = new Theme(nameOf(path), ofPlans, read(path.resolveSibling("good.json")), variants);
        return listed(file, "cases").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(one -> Arguments.of(theme, one.get("about").getAsString(), one));
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString().replace(".json", "");
    }

    private static JsonObject read(Path path) {
        return JsonParser.parseString(Samples.text(path)).getAsJsonObject();
    }

    /** A list, empty when there is none. */
    private static JsonArray listed(JsonObject object, String name) {
        return object.has(name) ? object.getAsJsonArray(name) : new JsonArray();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("cases")
    void aCaseBreaksTheRulesItSays(Theme theme, String about, JsonObject one)
            throws ReflectiveOperationException {
        if (one.has("refused")) {
            PhbException thrown = assertThrows(PhbException.class, () -> check(theme, one));
            assertTrue(thrown.reason().contains(one.get("refused").getAsString()));
            return;
        }
        Report report = check(theme, one);
        areThese(
                listed(one, "expect"),
                report.findings().stream().filter(each -> each.severity() != Severity.NOTE).toList());
        if (one.has("notes")) {
            areThese(
                    listed(one, "notes"),
                    report.findings().stream()
                            .filter(each -> each.severity() == Severity.NOTE)
                            .filter(each -> each.rule().split("\\.")[1].equals(theme.name()))
                            .toList());
        }
        countsAndStatesAre(one, report);
    }

    private static Report check(Theme theme, JsonObject one) {
        JsonElement document = one.has("given") ? one.get("given") : theme.patched(one, "patch");
        return theme.ofPlans() ? checkPlan(theme, one, document) : checkBudget(one, document);
    }

    private static Report checkBudget(JsonObject one, JsonElement document) {
        CostOptions options = CostOptions.defaults();
        if (one.has("policy")) {
            options = options.policy(policyOf(one));
        }
        Costing costing = Budget.parse(document.toString()).cost(options);
        return one.has("as_of") ? costing.check(dayOf(one)) : costing.check();
    }

    private static Report checkPlan(Theme theme, JsonObject one, JsonElement document) {
        CheckOptions options = CheckOptions.defaults();
        if (one.has("policy")) {
            options = options.policy(policyOf(one));
        }
        if (one.has("as_of")) {
            options = options.asOf(dayOf(one));
        }
        if (one.has("superseded")) {
            JsonElement before = Patches.merged(theme.good(), one.get("superseded"));
            options = options.superseded(Plan.parse(before.toString()));
        }
        JsonElement asked = one.has("signed") ? signed(theme, one, document) : document;
        return Plan.parse(asked.toString()).check(options);
    }

    /** The document with the fingerprint of the plan as it was signed. */
    private static JsonElement signed(Theme theme, JsonObject one, JsonElement document) {
        Plan plan = Plan.parse(theme.patched(one, "signed").toString());
        JsonObject signOff = new JsonObject();
        signOff.addProperty("content_hash", plan.contentHash());
        JsonObject patch = new JsonObject();
        patch.add("sign_off", signOff);
        return Patches.merged(document, patch);
    }

    private static Policy policyOf(JsonObject one) {
        JsonObject policy = new JsonObject();
        policy.addProperty("format", "phb-policy/1");
        policy.addProperty("name", "local");
        policy.addProperty("version", "1");
        one.getAsJsonObject("policy").entrySet().forEach(each -> policy.add(each.getKey(), each.getValue()));
        return Policy.parse(policy.toString());
    }

    private static LocalDate dayOf(JsonObject one) {
        return LocalDate.parse(one.get("as_of").getAsString());
    }

    /** As many findings as are expected, in their order, with the members that are named. */
    private static void areThese(JsonArray expected, List<Finding> found)
            throws ReflectiveOperationException {
        assertEquals(
                expected.asList().stream().map(each -> ruleOf(each)).toList(),
                found.stream().map(Finding::rule).toList());
        for (int place = 0; place < found.size(); place++) {
            JsonObject wanted = expected.get(place).getAsJsonObject();
            for (RecordComponent component : Finding.class.getRecordComponents()) {
                if (wanted.has(component.getName())) {
                    Object value = component.getAccessor().invoke(found.get(place));
                    same(wanted.get(component.getName()), value, component.getName());
                }
            }
        }
    }

    private static String ruleOf(JsonElement expected) {
        return expected.getAsJsonObject().get("rule").getAsString();
    }

    private static void same(JsonElement wanted, Object found, String member) {
        if (wanted.isJsonObject()) {
            assertEquals(wanted, JsonParser.parseString((String) found), member);
        } else {
            assertEquals(figure(wanted), plain(found), member);
        }
    }

    /** A day is written as one in a case, and is a number of days in a report. */
    private static String figure(JsonElement value) {
        String text = value.isJsonNull() ? "" : value.getAsString();
        return text.matches("\\d{4}-\\d{2}-\\d{2}")
                ? String.valueOf(LocalDate.parse(text).toEpochDay())
                : text;
    }

    private static String plain(Object value) {
        if (value instanceof OptionalLong number) {
            return number.isPresent() ? String.valueOf(number.getAsLong()) : "";
        }
        return value instanceof Severity severity ? severity.word() : String.valueOf(value);
    }

    private static void countsAndStatesAre(JsonObject one, Report report) {
        JsonObject counts = one.has("counts") ? one.getAsJsonObject("counts") : new JsonObject();
        for (String word : counts.keySet()) {
            long found =
                    word.equals("accepted")
                            ? report.findings().stream().filter(Finding::accepted).count()
                            : report.count(Severity.valueOf(word.toUpperCase(Locale.ROOT)));
            assertEquals(counts.get(word).getAsLong(), found, word);
        }
        JsonObject states = one.has("states") ? one.getAsJsonObject("states") : new JsonObject();
        for (Section section : report.sections()) {
            if (states.has(section.section())) {
                assertEquals(states.get(section.section()).getAsString(), section.state());
            }
        }
    }
}
