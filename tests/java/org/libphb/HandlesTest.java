package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Handles: closing, closing while somebody uses one, and what remains. */
class HandlesTest {
    static List<Handle> handles() {
        Budget budget = Samples.budget();
        return List.of(budget, budget.cost(), Samples.policy());
    }

    private static void use(Handle handle) {
        if (handle instanceof Budget budget) {
            budget.toJson();
        } else if (handle instanceof Costing costing) {
            costing.total();
        } else {
            ((Policy) handle).edition();
        }
    }

    @ParameterizedTest
    @MethodSource("handles")
    void closingTwiceIsHarmlessAndUseAfterItIsRefused(Handle handle) {
        use(handle);
        assertFalse(handle.isClosed());
        handle.close();
        handle.close();
        assertTrue(handle.isClosed());
        IllegalStateException thrown =
                assertThrows(IllegalStateException.class, () -> use(handle));
        String kind = handle.getClass().getSimpleName();
        assertEquals("this " + kind + " is closed", thrown.getMessage());
        assertEquals(kind + ", closed", handle.toString());
    }

    @Test
    void whatWasTakenOutStaysGood() {
        Table<Line> lines;
        try (Budget budget = Samples.budget();
                Costing costing = budget.cost()) {
            lines = costing.lines();
        }
        assertEquals(lines.longs("amount")[0], lines.get(0).amount().pence());
        assertThrows(IllegalStateException.class, () -> lines.render(Format.CSV));
    }

    @Test
    void aClosedPolicyIsRefused() {
        Policy policy = Samples.policy();
        CostOptions options = CostOptions.defaults().policy(policy);
        policy.close();
        Budget budget = Samples.budget();
        assertThrows(IllegalStateException.class, () -> budget.cost(options));
        budget.cost().close(); // and the budget was let go of
    }

    @Test
    void anObjectIsFreedOnceByTheLastWhoUsesIt() {
        AtomicInteger freed = new AtomicInteger();
        Native object = new Native(1, "Thing", address -> freed.incrementAndGet());
        Native use = object.open();
        object.run();
        assertTrue(object.isClosed());
        assertThrows(IllegalStateException.class, object::open);
        assertEquals(0, freed.get());
        use.close();
        assertEquals(1, freed.get());
        assertThrows(IllegalStateException.class, object::open);
        object.run();
        assertEquals(1, freed.get());
    }

    @Test
    void closingInTheMidstOfThingsIsHarmless() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Money total = Samples.budget().cost().total();
        for (int round = 0; round < 50; round++) {
            Budget budget = Samples.budget();
            List<Future<Integer>> uses = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                uses.add(threads.submit(() -> costUntilClosed(budget, total)));
            }
            while (!uses.get(0).isDone() && uses.stream().noneMatch(Future::isDone)) {
                budget.close();
            }
            for (Future<Integer> use : uses) {
                assertTrue(use.get() >= 0);
            }
        }
        threads.shutdown();
    }

    private static int costUntilClosed(Budget budget, Money total) {
        for (int times = 0; ; times++) {
            try (Costing costing = budget.cost()) {
                assertEquals(total, costing.total());
            } catch (IllegalStateException closed) {
                return times;
            }
        }
    }
}
