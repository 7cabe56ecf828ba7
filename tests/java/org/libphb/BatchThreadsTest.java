package org.libphb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches and many threads, the collector among them. */
class BatchThreadsTest {
    private static final int ROWS = 9_000;
    private final ExecutorService threads = Executors.newFixedThreadPool(16);

    @AfterEach
    void letThreadsGo() {
        threads.shutdownNow();
    }

    static List<BatchRows<?>> questions() {
        return BatchRows.ofEach(ROWS);
    }

    private static <T> void all(List<Future<T>> futures) throws Exception {
        for (Future<T> future : futures) {
            future.get();
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    <B extends Batch<B>> void sixteenThreadsAnswerAsOneDoes(BatchRows<B> rows) throws Exception {
        B batch = rows.batch();
        List<Object> taken = new ArrayList<>();
        rows.out.forEach(column -> taken.add(batch.out(column)));
        all(threads.invokeAll(ranges(batch, 100)));
        List<long[]> expected = rows.answers();
        for (int column = 0; column < expected.size(); column++) {
            assertArrayEquals(expected.get(column), BatchRows.longs(taken.get(column)));
        }
    }

    private static List<Callable<Void>> ranges(Batch<?> batch, int most) {
        List<Callable<Void>> ranges = new ArrayList<>();
        int first = 0;
        while (first < batch.rows()) {
            int begin = first;
            int end = batch.split(Math.min(first + most, batch.rows()));
            ranges.add(
                    () -> {
                        batch.run(begin, end - begin);
                        return null;
                    });
            first = end;
        }
        return ranges;
    }

    /** Makes rubbish of every age, and has it collected, until told to stop. */
    private static Void litter(AtomicBoolean isOver) {
        List<byte[]> kept = new ArrayList<>();
        while (!isOver.get()) {
            for (int i = 0; i < 200; i++) {
                kept.add(new byte[10_000]);
            }
            if (kept.size() > 2_000) {
                kept.clear();
            }
            System.gc();
        }
        return null;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theCollectorMayMoveEverythingMeanwhile(boolean isDirect) throws Exception {
        BatchRows<CostBatch> people = BatchRows.people(ROWS);
        long[] expected = people.answers().get(9);
        AtomicBoolean isOver = new AtomicBoolean();
        Future<Void> litter = threads.submit(() -> litter(isOver));
        for (int round = 0; round < 5; round++) {
            CostBatch batch = people.empty();
            people.in.forEach(
                    (column, values) -> {
                        if (isDirect) {
                            batch.in(column, BatchColumnsTest.directLongs(values, 0));
                        } else {
                            batch.in(column, values.clone());
                        }
                    });
            long[] total = batch.out(CostBatch.OUT_TOTAL_PENCE);
            batch.run();
            assertArrayEquals(expected, total);
        }
        isOver.set(true);
        litter.get();
    }

    /**
     * Against the rule, and no reason to look at memory that is gone: as much as this goes back to the
     * system at once, and whoever looks at it ends the program.
     */
    @Test
    void aBatchThatIsChangedMeanwhileKeepsTheColumnsItBeganWith() throws Exception {
        int rows = 5_000_000;
        ByteBuffer status = BatchColumnsTest.direct(rows, 0);
        CostBatch batch =
                new CostBatch(rows)
                        .same(CostBatch.PERIOD_START, Samples.APRIL)
                        .same(CostBatch.PERIOD_END, Samples.APRIL)
                        .same(CostBatch.PAY_FREQUENCY, PayFrequency.WEEKLY)
                        .same(CostBatch.LEAVE_METHOD, LeaveMethod.ACCRUAL)
                        .in(CostBatch.BASIC_PENCE, noughts(rows))
                        .out(CostBatch.OUT_STATUS, status);
        AtomicBoolean isOver = new AtomicBoolean();
        Future<Void> changes = threads.submit(() -> change(batch, isOver));
        status.put(rows - 1, (byte) 1);
        batch.run();
        assertEquals(BatchColumnsTest.direct(rows, 0), status);
        isOver.set(true);
        changes.get();
    }

    private static LongBuffer noughts(int rows) {
        return BatchColumnsTest.direct(rows * Long.BYTES, 0).asLongBuffer();
    }

    private static Void change(CostBatch batch, AtomicBoolean isOver) {
        while (!isOver.get()) {
            batch.in(CostBatch.BASIC_PENCE, noughts(batch.rows()));
            System.gc();
        }
        return null;
    }

    @Test
    void ratesThatAreClosedInTheMidstOfARunAreFreedAfterIt() throws Exception {
        BatchRows<CostBatch> people = BatchRows.people(ROWS);
        long[] expected = people.answers().get(9);
        Random dice = new Random(BatchRows.SEED);
        for (int round = 0; round < 10; round++) {
            Rates north = Rates.builtin().withOverlay(Samples.overlay("Travel"));
            CostBatch batch = people.batch().rates(north);
            long[] total = batch.out(CostBatch.OUT_TOTAL_PENCE);
            Future<Boolean> run = threads.submit(() -> isRun(batch));
            Thread.sleep(dice.nextInt(5));
            north.close();
            assertArrayEquals(run.get() ? expected : new long[ROWS], total);
        }
    }

    private static boolean isRun(CostBatch batch) {
        try {
            batch.run();
            return true;
        } catch (IllegalStateException closed) {
            assertEquals("this Rates is closed", closed.getMessage());
            return false;
        }
    }
}
