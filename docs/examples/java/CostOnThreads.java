import static org.libphb.CostBatch.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.libphb.Batch;
import org.libphb.CostBatch;
import org.libphb.LeaveMethod;
import org.libphb.Money;
import org.libphb.PayFrequency;

/** A thousand assistants of some five hundred employers, costed by the threads of an executor. */
public final class CostOnThreads {
    private static final int ROWS = 1_000;
    private static final int PARTS = 4;

    private CostOnThreads() {}

    /** Two of one employer after the other, from 5 to 40 hours a week, from £13.00 an hour. */
    private static CostBatch people() {
        long[] employer = new long[ROWS];
        int[] minutes = new int[ROWS];
        long[] rate = new long[ROWS];
        for (int row = 0; row < ROWS; row++) {
            employer[row] = row / 2;
            minutes[row] = 300 + row % 36 * 60;
            rate[row] = 130_000 + row % 8 * 2_500;
        }
        minutes[17] = 0; // a mistake in the data
        return new CostBatch(ROWS)
                .same(PERIOD_START, LocalDate.of(2026, 4, 6))
                .same(PERIOD_END, LocalDate.of(2027, 4, 5))
                .same(PAY_FREQUENCY, PayFrequency.MONTHLY)
                .same(LEAVE_METHOD, LeaveMethod.ACCRUAL)
                .same(CLAIMS_ALLOWANCE, true)
                .in(EMPLOYER, employer)
                .in(MINUTES_PER_WEEK, minutes)
                .in(RATE_PENNY_HUNDREDTHS, rate);
    }

    /** Ranges of about as many rows each; none cuts an employer. */
    private static List<Callable<Void>> ranges(Batch<?> batch) {
        List<Callable<Void>> ranges = new ArrayList<>();
        int first = 0;
        for (int part = 1; part <= PARTS; part++) {
            int begin = first;
            int end = batch.split((int) ((long) batch.rows() * part / PARTS));
            ranges.add(
                    () -> {
                        batch.run(begin, end - begin);
                        return null;
                    });
            first = end;
        }
        return ranges;
    }

    private static void print(String words, long[] column, byte[] status) {
        long sum = IntStream.range(0, ROWS)
                .filter(row -> status[row] == 0)
                .mapToLong(row -> column[row])
                .sum();
        System.out.println(words + " " + new Money(sum));
    }

    public static void main(String[] words) throws InterruptedException, ExecutionException {
        CostBatch batch = people();
        long[] ni = batch.out(OUT_EMPLOYER_NI_PENCE);
        long[] allowance = batch.out(OUT_ALLOWANCE_PENCE);
        long[] total = batch.out(OUT_TOTAL_PENCE);
        byte[] status = batch.out(OUT_STATUS);
        ExecutorService threads = Executors.newFixedThreadPool(PARTS);
        for (Future<Void> range : threads.invokeAll(ranges(batch))) {
            range.get(); // what was thrown there is thrown here
        }
        threads.shutdown();
        for (int row = 0; row < ROWS; row++) {
            if (status[row] != 0) {
                System.out.println("row " + row + ": " + Batch.status(status[row]));
            }
        }
        print("National Insurance", ni, status);
        print("Employment Allowance", allowance, status);
        print("total", total, status);
    }
}
