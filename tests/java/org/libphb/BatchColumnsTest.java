package org.libphb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However columns cross and rows are split, the answers are the same. */
class BatchColumnsTest {
    /** More than fit into a block of any question. */
    private static final int MANY = 9_000;

    private static final long JUNK = 77;

    static List<BatchRows<?>> questions() {
        return BatchRows.ofEach(MANY);
    }

    // ---- buffers of every kind ----

    /** Direct bytes in the order of the machine, so many beyond an address that is whole. */
    static ByteBuffer direct(int bytes, int askew) {
        return ByteBuffer.allocateDirect(bytes + askew)
                .slice(askew, bytes)
                .order(ByteOrder.nativeOrder());
    }

    static LongBuffer directLongs(long[] values, int askew) {
        return direct(values.length * Long.BYTES, askew).asLongBuffer().put(0, values);
    }

    static IntBuffer directInts(int[] values, int askew) {
        return direct(values.length * Integer.BYTES, askew).asIntBuffer().put(0, values);
    }

    static int[] ints(long[] values) {
        return Arrays.stream(values)
                .mapToInt(value -> value == Batch.NO_NUMBER ? Batch.NO_DAY : Math.toIntExact(value))
                .toArray();
    }

    static byte[] bytes(long[] values) {
        byte[] bytes = new byte[values.length];
        for (int row = 0; row < bytes.length; row++) {
            bytes[row] = values[row] == Batch.NO_NUMBER ? 0 : (byte) values[row];
        }
        return bytes;
    }

    /** A part of a longer array, the rest of which is nobody's row. */
    private static LongBuffer amidst(long[] values) {
        long[] longer = new long[values.length + 5];
        Arrays.fill(longer, JUNK);
        System.arraycopy(values, 0, longer, 3, values.length);
        return LongBuffer.wrap(longer, 3, values.length);
    }

    private static boolean fitsInts(long[] values) {
        return Arrays.stream(values)
                .allMatch(value -> value == Batch.NO_NUMBER || value == (int) value);
    }

    private static <B extends Batch<B>> void give(
            B batch, ColumnIn<B, ?> column, long[] values, Random dice) {
        boolean isCode = column.holds() != Long.class && column.holds() != LocalDate.class;
        switch (dice.nextInt(isCode ? 12 : fitsInts(values) ? 9 : 5)) {
            case 0 -> batch.in(column, values);
            case 1 -> batch.in(column, directLongs(values, 0));
            case 2 -> batch.in(column, directLongs(values, 4));
            case 3 -> batch.in(column, amidst(values));
            case 4 -> batch.in(column, LongBuffer.wrap(values).asReadOnlyBuffer());
            case 5 -> batch.in(column, ints(values));
            case 6 -> batch.in(column, directInts(ints(values), 0));
            case 7 -> batch.in(column, directInts(ints(values), 1).asReadOnlyBuffer());
            case 8 -> batch.in(column, IntBuffer.wrap(ints(values)));
            case 9 -> batch.in(column, bytes(values));
            case 10 -> batch.in(column, direct(values.length, 0).put(0, bytes(values)));
            default -> batch.in(column, ByteBuffer.wrap(bytes(values)).asReadOnlyBuffer());
        }
    }

    /** Somewhere to write to; gives what was written there. */
    @SuppressWarnings("unchecked")
    private static <B extends Batch<B>> Supplier<long[]> take(
            B batch, ColumnOut<B, ?> column, Random dice) {
        Object array = column.array(batch.rows());
        if (array instanceof long[]) {
            return takeLongs(batch, (ColumnOut<B, long[]>) column, dice);
        }
        return array instanceof int[]
                ? takeInts(batch, (ColumnOut<B, int[]>) column, dice)
                : takeBytes(batch, (ColumnOut<B, byte[]>) column, dice);
    }

    private static <B extends Batch<B>> Supplier<long[]> takeLongs(
            B batch, ColumnOut<B, long[]> column, Random dice) {
        if (dice.nextInt(3) == 0) {
            long[] array = batch.out(column);
            return () -> array;
        }
        LongBuffer buffer =
                dice.nextBoolean()
                        ? directLongs(new long[batch.rows()], dice.nextInt(2) * 4)
                        : amidst(new long[batch.rows()]);
        batch.out(column, buffer);
        return () -> {
            long[] values = new long[batch.rows()];
            buffer.get(buffer.position(), values);
            return values;
        };
    }

    private static <B extends Batch<B>> Supplier<long[]> takeInts(
            B batch, ColumnOut<B, int[]> column, Random dice) {
        if (dice.nextInt(3) == 0) {
            int[] array = batch.out(column);
            return () -> BatchRows.longs(array);
        }
        IntBuffer buffer = directInts(new int[batch.rows()], dice.nextInt(2));
        batch.out(column, buffer);
        return () -> {
            int[] values = new int[batch.rows()];
            buffer.get(0, values);
            return BatchRows.longs(values);
        };
    }

