package org.libphb;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Random rows of one question, as columns of longs: what is not said is {@link Batch#NO_NUMBER} in all.
 * PHB_SEED in the environment brings a failure back.
 */
final class BatchRows<B extends Batch<B>> {
    static final long SEED = Long.parseLong(System.getenv().getOrDefault("PHB_SEED", "1"));

    /** Whose rates of every year are held: 2013-14 to 2026-27. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2013, 4, 6);

    final int rows;
    final Map<ColumnIn<B, ?>, long[]> in = new LinkedHashMap<>();
    final List<ColumnOut<B, ?>> out;
    private final IntFunction<B> maker;

    private BatchRows(int rows, IntFunction<B> maker, List<ColumnOut<B, ?>> out) {
        this.rows = rows;
        this.maker = maker;
        this.out = out;
    }

    private void set(ColumnIn<B, ?> column, int row, long value) {
        in.computeIfAbsent(column, any -> filled(Batch.NO_NUMBER))[row] = value;
    }

    long[] filled(long value) {
        long[] values = new long[rows];
        Arrays.fill(values, value);
        return values;
    }

    /** A batch of so many rows without columns. */
    B empty() {
        return maker.apply(rows);
    }

    /** A batch that has no rows at all. */
    B emptyOfNone() {
        return maker.apply(0);
    }

    /** A batch with all of them as arrays of longs. */
    B batch() {
        B batch = empty();
        in.forEach(batch::in);
        return batch;
    }

    /** What a batch answers about all of them, column by column. */
    List<long[]> answers() {
        B batch = batch();
        List<Object> arrays = new ArrayList<>();
        for (ColumnOut<B, ?> column : out) {
            arrays.add(batch.out(column));
        }
        batch.run();
        return arrays.stream().map(BatchRows::longs).toList();
    }

    static long[] longs(Object array) {
        if (array instanceof long[] longs) {
            return longs;
        }
        return array instanceof int[] ints
                ? Arrays.stream(ints).asLongStream().toArray()
                : longsOf((byte[]) array);
    }

    private static long[] longsOf(byte[] bytes) {
        long[] longs = new long[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            longs[i] = bytes[i];
        }
        return longs;
    }

    @Override
    public String toString() {
        return empty().getClass().getSimpleName() + ", seed " + SEED + " (PHB_SEED)";
    }

    // ---- rows of each question ----

    static List<BatchRows<?>> ofEach(int rows) {
        return List.of(slips(rows), members(rows), wages(rows), duties(rows), people(rows));
    }

    private static long either(Random dice, long... values) {
        return values[dice.nextInt(values.length)];
    }

    /** Mostly near what people earn; a few that cannot be, and the most that there is. */
    private static long pay(Random dice) {
        return dice.nextInt(20) > 0
                ? dice.nextInt(600_000)
                : either(dice, -1, 0, ValuesTest.MOST_PENCE, ValuesTest.MOST_PENCE + 1);
    }

    private static long dayOf(Random dice, int days) {
        return FIRST_DAY.toEpochDay() + dice.nextInt(days);
    }

    static BatchRows<NiBatch> slips(int rows) {
        Random dice = new Random(SEED);
        String letters = "AAAAABCDEFHIJKLMNSVXZ?";
        var slips =
                new BatchRows<>(
                        rows,
                        NiBatch::new,
                        List.of(NiBatch.OUT_NI_PENCE, NiBatch.OUT_STATUS, NiBatch.OUT_CERTAINTY));
        for (int row = 0; row < rows; row++) {
            slips.set(NiBatch.PAID_ON, row, dayOf(dice, 5_500));
            slips.set(NiBatch.FREQUENCY, row, 1 + dice.nextInt(5));
            slips.set(NiBatch.LETTER, row, letters.charAt(dice.nextInt(letters.length())));
            slips.set(NiBatch.GROSS_PENCE, row, pay(dice));
        }
        return slips;
    }

    static BatchRows<PensionBatch> members(int rows) {
        Random dice = new Random(SEED + 1);
        var members =
                new BatchRows<>(
                        rows,
                        PensionBatch::new,
                        List.of(
                                PensionBatch.OUT_PENSION_PENCE,
                                PensionBatch.OUT_STATUS,
                                PensionBatch.OUT_CERTAINTY));
        for (int row = 0; row < rows; row++) {
            members.set(PensionBatch.PAID_ON, row, dayOf(dice, 5_500));
            members.set(PensionBatch.FREQUENCY, row, 1 + dice.nextInt(5));
            members.set(PensionBatch.GROSS_PENCE, row, pay(dice));
        }
        return members;
    }

    static BatchRows<WageBatch> wages(int rows) {
        Random dice = new Random(SEED + 2);
        var wages =
                new BatchRows<>(
                        rows,
                        WageBatch::new,
                        List.of(
                                WageBatch.OUT_MINIMUM_PENNY_HUNDREDTHS,
                                WageBatch.OUT_SHORTFALL_PENNY_HUNDREDTHS,
                                WageBatch.OUT_STATUS,
                                WageBatch.OUT_CERTAINTY));
        for (int row = 0; row < rows; row++) {
            long day = dayOf(dice, 5_500);
            wages.set(WageBatch.DAY, row, day);
            long age = either(dice, Batch.NO_NUMBER, Batch.NO_NUMBER, 16 + dice.nextInt(12));
            wages.set(WageBatch.AGE_YEARS, row, age);
            long born = day - 15 * 365 - dice.nextInt(15 * 365);
            wages.set(WageBatch.DATE_OF_BIRTH, row, either(dice, born, Batch.NO_NUMBER));
            wages.set(WageBatch.RATE_PENNY_HUNDREDTHS, row, (400 + dice.nextInt(1_000)) * 100L);
        }
        return wages;
    }

    /** Half by a regime, half by months of their own. */
    static BatchRows<ReviewBatch> duties(int rows) {
        Random dice = new Random(SEED + 3);
        var duties =
                new BatchRows<>(
                        rows,
                        ReviewBatch::new,
                        List.of(
                                ReviewBatch.OUT_DUE,
                                ReviewBatch.OUT_LATEST,
                                ReviewBatch.OUT_STATUS));
        for (int row = 0; row < rows; row++) {
            boolean byRegime = dice.nextBoolean();
            long none = Batch.NO_NUMBER;
            long anchor = dayOf(dice, 5_000);
            duties.set(ReviewBatch.ANCHOR, row, anchor);
            duties.set(ReviewBatch.HELD_ON, row, either(dice, none, anchor + dice.nextInt(900)));
            duties.set(ReviewBatch.REGIME, row, byRegime ? 1 + dice.nextInt(10) : none);
            duties.set(ReviewBatch.FIRST_MONTHS, row, byRegime ? none : 1 + dice.nextInt(24));
            long every = either(dice, none, 1 + dice.nextInt(24));
            duties.set(ReviewBatch.EVERY_MONTHS, row, byRegime ? none : every);
        }
        return duties;
    }

    /** One to six of an employer; some work by night, one in fifty no minutes at all. */
    static BatchRows<CostBatch> people(int rows) {
        Random dice = new Random(SEED + 4);
        var people =
                new BatchRows<>(
                        rows,
                        CostBatch::new,
                        List.of(
                                CostBatch.OUT_BASIC_PENCE,
                                CostBatch.OUT_LEAVE_PENCE,
                                CostBatch.OUT_EMPLOYER_NI_PENCE,
                                CostBatch.OUT_PENSION_PENCE,
                                CostBatch.OUT_BANK_HOLIDAY_PENCE,
                                CostBatch.OUT_COVER_PENCE,
                                CostBatch.OUT_SICKNESS_PENCE,
                                CostBatch.OUT_SICKNESS_COVER_PENCE,
                                CostBatch.OUT_ALLOWANCE_PENCE,
                                CostBatch.OUT_TOTAL_PENCE,
                                CostBatch.OUT_STATUS,
                                CostBatch.OUT_CERTAINTY));
        int row = 0;
        for (long employer = 1; row < rows; employer++) {
            long start = FIRST_DAY.plusYears(6).toEpochDay() + dice.nextInt(2_500);
            int end = Math.min(rows, row + 1 + dice.nextInt(6));
            for (; row < end; row++) {
                people.set(CostBatch.EMPLOYER, row, employer);
                people.set(CostBatch.PERIOD_START, row, start);
                people.set(CostBatch.PERIOD_END, row, start + 364);
                person(people, row, dice);
            }
        }
        return people;
    }

    private static void person(BatchRows<CostBatch> people, int row, Random dice) {
        long none = Batch.NO_NUMBER;
        boolean byNight = dice.nextInt(3) == 0;
        boolean isBasic = !byNight && dice.nextInt(5) == 0;
        long start = people.in.get(CostBatch.PERIOD_START)[row];
        long minutes = dice.nextInt(50) == 0 ? 0 : 60 + dice.nextInt(2_900);
        people.set(CostBatch.WEEKS_IN_YEAR, row, either(dice, none, 1, 2));
        people.set(CostBatch.CLAIMS_ALLOWANCE, row, either(dice, none, 1, 2, 2));
        people.set(CostBatch.ALLOWANCE_USED_PENCE, row, either(dice, none, dice.nextInt(90_000)));
        people.set(CostBatch.EMPLOYED_SINCE, row, either(dice, none, start - dice.nextInt(999)));
        people.set(CostBatch.START, row, either(dice, none, start + dice.nextInt(99)));
        people.set(CostBatch.END, row, either(dice, none, start + 300 + dice.nextInt(60)));
        people.set(
                CostBatch.DATE_OF_BIRTH, row, either(dice, none, start - 7_000 - dice.nextInt(19_000)));
        people.set(CostBatch.NI_LETTER, row, either(dice, none, none, 'A', 'C', 'M', 'H'));
        people.set(CostBatch.PAY_FREQUENCY, row, 1 + dice.nextInt(4));
        people.set(CostBatch.MINUTES_PER_WEEK, row, isBasic ? none : minutes);
        long rate = 120_000 + dice.nextInt(130_000);
        people.set(CostBatch.RATE_PENNY_HUNDREDTHS, row, isBasic ? none : rate);
        people.set(CostBatch.NIGHTS_PER_WEEK_HUNDREDTHS, row, byNight ? 100 + dice.nextInt(300) : none);
        people.set(
                CostBatch.NIGHT_RATE_PENNY_HUNDREDTHS,
                row,
                byNight ? (5_000 + dice.nextInt(4_000)) * 100L : none);
        people.set(CostBatch.BASIC_PENCE, row, isBasic ? 10_000 + dice.nextInt(300_000) : none);
        people.set(CostBatch.DAYS_PER_WEEK_HUNDREDTHS, row, either(dice, none, 300, 550));
        moreOf(people, row, dice, byNight, isBasic);
    }

    private static void moreOf(
            BatchRows<CostBatch> people, int row, Random dice, boolean byNight, boolean isBasic) {
        long none = Batch.NO_NUMBER;
        people.set(CostBatch.BANK_HOLIDAY_MINUTES, row, isBasic ? none : either(dice, none, 240));
        people.set(
                CostBatch.BANK_HOLIDAY_PREMIUM_PENNY_HUNDREDTHS,
                row,
                people.in.get(CostBatch.BANK_HOLIDAY_MINUTES)[row] == none ? none : dice.nextInt(90_000));
        boolean isCovered = !isBasic && dice.nextBoolean();
        long byNightOnly = byNight ? 5_000 + dice.nextInt(7_000) : none;
        people.set(CostBatch.LEAVE_METHOD, row, isCovered ? 2 : either(dice, 1, 3));
        people.set(CostBatch.LEAVE_BY, row, isCovered ? 1 + dice.nextInt(3) : none);
        people.set(
                CostBatch.LEAVE_RATE_PENNY_HUNDREDTHS,
                row,
                isCovered ? 120_000 + dice.nextInt(180_000) : none);
        people.set(CostBatch.LEAVE_NIGHT_RATE_PENCE, row, isCovered ? byNightOnly : none);
        people.set(CostBatch.LEAVE_WEEKS_HUNDREDTHS, row, either(dice, none, 600));
        people.set(CostBatch.PENSION_MEMBERSHIP, row, either(dice, none, 1, 2, 3));
        people.set(CostBatch.PENSION_BASIS, row, either(dice, none, 1, 2));
        people.set(CostBatch.PENSION_EMPLOYER_PPM, row, either(dice, none, 50_000, 62_500));
        boolean isIll = !isBasic && dice.nextBoolean();
        people.set(CostBatch.SICKNESS_WEEKS_HUNDREDTHS, row, isIll ? dice.nextInt(400) : none);
        people.set(
                CostBatch.SICKNESS_COVER_RATE_PENNY_HUNDREDTHS,
                row,
                isIll ? 150_000 + dice.nextInt(150_000) : none);
        people.set(CostBatch.SICKNESS_COVER_NIGHT_RATE_PENCE, row, isIll ? byNightOnly : none);
    }
}
