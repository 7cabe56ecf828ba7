package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The builder and its parts beside the JSON Schema of a budget: whatever a document may say has a
 * method of the same name that writes it, and what it must say is asked for at the beginning.
 */
class BuilderSchemaTest {
    private static final JsonObject SCHEMA =
            JsonParser.parseString(Samples.text(Samples.ROOT.resolve("docs/schema/phb-budget-1.json")))
                    .getAsJsonObject();

    /** The class of each definition of the schema, found by what members refer to. */
    private static final Map<String, Class<?>> PARTS = new LinkedHashMap<>();

    static {
        for (Method method : goingOn(BudgetBuilder.class)) {
            find(referred(SCHEMA, memberOfWhole(method)), method.getParameterTypes()[0]);
        }
    }

    private static void find(String definition, Class<?> type) {
        Class<?> part = type.isArray() ? type.getComponentType() : type;
        if (!Part.class.isAssignableFrom(part) || PARTS.putIfAbsent(definition, part) != null) {
            return;
        }
        for (Method method : sayers(part)) {
            for (Parameter parameter : method.getParameters()) {
                find(referred(definition(definition), member(method, parameter)), parameter.getType());
            }
        }
    }

    private static JsonObject definition(String name) {
        return SCHEMA.getAsJsonObject("$defs").getAsJsonObject(name);
    }

    private static Set<String> members(JsonObject object) {
        return new TreeSet<>(object.getAsJsonObject("properties").keySet());
    }

    /** The definition that a member refers to: itself, in a list or as one of several; or "". */
    private static String referred(JsonObject object, String member) {
        String said = String.valueOf(object.getAsJsonObject("properties").get(member));
        return said.contains("#/$defs/") ? said.replaceAll("(?s).*#/\\$defs/(\\w+).*", "$1") : "";
    }

    /** Methods by which a part is begun. */
    private static List<Method> beginnings(Class<?> part) {
        return methods(part).filter(method -> Modifier.isStatic(method.getModifiers())).toList();
    }

    /** Methods by which one thing more is said of it. */
    private static List<Method> goingOn(Class<?> part) {
        return methods(part)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getReturnType() == part)
                .toList();
    }

    private static List<Method> sayers(Class<?> part) {
        return Stream.concat(beginnings(part).stream(), goingOn(part).stream()).toList();
    }

    private static Stream<Method> methods(Class<?> part) {
        return Arrays.stream(part.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()));
    }

    /** The member that a parameter is written to. */
    private static String member(Method method, Parameter parameter) {
        boolean begins = Modifier.isStatic(method.getModifiers());
        return snake(begins ? parameter.getName() : method.getName());
    }

    private static String snake(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The builder adds assistants, lines and funders one at a time. */
    private static String memberOfWhole(Method method) {
        String name = method.getName();
        return Set.of("assistant", "line", "funder").contains(name) ? name + "s" : snake(name);
    }

    @Test
    void theWholeSaysWhatTheSchemaKnows() {
        Set<String> said = new TreeSet<>(Set.of("format", "period")); // said at the beginning
        goingOn(BudgetBuilder.class).forEach(method -> said.add(memberOfWhole(method)));
        assertEquals(members(SCHEMA), said);
    }

    /** All but the period and dated amounts, which are no parts here. */
    @Test
    void everyDefinitionHasAPart() {
        Set<String> wanted = new TreeSet<>(SCHEMA.getAsJsonObject("$defs").keySet());
        wanted.removeAll(Set.of("period", "dated_amount"));
        assertEquals(wanted, new TreeSet<>(PARTS.keySet()));
    }

    static Set<String> definitions() {
        return PARTS.keySet();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void aPartSaysWhatTheSchemaKnows(String definition) throws ReflectiveOperationException {
        Class<?> part = PARTS.get(definition);
        Set<String> said = new TreeSet<>();
        for (Method method : beginnings(part)) {
            Set<String> begun = saidBy(method, null);
            assertEquals(listed(definition(definition), "required"), begun);
            said.addAll(begun);
        }
        for (Method method : goingOn(part)) {
            Part begun = (Part) Things.of(part);
            Set<String> more = saidBy(method, begun);
            more.removeAll(membersOf(begun));
            assertEquals(Set.of(snake(method.getName())), more);
            said.addAll(more);
        }
        assertEquals(members(definition(definition)), said);
    }

    private static Set<String> saidBy(Method method, Part part) throws ReflectiveOperationException {
        return membersOf((Part) method.invoke(part, Things.of(method.getParameterTypes())));
    }

    private static Set<String> membersOf(Part part) {
        return new TreeSet<>(JsonParser.parseString(part.written.json()).getAsJsonObject().keySet());
    }

    private static Set<String> listed(JsonObject object, String name) {
        Set<String> texts = new TreeSet<>();
        if (object.has(name)) {
            object.getAsJsonArray(name).asList().stream().map(JsonElement::getAsString).forEach(texts::add);
        }
        return texts;
    }

    /** Each member that takes a word: its name, the words that the schema has, and the set here. */
    static Stream<Arguments> words() {
        return Stream.concat(
                wordsOf("", SCHEMA, BudgetBuilder.class),
                PARTS.entrySet().stream()
                        .flatMap(each -> wordsOf(each.getKey(), definition(each.getKey()), each.getValue())));
    }

    private static Stream<Arguments> wordsOf(String name, JsonObject object, Class<?> part) {
        return sayers(part).stream()
                .flatMap(method -> Arrays.stream(method.getParameters())
                        .filter(parameter -> parameter.getType().isEnum())
                        .map(parameter -> wordsOf(
                                name, object, member(method, parameter), parameter.getType())));
    }

    private static Arguments wordsOf(String name, JsonObject object, String member, Class<?> set) {
        JsonObject property = object.getAsJsonObject("properties").getAsJsonObject(member);
        return Arguments.of(name + "/" + member, listed(property, "enum"), set);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("words")
    void aSetHasTheWordsOfItsMember(String member, Set<String> words, Class<?> set) {
        Set<String> here =
                Arrays.stream(set.getEnumConstants())
                        .map(each -> ((Choice) each).word())
                        .collect(Collectors.toSet());
        if (set == PayFrequency.class) {
            here.remove("annual"); // for payslips alone
        }
        words.remove(""); // nothing said
        assertEquals(words, here);
    }
}
