package bench;

import java.time.LocalDate;
import org.libphb.Money;
import org.libphb.PayFrequency;
import org.libphb.Rates;

/** A whole program: with a word, one call; without, what the JVM takes by itself. */
final class Start {
    private Start() {}

    public static void main(String[] words) {
        if (words.length > 0) {
            Money ni = Rates.builtin().employerNi(
                    LocalDate.of(2026, 4, 6), PayFrequency.WEEKLY, 'A', new Money(27_000));
            System.out.println(ni.pence());
        } else {
            System.out.println(LocalDate.of(2026, 4, 6).toEpochDay());
        }
    }
}