    private static <B extends Batch<B>> Supplier<long[]> takeBytes(
            B batch, ColumnOut<B, byte[]> column, Random dice) {
        if (dice.nextInt(3) == 0) {
            byte[] array = batch.out(column);
            return () -> BatchRows.longs(array);
        }
        ByteBuffer buffer = direct(batch.rows(), dice.nextInt(2));
        batch.out(column, buffer);
        return () -> {
            byte[] values = new byte[batch.rows()];
            buffer.get(0, values);
            return BatchRows.longs(values);
        };
    }

    // ---- the same answers ----

    @ParameterizedTest
    @MethodSource("questions")
    <B extends Batch<B>> void columnsMayCrossInAnyWayAndRowsBeSplitAnywhere(BatchRows<B> rows) {
        List<long[]> expected = rows.answers();
        Random dice = new Random(BatchRows.SEED);
        for (int round = 0; round < 12; round++) {
            B batch = rows.empty();
            rows.in.forEach((column, values) -> give(batch, column, values, dice));
            List<Supplier<long[]>> taken =
                    rows.out.stream().map(column -> take(batch, column, dice)).toList();
            runInPieces(batch, dice);
            for (int column = 0; column < expected.size(); column++) {
                String which = rows + ", " + rows.out.get(column) + ", round " + round;
                assertArrayEquals(expected.get(column), taken.get(column).get(), which);
            }
        }
    }

    /** In ranges of every length, in any order. */
    private static void runInPieces(Batch<?> batch, Random dice) {
        List<Runnable> pieces = new ArrayList<>();
        int first = 0;
        while (first < batch.rows()) {
            int begin = first;
            int end = batch.split(first + 1 + dice.nextInt(batch.rows() - first));
            pieces.add(() -> batch.run(begin, end - begin));
            first = end;
        }
        Collections.shuffle(pieces, dice);
        pieces.forEach(Runnable::run);
    }

    @ParameterizedTest
    @MethodSource("questions")
    <B extends Batch<B>> void oneValueStandsForAColumnFullOfIt(BatchRows<B> rows) {
        for (ColumnIn<B, ?> column : rows.in.keySet()) {
            long[] values = rows.in.get(column);
            long value = Arrays.stream(values).filter(each -> each != Batch.NO_NUMBER).findFirst()
                    .orElseThrow();
            B full = rows.batch();
            full.in(column, rows.filled(value));
            B same = rows.batch();
            say(same, column, value);
            ColumnOut<B, ?> out = rows.out.get(0);
            Object expected = full.out(out);
            Object actual = same.out(out);
            full.run();
            same.run();
            assertArrayEquals(BatchRows.longs(expected), BatchRows.longs(actual), column.toString());
        }
    }

    /** As whoever says one value says it. */
    @SuppressWarnings("unchecked")
    private static <B extends Batch<B>> void say(B batch, ColumnIn<B, ?> column, long value) {
        batch.same((ColumnIn<B, Object>) column, said(column.holds(), value));
    }

    private static Object said(Class<?> holds, long value) {
        if (holds == LocalDate.class) {
            return LocalDate.ofEpochDay(value);
        }
        if (holds == Boolean.class) {
            return value == 2;
        }
        if (holds == Character.class) {
            return (char) value;
        }
        return holds == Long.class ? (Object) value : holds.getEnumConstants()[(int) value - 1];
    }

    @ParameterizedTest
    @MethodSource("questions")
    <B extends Batch<B>> void aRangeTouchesItsOwnRows(BatchRows<B> rows) {
        ColumnOut<B, ?> wanted = rows.out.get(0);
        for (boolean isDirect : new boolean[] {true, false}) {
            B batch = rows.batch();
            int first = batch.split(1_000);
            int end = batch.split(7_000);
            long[] before = rows.filled(JUNK);
            Supplier<long[]> taken = taken(batch, wanted, before, isDirect);
            batch.run(first, end - first);
            long[] after = taken.get();
            long[] answers = rows.answers().get(0);
            assertArrayEquals(
                    Arrays.copyOfRange(answers, first, end), Arrays.copyOfRange(after, first, end));
            assertArrayEquals(Arrays.copyOf(before, first), Arrays.copyOf(after, first));
            assertArrayEquals(
                    Arrays.copyOfRange(before, end, MANY), Arrays.copyOfRange(after, end, MANY));
        }
    }

    /** Filled beforehand. */
    @SuppressWarnings("unchecked")
    private static <B extends Batch<B>> Supplier<long[]> taken(
            B batch, ColumnOut<B, ?> column, long[] before, boolean isDirect) {
        if (column.array(0) instanceof int[]) {
            IntBuffer ints =
                    isDirect ? directInts(ints(before), 0) : IntBuffer.wrap(ints(before));
            batch.out((ColumnOut<B, int[]>) column, ints);
            return () -> {
                int[] values = new int[before.length];
                ints.get(0, values);
                return BatchRows.longs(values);
            };
        }
        LongBuffer longs = isDirect ? directLongs(before, 0) : LongBuffer.wrap(before.clone());
        batch.out((ColumnOut<B, long[]>) column, longs);
        return () -> {
            long[] values = new long[before.length];
            longs.get(0, values);
            return values;
        };
    }

