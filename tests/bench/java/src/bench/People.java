package bench;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.libphb.ColumnIn;
import org.libphb.ColumnOut;
import org.libphb.CostBatch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The people of bench_batch: what they cost, over direct buffers and arrays. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 1, timeUnit = TimeUnit.MILLISECONDS)
public class People {
    /** In the order in which bench_batch numbers them. */
    private static final List<ColumnOut<CostBatch, long[]>> OUT =
            List.of(
                    CostBatch.OUT_BASIC_PENCE,
                    CostBatch.OUT_LEAVE_PENCE,
                    CostBatch.OUT_EMPLOYER_NI_PENCE,
                    CostBatch.OUT_PENSION_PENCE,
                    CostBatch.OUT_COVER_PENCE,
                    CostBatch.OUT_SICKNESS_PENCE,
                    CostBatch.OUT_SICKNESS_COVER_PENCE,
                    CostBatch.OUT_ALLOWANCE_PENCE,
                    CostBatch.OUT_TOTAL_PENCE);

    private final int rows = Columns.longs("employer").remaining();
    private final CostBatch direct = new CostBatch(rows);
    private final CostBatch arrays = new CostBatch(rows);
    private final List<LongBuffer> inPlace = new ArrayList<>();
    private final List<LongBuffer> inArrays = new ArrayList<>();

    @Setup
    public void say() {
        ints(CostBatch.PERIOD_START, "start");
        ints(CostBatch.PERIOD_END, "end");
        bytes(CostBatch.WEEKS_IN_YEAR, "weeks_in_year");
        longs(CostBatch.EMPLOYER, "employer");
        ints(CostBatch.DATE_OF_BIRTH, "birth");
        bytes(CostBatch.PAY_FREQUENCY, "frequency");
        ints(CostBatch.MINUTES_PER_WEEK, "minutes");
        longs(CostBatch.RATE_PENNY_HUNDREDTHS, "rate");
        ints(CostBatch.NIGHTS_PER_WEEK_HUNDREDTHS, "nights");
        longs(CostBatch.NIGHT_RATE_PENNY_HUNDREDTHS, "night_rate");
        bytes(CostBatch.LEAVE_METHOD, "leave_method");
        bytes(CostBatch.LEAVE_BY, "leave_by");
        longs(CostBatch.LEAVE_RATE_PENNY_HUNDREDTHS, "cover_rate");
        longs(CostBatch.LEAVE_NIGHT_RATE_PENCE, "cover_night_rate");
        ints(CostBatch.SICKNESS_WEEKS_HUNDREDTHS, "sick_weeks");
        longs(CostBatch.SICKNESS_COVER_RATE_PENNY_HUNDREDTHS, "sick_rate");
        longs(CostBatch.SICKNESS_COVER_NIGHT_RATE_PENCE, "sick_night_rate");
        direct.same(CostBatch.CLAIMS_ALLOWANCE, true);
        arrays.same(CostBatch.CLAIMS_ALLOWANCE, true);
        for (ColumnOut<CostBatch, long[]> column : OUT) {
            LongBuffer values = Columns.direct(8L * rows).asLongBuffer();
            direct.out(column, values);
            inPlace.add(values);
            inArrays.add(LongBuffer.wrap(arrays.out(column)));
        }
        direct.out(CostBatch.OUT_STATUS, Columns.direct(rows));
        arrays.out(CostBatch.OUT_STATUS);
    }

    private void longs(ColumnIn<CostBatch, Long> column, String name) {
        LongBuffer values = Columns.longs(name);
        direct.in(column, values);
        arrays.in(column, Columns.array(values));
    }

    private void ints(ColumnIn<CostBatch, ?> column, String name) {
        var values = Columns.ints(name);
        direct.in(column, values);
        arrays.in(column, Columns.array(values));
    }

    private void bytes(ColumnIn<CostBatch, ?> column, String name) {
        var values = Columns.bytes(name);
        direct.in(column, values);
        arrays.in(column, Columns.array(values));
    }

    @Benchmark
    public void costDirect(Worked worked) {
        worked.pass(direct::run);
    }

    @Benchmark
    public void costArrays(Worked worked) {
        worked.pass(arrays::run);
    }

    @TearDown
    public void compare() {
        direct.run();
        arrays.run();
        for (int column = 0; column < OUT.size(); column++) {
            LongBuffer byC = Columns.longs("c" + column);
            if (!byC.equals(inPlace.get(column)) || !byC.equals(inArrays.get(column))) {
                throw new IllegalStateException("Java and C differ");
            }
        }
    }
}
