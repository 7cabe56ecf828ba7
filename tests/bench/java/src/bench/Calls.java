package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.libphb.Budget;
import org.libphb.CostOptions;
import org.libphb.Costing;
import org.libphb.Money;
import org.libphb.PayFrequency;
import org.libphb.Rates;
import org.libphb.Trace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Calls for one: the payslips of bench_ni, and the budget that bench_cost is given. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 150, time = 4, timeUnit = TimeUnit.MILLISECONDS)
public class Calls {
    private record Slip(LocalDate paidOn, PayFrequency frequency, char letter, Money gross, long ni) {
        static Slip of(String line) {
            String[] words = line.split(" ");
            return new Slip(
                    LocalDate.parse(words[0]),
                    PayFrequency.valueOf(words[1].toUpperCase(Locale.ROOT)),
                    words[2].charAt(0),
                    new Money(Long.parseLong(words[3])),
                    Long.parseLong(words[4]));
        }

        long niBy(Rates rates) {
            return rates.employerNi(paidOn, frequency, letter, gross).pence();
        }
    }

    private static final String MORE_RATES = """
            {"format": 1, "family": "north", "version": "1",
             "sources": {"panel": {"title": "Decision of the panel", "citation": "minute 14",
                                   "read_in": "the minutes"}},
             "parameters": [{"key": "north.travel_rate", "label": "Travel, a mile", "unit": "pence",
               "values": [{"from": "2026-04-06", "value": 48, "source": "panel"}]}]}""";

    private static final CostOptions PLAIN = CostOptions.defaults().trace(Trace.NONE);

    private final Rates builtin = Rates.builtin();
    private Slip[] slips;
    private Rates counted;
    private String budget;

    /** What comes out has to go somewhere. */
    private long total;

    private String text;

    @Setup
    public void read() throws IOException {
        List<String> lines = Files.readAllLines(Path.of(System.getProperty("phb.slips")));
        slips = lines.stream().map(Slip::of).toArray(Slip[]::new);
        counted = builtin.withOverlay(MORE_RATES);
        budget = Files.readString(Path.of(System.getProperty("phb.budget")));
        for (Slip slip : slips) {
            if (slip.niBy(builtin) != slip.ni || slip.niBy(counted) != slip.ni) {
                throw new IllegalStateException("Java and C differ");
            }
        }
    }

    /** All payslips, as bench_ni asks about them. */
    @Benchmark
    public void niBuiltin(Worked worked) {
        worked.pass(() -> total = sum(builtin));
    }

    /** By rates that can be closed, whose uses are counted. */
    @Benchmark
    public void niCounted(Worked worked) {
        worked.pass(() -> total = sum(counted));
    }

    private long sum(Rates rates) {
        long sum = 0;
        for (Slip slip : slips) {
            sum += slip.niBy(rates);
        }
        return sum;
    }

    /** From a text to a text, as bench_cost measures it. */
    @Benchmark
    public void costOfText(Worked worked) {
        worked.pass(() -> text = costed());
    }

    private String costed() {
        try (Budget read = Budget.parse(budget);
                Costing costing = read.cost(PLAIN)) {
            return costing.toJson();
        }
    }
}