    @ParameterizedTest
    @MethodSource("questions")
    <B extends Batch<B>> void noColumnInIsWrittenTo(BatchRows<B> rows) {
        B batch = rows.empty();
        List<LongBuffer> columns = new ArrayList<>();
        rows.in.forEach(
                (column, values) -> {
                    columns.add(directLongs(values, 0));
                    batch.in(column, columns.get(columns.size() - 1));
                });
        rows.out.forEach(batch::out);
        batch.run();
        assertEquals(rows.in.values().stream().map(LongBuffer::wrap).toList(), columns);
    }

    @Test
    void aBufferMayBeReadOnAfterwards() {
        LongBuffer gross = directLongs(new long[] {1, 27_000, 1}, 0).position(1).limit(2);
        NiBatch batch =
                new NiBatch(1)
                        .same(NiBatch.PAID_ON, Samples.APRIL)
                        .same(NiBatch.FREQUENCY, PayFrequency.WEEKLY)
                        .in(NiBatch.GROSS_PENCE, gross);
        long[] ni = batch.out(NiBatch.OUT_NI_PENCE);
        gross.clear();
        batch.run();
        assertArrayEquals(new long[] {2610}, ni); // 270.00 is 174.00 above 96.00: 15%
    }

    @ParameterizedTest
    @MethodSource("questions")
    <B extends Batch<B>> void aBatchWithoutRowsIsNoMistake(BatchRows<B> rows) {
        for (boolean isDirect : new boolean[] {true, false}) {
            B batch = rows.emptyOfNone();
            LongBuffer none = isDirect ? directLongs(new long[0], 0) : LongBuffer.allocate(0);
            rows.in.keySet().forEach(column -> batch.in(column, none));
            batch.run();
            assertEquals(0, batch.split(0));
        }
    }

    // ---- employers ----

    /** So many rows of one employer, between others of one row each. */
    private static BatchRows<CostBatch> withLongEmployer(int first, int count, boolean claims) {
        BatchRows<CostBatch> people = BatchRows.people(MANY);
        long[] employers = people.in.get(CostBatch.EMPLOYER);
        for (int row = 0; row < MANY; row++) {
            employers[row] = row < first ? row : row < first + count ? first : row;
        }
        people.in.put(CostBatch.CLAIMS_ALLOWANCE, people.filled(claims ? 2 : 1));
        return people;
    }

    @Test
    void splitFindsWhereAnEmployerBegins() {
        for (boolean isDirect : new boolean[] {true, false}) {
            long[] employer = new long[1_000];
            Arrays.fill(employer, 100, 900, 5);
            employer[0] = Batch.NO_NUMBER;
            employer[1] = Batch.NO_NUMBER; // each is an employer by itself
            CostBatch batch = new CostBatch(1_000);
            assertEquals(500, batch.split(500)); // without employers anywhere
            if (isDirect) {
                batch.in(CostBatch.EMPLOYER, directLongs(employer, 0));
            } else {
                batch.in(CostBatch.EMPLOYER, employer);
            }
            assertEquals(0, batch.split(0));
            assertEquals(1, batch.split(1));
            assertEquals(2, batch.split(2));
            assertEquals(100, batch.split(3));
            assertEquals(100, batch.split(100));
            assertEquals(900, batch.split(101));
            assertEquals(900, batch.split(899));
            assertEquals(1_000, batch.split(901));
            assertEquals(1_000, batch.split(1_000));
        }
    }

    @Test
    void anEmployerMayHaveAnyNumberOfRows() {
        for (int rows = 1; rows < 300; rows++) {
            long[] employer = new long[1_000];
            Arrays.fill(employer, 100, 100 + rows, 5);
            CostBatch batch = new CostBatch(1_000).in(CostBatch.EMPLOYER, employer);
            assertEquals(100 + rows, batch.split(101));
        }
    }

    @Test
    void anEmployerMayHaveMoreRowsThanABlock() {
        BatchRows<CostBatch> people = withLongEmployer(100, 6_000, false);
        List<long[]> whole = people.answers();
        people.in.put(CostBatch.EMPLOYER, people.filled(Batch.NO_NUMBER));
        List<long[]> apart = people.answers(); // nobody claims: it makes no difference
        for (int column = 0; column < whole.size(); column++) {
            assertArrayEquals(apart.get(column), whole.get(column));
        }
    }

    @Test
    void anEmployerOfWhomMoreThanTheLimitClaimIsRefusedAsAWhole() {
        BatchRows<CostBatch> people = withLongEmployer(100, 129, true);
        long[] statuses = people.answers().get(10);
        for (int row = 100; row < 229; row++) {
            assertFalse(Batch.status((byte) statuses[row]).equals("OK"));
        }
        assertTrue(Arrays.stream(statuses, 229, MANY).anyMatch(status -> status == 0));
    }
}
