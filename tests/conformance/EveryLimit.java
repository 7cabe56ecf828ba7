import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;

/**
 * Every day from 1900 to 2199, and 1 to so many months later by java.time: the days since 1 January
 * 1970 as 32 bits in the order of the machine, Integer.MIN_VALUE beyond 2199.
 */
final class EveryLimit {
    private EveryLimit() {}

    public static void main(String[] arguments) throws IOException {
        int steps = Integer.parseInt(arguments[0]);
        LocalDate first = LocalDate.of(1900, 1, 1);
        LocalDate last = LocalDate.of(2199, 12, 31);
        int days = Math.toIntExact(last.toEpochDay() - first.toEpochDay() + 1);
        ByteBuffer buffer = ByteBuffer.allocate(4 * days).order(ByteOrder.nativeOrder());
        try (OutputStream out = new BufferedOutputStream(System.out)) {
            for (int months = 1; months <= steps; months++) {
                buffer.clear();
                for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
                    LocalDate limit = day.plusMonths(months);
                    buffer.putInt(
                            limit.isAfter(last)
                                    ? Integer.MIN_VALUE
                                    : Math.toIntExact(limit.toEpochDay()));
                }
                out.write(buffer.array());
            }
        }
    }
}
