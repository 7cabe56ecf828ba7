package bench;

import java.nio.LongBuffer;
import java.util.concurrent.TimeUnit;
import org.libphb.NiBatch;
import org.libphb.PensionBatch;
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

/** The payslips of bench_batch: National Insurance and pensions, over direct buffers and arrays. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 15, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 20, timeUnit = TimeUnit.MILLISECONDS)
public class Slips {
    private final LongBuffer niByC = Columns.longs("s0");
    private final LongBuffer pensionByC = Columns.longs("s1");
    private final int rows = niByC.remaining();
    private final LongBuffer niInPlace = Columns.direct(8L * rows).asLongBuffer();
    private final LongBuffer pensionInPlace = Columns.direct(8L * rows).asLongBuffer();
    private final NiBatch niDirect = new NiBatch(rows);
    private final NiBatch niArrays = new NiBatch(rows);
    private final PensionBatch pensionDirect = new PensionBatch(rows);
    private final PensionBatch pensionArrays = new PensionBatch(rows);
    private LongBuffer niInArray;
    private LongBuffer pensionInArray;

    @Setup
    public void say() {
        var paidOn = Columns.ints("paid_on");
        var frequency = Columns.bytes("slip_frequency");
        var letter = Columns.bytes("letter");
        var gross = Columns.longs("gross");
        niDirect.in(NiBatch.PAID_ON, paidOn)
                .in(NiBatch.FREQUENCY, frequency)
                .in(NiBatch.LETTER, letter)
                .in(NiBatch.GROSS_PENCE, gross)
                .out(NiBatch.OUT_NI_PENCE, niInPlace)
                .out(NiBatch.OUT_STATUS, Columns.direct(rows));
        pensionDirect
                .in(PensionBatch.PAID_ON, paidOn)
                .in(PensionBatch.FREQUENCY, frequency)
                .in(PensionBatch.GROSS_PENCE, gross)
                .out(PensionBatch.OUT_PENSION_PENCE, pensionInPlace)
                .out(PensionBatch.OUT_STATUS, Columns.direct(rows));
        niArrays.in(NiBatch.PAID_ON, Columns.array(paidOn))
                .in(NiBatch.FREQUENCY, Columns.array(frequency))
                .in(NiBatch.LETTER, Columns.array(letter))
                .in(NiBatch.GROSS_PENCE, Columns.array(gross))
                .out(NiBatch.OUT_STATUS);
        niInArray = LongBuffer.wrap(niArrays.out(NiBatch.OUT_NI_PENCE));
        pensionArrays
                .in(PensionBatch.PAID_ON, Columns.array(paidOn))
                .in(PensionBatch.FREQUENCY, Columns.array(frequency))
                .in(PensionBatch.GROSS_PENCE, Columns.array(gross))
                .out(PensionBatch.OUT_STATUS);
        pensionInArray = LongBuffer.wrap(pensionArrays.out(PensionBatch.OUT_PENSION_PENCE));
    }

    @Benchmark
    public void niDirect(Worked worked) {
        worked.pass(niDirect::run);
    }

    @Benchmark
    public void niArrays(Worked worked) {
        worked.pass(niArrays::run);
    }

    @Benchmark
    public void pensionDirect(Worked worked) {
        worked.pass(pensionDirect::run);
    }

    @Benchmark
    public void pensionArrays(Worked worked) {
        worked.pass(pensionArrays::run);
    }

    /** Each benchmark has a program of its own, which has asked one of the four. */
    @TearDown
    public void compare() {
        niDirect.run();
        niArrays.run();
        pensionDirect.run();
        pensionArrays.run();
        boolean isSame =
                niByC.equals(niInPlace)
                        && niByC.equals(niInArray)
                        && pensionByC.equals(pensionInPlace)
                        && pensionByC.equals(pensionInArray);
        if (!isSame) {
            throw new IllegalStateException("Java and C differ");
        }
    }
}
