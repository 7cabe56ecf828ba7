package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is closed is refused, whichever method is called and wherever it is handed in. */
class ClosedTest {
    /** What asks nothing of the library. */
    private static final Set<String> HARMLESS = Set.of("close", "isClosed", "toString", "scheduleRequest");

    /** A closed object and one of its methods. */
    static Stream<Arguments> uses() throws ClassNotFoundException {
        return Things.handles().stream()
                .peek(Handle::close)
                .flatMap(closed -> methodsOf(closed).map(method -> Arguments.of(closed, method)));
    }

    private static Stream<Method> methodsOf(Handle handle) {
        return Arrays.stream(handle.getClass().getMethods())
                .filter(method -> method.getDeclaringClass() == handle.getClass())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !HARMLESS.contains(method.getName()));
    }

    @ParameterizedTest
    @MethodSource("uses")
    void noMethodIsCarriedOut(Handle closed, Method method) {
        Object[] arguments = Things.of(method.getParameterTypes());
        InvocationTargetException thrown =
                assertThrows(
                        InvocationTargetException.class, () -> method.invoke(closed, arguments));
        assertEquals(IllegalStateException.class, thrown.getCause().getClass());
        assertEquals(
                "this " + closed.getClass().getSimpleName() + " is closed",
                thrown.getCause().getMessage());
    }

    @Test
    void nothingClosedIsTakenAsAnArgument() {
        Costing costing = Samples.budget().cost();
        Costing closedCosting = Samples.budget().cost();
        Plan plan = Samples.plan();
        Plan closedPlan = Samples.plan();
        Policy policy = Samples.policy();
        Rates rates = Rates.builtin().withOverlay(Samples.overlay("Miles"));
        List.of(closedCosting, closedPlan, policy, rates).forEach(Handle::close);
        CheckOptions options = CheckOptions.defaults();
        List<Executable> uses =
                List.of(
                        () -> costing.compare(closedCosting),
                        () -> plan.check(options.superseded(closedPlan)),
                        () -> plan.check(options.policy(policy)),
                        () -> plan.check(options.rates(rates)),
                        () -> plan.chain(options.policy(policy)),
                        () -> plan.chain(options.rates(rates)),
                        () -> closedPlan.scheduleRequest().build(),
                        () -> plan.scheduleRequest().policy(policy).build(),
                        () -> plan.scheduleRequest().rates(rates).build(),
                        () -> Samples.budget().cost(CostOptions.defaults().rates(rates)));
        for (Executable use : uses) {
            assertThrows(IllegalStateException.class, use);
        }
        costing.compare(costing); // and what was open was let go of
        plan.check();
    }

    @Test
    void aTableStaysGoodAndCanNoLongerBeRendered() {
        Report report = Samples.plan().check();
        Table<Finding> findings = report.findings();
        report.close();
        assertEquals(findings.texts("rule").get(0), findings.get(0).rule());
        assertThrows(IllegalStateException.class, () -> findings.render(Format.CSV));
        assertThrows(IllegalStateException.class, findings::toJson);
    }
}
