package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.libphb.internal.PhbNative;

/** The closed sets have the members of the C library, by the same numbers. */
class ChoicesTest {
    /** How the constants of a set begin, where that is not the name of the set. */
    private static final Map<String, String> PREFIXES = Map.of("PayFrequency", "PAY");

    static List<Class<?>> sets() throws ClassNotFoundException {
        return PublicTypes.all().stream().filter(Class::isEnum).toList();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void aSetHasTheMembersOfTheLibrary(Class<?> set) throws ReflectiveOperationException {
        String prefix =
                PREFIXES.getOrDefault(
                        set.getSimpleName(),
                        set.getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toUpperCase());
        Map<String, Integer> below = new TreeMap<>();
        for (Method method : PhbNative.class.getMethods()) {
            String name = method.getName();
            if (name.startsWith(prefix + "_") && name.endsWith("_get")) {
                below.put(
                        name.substring(prefix.length() + 1, name.length() - 4),
                        (int) method.invoke(null));
            }
        }
        Map<String, Integer> here = new TreeMap<>();
        for (Object member : set.getEnumConstants()) {
            here.put(((Choice) member).name(), ((Choice) member).code());
        }
        assertEquals(below, here);
    }

    @ParameterizedTest
    @MethodSource("words")
    void aMemberIsFoundByItsWord(String word, PayFrequency frequency) {
        assertEquals(word, frequency.word());
        assertEquals(frequency, Values.choice(PayFrequency.class, word));
    }

    static Stream<Arguments> words() {
        return Arrays.stream(PayFrequency.values())
                .map(
                        each ->
                                Arguments.of(
                                        each.name().toLowerCase(), each));
    }
}
