import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What bench_reviews measures, as a program in Java would do it with java.time: QUESTIONS HOLIDAYS.
 * Two duties, 3 months and then 12 from their anchors, merged where their limits are at most 92 days
 * apart; the cost of each next year; due days moved back to working days.
 */
final class ReviewsPeer {
    private static final int FIRST_MONTHS = 3;
    private static final int EVERY_MONTHS = 12;
    private static final int ALIGN_DAYS = 92;
    private static final int ROUNDS = 9;

    record Question(LocalDate asOf, LocalDate[] anchors) {}

    record Event(String kind, LocalDate due, LocalDate latest, int regimes, String status) {}

    private final Set<LocalDate> holidays;

    private ReviewsPeer(Set<LocalDate> holidays) {
        this.holidays = holidays;
    }

    private LocalDate due(LocalDate limit) {
        LocalDate day = limit;
        while (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 || holidays.contains(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static String status(LocalDate asOf, LocalDate due, LocalDate latest) {
        if (latest.isBefore(asOf)) {
            return "overdue";
        }
        if (!due.isAfter(asOf)) {
            return "due";
        }
        return ChronoUnit.DAYS.between(asOf, due) <= 28 ? "due_soon" : "upcoming";
    }

    private void addReviews(Question question, LocalDate horizon, List<Event> events) {
        LocalDate[] bases = question.anchors().clone();
        int[] months = {FIRST_MONTHS, FIRST_MONTHS};
        while (true) {
            LocalDate[] limits = {bases[0].plusMonths(months[0]), bases[1].plusMonths(months[1])};
            int lead = limits[1].isBefore(limits[0]) ? 1 : 0;
            LocalDate limit = limits[lead];
            LocalDate due = due(limit);
            if (due.isAfter(horizon)) {
                return;
            }
            boolean isMerged = ChronoUnit.DAYS.between(limit, limits[1 - lead]) <= ALIGN_DAYS;
            int regimes = isMerged ? 3 : 1 << lead;
            events.add(new Event("plan_review", due, limit, regimes, status(question.asOf(), due, limit)));
            boolean isOverdue = limit.isBefore(question.asOf());
            LocalDate base = isOverdue ? question.asOf() : bases[lead];
            int next = (isOverdue ? 0 : months[lead]) + EVERY_MONTHS;
            for (int i = 0; i < 2; i++) {
                if ((regimes >> i & 1) != 0) {
                    bases[i] = base;
                    months[i] = next;
                }
            }
        }
    }

    private void addRecosts(Question question, LocalDate horizon, List<Event> events) {
        LocalDate asOf = question.asOf();
        LocalDate[] anchors = question.anchors();
        LocalDate start = anchors[1].isBefore(anchors[0]) ? anchors[1] : anchors[0];
        LocalDate first = start.isAfter(asOf) ? start : asOf;
        for (int year = asOf.getYear(); year <= horizon.getYear() + 1; year++) {
            LocalDate limit = LocalDate.of(year, 3, 31);
            LocalDate due = due(limit);
            if (!limit.isBefore(first) && !due.isAfter(horizon)) {
                events.add(new Event("recost", due, limit, 0, status(asOf, due, limit)));
            }
        }
    }

    List<Event> schedule(Question question) {
        List<Event> events = new ArrayList<>();
        LocalDate horizon = question.asOf().plusMonths(36);
        addReviews(question, horizon, events);
        addRecosts(question, horizon, events);
        events.sort((a, b) -> a.due().compareTo(b.due()));
        return events;
    }

    private static long sum(List<Event> events) {
        long sum = 0;
        for (Event event : events) {
            sum += 3 * event.due().toEpochDay() + 5 * event.latest().toEpochDay();
        }
        return sum;
    }

    private static Question question(String line) {
        String[] days = line.split(" ");
        LocalDate[] anchors = {
            LocalDate.ofEpochDay(Long.parseLong(days[1])), LocalDate.ofEpochDay(Long.parseLong(days[2]))
        };
        return new Question(LocalDate.ofEpochDay(Long.parseLong(days[0])), anchors);
    }

    public static void main(String[] arguments) throws IOException {
        Set<LocalDate> holidays =
                Files.readAllLines(Path.of(arguments[1])).stream()
                        .map(LocalDate::parse)
                        .collect(Collectors.toCollection(HashSet::new));
        List<Question> questions =
                Files.readAllLines(Path.of(arguments[0])).stream()
                        .map(ReviewsPeer::question)
                        .toList();
        ReviewsPeer peer = new ReviewsPeer(holidays);
        long best = Long.MAX_VALUE;
        long sum = 0;
        for (int round = 0; round < ROUNDS; round++) {
            sum = 0;
            long start = System.nanoTime();
            for (Question question : questions) {
                sum += sum(peer.schedule(question));
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.println("java_sum " + sum);
        System.out.println("java_ns " + (double) best / questions.size());
    }
}
