package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.libphb.internal.PhbNative;

/** Null is refused wherever something is wanted, above and below. */
class NullsTest {
    /** A method and the place of the parameter that is to be null. */
    static List<Arguments> references() throws ClassNotFoundException {
        return PublicTypes.all().stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(NullsTest::isAsked)
                .flatMap(NullsTest::referencesOf)
                .toList();
    }

    private static Stream<Arguments> referencesOf(Method method) {
        return IntStream.range(0, method.getParameterCount())
                .filter(place -> !method.getParameterTypes()[place].isPrimitive())
                .mapToObj(place -> Arguments.of(method, place));
    }

    private static boolean isAsked(Method method) {
        return Modifier.isPublic(method.getModifiers())
                && !method.isSynthetic()
                && !method.getName().equals("equals");
    }

    @ParameterizedTest
    @MethodSource("references")
    void nullIsRefused(Method method, int place) {
        Object[] arguments = Things.of(method.getParameterTypes());
        arguments[place] = null;
        Object self =
                Modifier.isStatic(method.getModifiers())
                        ? null
                        : Things.of(method.getDeclaringClass());
        InvocationTargetException thrown =
                assertThrows(
                        InvocationTargetException.class, () -> method.invoke(self, arguments));
        assertEquals(NullPointerException.class, thrown.getCause().getClass());
    }

    private static final Set<String> KINDS =
            Set.of("Budget", "Chain", "Comparison", "Costing", "Plan", "Policy", "Rate", "Rates",
                    "Report", "Schedule", "ScheduleRequest", "Table");

    /** The native methods of objects, those that free them among them. */
    static List<Method> nativeMethodsOfObjects() {
        return Arrays.stream(PhbNative.class.getMethods())
                .filter(method -> Modifier.isNative(method.getModifiers()))
                .filter(method -> KINDS.contains(method.getName().replaceFirst("_.*", ""))
                        || method.getName().startsWith("delete_"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("nativeMethodsOfObjects")
    void nullForAnObjectIsRefusedBelow(Method method) {
        InvocationTargetException thrown =
                assertThrows(
                        InvocationTargetException.class,
                        () -> method.invoke(null, plausible(method)));
        assertTrue(thrown.getCause() instanceof PhbArgumentException, thrown.getCause().toString());
    }

    /** Nought for each number, and a text for each text. */
    private static Object[] plausible(Executable method) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> type == byte[].class ? "{}".getBytes()
                        : type == int.class ? (Object) 0 : 0L)
                .toArray();
    }

    /** The native methods that want a text or a document. */
    static List<Method> nativeMethodsOfTexts() {
        return Arrays.stream(PhbNative.class.getMethods())
                .filter(method -> Modifier.isNative(method.getModifiers()))
                .filter(method -> Modifier.isStatic(method.getModifiers())
                        && method.getParameterCount() > 0
                        && method.getParameterTypes()[0] == byte[].class)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("nativeMethodsOfTexts")
    void nullForATextIsRefusedBelow(Method method) {
        Object[] arguments = plausible(method);
        arguments[0] = null;
        InvocationTargetException thrown =
                assertThrows(
                        InvocationTargetException.class, () -> method.invoke(null, arguments));
        assertTrue(thrown.getCause() instanceof PhbArgumentException, thrown.getCause().toString());
    }
}
