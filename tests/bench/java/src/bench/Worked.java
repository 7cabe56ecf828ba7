package bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the processor worked for a benchmark: the turns of other programs do not count. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Worked {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Nanoseconds of all passes of an iteration. */
    public long nanoseconds;

    /** How many passes that were. */
    public long passes;

    void pass(Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        nanoseconds += THREADS.getCurrentThreadCpuTime() - start;
        passes++;
    }
}
