package org.libphb;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.libphb.internal.PhbNative;

/**
 * Run in a JVM of its own: threads share budgets that they use, close and abandon under one another,
 * while the collector runs all the time. Prints how many bytes more are held at the end.
 */
final class StormProbe {
    private static final int THREADS = 16;
    private static final byte[] DOCUMENT =
            Samples.bytes(Samples.BUDGETS.resolve("one-assistant.json"));
    private static final Money TOTAL = new Money(27_447_06); // as the README has it

    private final AtomicReferenceArray<Budget> shared = new AtomicReferenceArray<>(THREADS / 2);

    private StormProbe() {}

    /** How many turns each thread has. */
    public static void main(String[] arguments) throws Exception {
        use(Budget.parse(DOCUMENT)).close();
        long before = heldAfterCollection();
        new StormProbe().blow(Integer.parseInt(arguments[0]));
        System.out.println("held " + (heldAfterCollection() - before) + " more");
    }

    /** What is held when nothing more becomes free. */
    private static long heldAfterCollection() throws InterruptedException {
        long held = Long.MAX_VALUE;
        while (PhbNative.held_bytes() < held) {
            held = PhbNative.held_bytes();
            System.gc();
            Thread.sleep(500);
        }
        return held;
    }

    private void blow(int turns) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
        List<Future<Integer>> others = new ArrayList<>();
        for (int seed = 0; seed < THREADS; seed++) {
            SplittableRandom dice = new SplittableRandom(seed);
            others.add(threads.submit(() -> takeTurns(turns, dice)));
        }
        Future<Integer> collector = threads.submit(collectUntil(others));
        int refused = 0;
        for (Future<Integer> other : others) {
            refused += other.get(); // or what was thrown
        }
        System.out.println("collected " + collector.get() + " times");
        System.out.println("found closed " + refused + " times");
        threads.shutdown();
    }

    private static Callable<Integer> collectUntil(List<Future<Integer>> others) {
        return () -> {
            int times = 0;
            for (; !others.stream().allMatch(Future::isDone); times++) {
                System.gc();
            }
            return times;
        };
    }

    /** How often a budget turned out to be closed by another thread. */
    private int takeTurns(int turns, SplittableRandom dice) {
        int refused = 0;
        for (int turn = 0; turn < turns; turn++) {
            int place = dice.nextInt(shared.length());
            try {
                takeTurn(place, dice.nextInt(5));
            } catch (IllegalStateException closed) {
                refused++;
                shared.set(place, null);
            }
        }
        return refused;
    }

    private void takeTurn(int place, int what) {
        Budget budget = shared.get(place);
        switch (budget == null ? 0 : what) {
            case 0 -> shared.set(place, Budget.parse(DOCUMENT)); // the one before is abandoned
            case 1 -> use(budget).close();
            case 2 -> use(budget); // its costing is abandoned
            case 3 -> budget.close(); // and left where others find it
            default -> {
                Costing costing = use(budget);
                shared.set(place, null);
                budget.close();
                costing.close();
                costing.close();
            }
        }
    }

    private static Costing use(Budget budget) {
        Costing costing = budget.cost();
        if (!costing.total().equals(TOTAL)) {
            throw new AssertionError("another thread got in the way");
        }
        return costing;
    }
}
