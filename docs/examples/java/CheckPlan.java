import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.libphb.CheckOptions;
import org.libphb.Finding;
import org.libphb.Plan;
import org.libphb.Report;
import org.libphb.Section;
import org.libphb.Severity;

/** Checks a care and support plan, and says what to do first. */
final class CheckPlan {
    public static void main(String[] arguments) throws IOException {
        String path = arguments.length > 0 ? arguments[0] : "docs/examples/plans/draft.json";
        CheckOptions options = CheckOptions.defaults().asOf(LocalDate.of(2026, 4, 6));
        try (Plan plan = Plan.parse(Files.readAllBytes(Path.of(path)));
                Report report = plan.check(options)) {
            System.out.println(path + ": " + plan.status().word());
            for (Severity severity : Severity.values()) {
                System.out.printf("%-8s %3d%n", severity.word(), report.count(severity));
            }
            report.next().ifPresent(CheckPlan::print);
            for (Section section : report.sections()) {
                System.out.printf("%-18s %s%n", section.section(), section.state());
            }
        }
    }

    private static void print(Finding first) {
        System.out.println("first: " + first.message());
        System.out.println("       " + first.fix());
    }
}
