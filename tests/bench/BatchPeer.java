import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * National Insurance and pensions of the payslips that bench_batch wrote, as a plain loop in Java
 * with the thresholds of two tax years as constants: FOLDER.
 */
final class BatchPeer {
    private static final int ROUNDS = 15;

    // By pay frequency, weekly to monthly; the same in both years.
    private static final long[] THRESHOLD = {0, 9600, 19300, 38500, 41700};
    private static final long[] UPPER_LIMIT = {0, 96700, 193400, 386700, 418900};
    private static final long[] FREEPORT = {0, 48100, 96200, 192400, 208300};
    private static final long[] LOWER_LEVEL = {0, 12000, 24000, 48000, 52000};
    private static final long[] UPPER_LEVEL = {0, 96700, 193400, 386700, 418900};

    private static int relief(int letter) {
        return switch (letter) {
            case 'H', 'M', 'V', 'Z' -> 1;
            case 'D', 'E', 'F', 'I', 'K', 'L', 'N', 'S' -> 2;
            case 'X' -> 3;
            default -> 0;
        };
    }

    private static long between(long pay, long lower, long upper) {
        return Math.max(Math.min(pay, upper) - lower, 0);
    }

    private static long employerNi(int frequency, int letter, long gross) {
        int relief = relief(letter);
        if (relief == 3) {
            return 0;
        }
        long upper = UPPER_LIMIT[frequency];
        long edge = relief == 0 ? 0 : relief == 1 ? upper : FREEPORT[frequency];
        long lower = Math.max(edge, THRESHOLD[frequency]);
        long first = (between(gross, lower, upper) * 150_000 + 400_000) / 1_000_000;
        return first + (between(gross, upper, Long.MAX_VALUE) * 150_000 + 400_000) / 1_000_000;
    }

    private static long pension(int frequency, long gross) {
        return (between(gross, LOWER_LEVEL[frequency], UPPER_LEVEL[frequency]) * 30_000 + 500_000)
                / 1_000_000;
    }

    private static void allNi(byte[] frequency, byte[] letter, long[] gross, long[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = employerNi(frequency[i], letter[i], gross[i]);
        }
    }

    private static void allPensions(byte[] frequency, long[] gross, long[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = pension(frequency[i], gross[i]);
        }
    }

    private static long[] longs(Path path) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.nativeOrder());
        long[] values = new long[bytes.remaining() / Long.BYTES];
        bytes.asLongBuffer().get(values);
        return values;
    }

    private static long best(Runnable work) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    private static long differing(long[] values, long[] others) {
        long count = 0;
        for (int i = 0; i < values.length; i++) {
            count += values[i] == others[i] ? 0 : 1;
        }
        return count;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        byte[] frequency = Files.readAllBytes(folder.resolve("slip_frequency"));
        byte[] letter = Files.readAllBytes(folder.resolve("letter"));
        long[] gross = longs(folder.resolve("gross"));
        long[] ni = new long[gross.length];
        long[] pension = new long[gross.length];
        double rows = gross.length;
        long niTime = best(() -> allNi(frequency, letter, gross, ni));
        long pensionTime = best(() -> allPensions(frequency, gross, pension));
        System.out.printf("java_ni_ns %.3f%njava_pension_ns %.3f%n", niTime / rows, pensionTime / rows);
        long wrong = differing(ni, longs(folder.resolve("s0"))) + differing(pension, longs(folder.resolve("s1")));
        System.out.printf("java_otherwise %d%n", wrong);
    }
}
