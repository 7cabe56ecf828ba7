package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans, and what is found out about them and about costings. */
class ResultsTest {
    static List<Path> plans() {
        return Samples.files(Samples.PLANS, ".json");
    }

    @ParameterizedTest
    @MethodSource("plans")
    void recordsSayWhatTheDocumentsSay(Path path) throws ReflectiveOperationException {
        Plan plan = Plan.parse(Samples.bytes(path));
        Report report = plan.check();
        Rows.areTheTable(report.findings());
        Rows.areTheTable(report.sections());
        Rows.areTheTable(plan.chain().links());
        Schedule schedule = plan.scheduleRequest().asOf(LocalDate.of(2026, 9, 1)).build();
        Rows.areTheTable(schedule.events());
        Rows.areTheTable(schedule.notes());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aPlanComesBackTheSame(Path path) {
        Plan plan = Plan.parse(Samples.bytes(path));
        Plan again = Plan.parse(plan.toJson());
        assertEquals(plan.toJson(), again.toJson());
        assertEquals(plan.contentHash(), again.contentHash());
        assertTrue(plan.contentHash().matches("[0-9a-f]{64}"));
    }

    @Test
    void aPlanSaysWhatItIs() {
        Plan plan = Samples.plan();
        assertEquals(PlanStatus.AGREED, plan.status());
        assertEquals(Optional.of(Cohort.ADULT_CHC), plan.cohort());
        assertEquals(Optional.of(Kind.ONGOING), plan.kind());
        assertEquals(OptionalLong.of(1), plan.version());
        assertEquals("ex-101", plan.reference());
        assertTrue(plan.nhsNumberMasked().matches("••• ••• \\d{4}"), plan.nhsNumberMasked());
        assertTrue(plan.dateOfBirth().isPresent());
        assertEquals("Plan", plan.toString());
    }

    @Test
    void whatAPlanDoesNotSayIsNotThere() {
        Plan plan = Plan.parse("{\"format\": \"phb-plan/1\", \"status\": \"draft\"}");
        assertEquals(PlanStatus.DRAFT, plan.status());
        assertEquals(Optional.empty(), plan.cohort());
        assertEquals(Optional.empty(), plan.kind());
        assertEquals(OptionalLong.empty(), plan.version());
        assertEquals(Optional.empty(), plan.dateOfBirth());
        assertEquals("", plan.reference());
        assertEquals("", plan.nhsNumberMasked());
        assertTrue(plan.budget().isEmpty());
        assertEquals(Optional.empty(), plan.check().asOf());
    }

    @Test
    void theBudgetOfAPlanIsOneOfItsOwn() {
        // The costs of its chain: 22,586.10 + 360.00 + 105.00 + 161.64 for Grace and what she needs,
        // 22,207.55 for Tom, 1,147.14 for taxis, 3,572.30 for the unforeseen: 50,139.73.
        Plan plan = Samples.plan();
        Budget budget = plan.budget().orElseThrow();
        plan.close();
        assertEquals(Money.ofPounds("50139.73"), budget.cost().total());
    }

    @Test
    void aCheckOfABudgetSaysWhatIsNotEnough() {
        // The agreed sum is 20,000.00; the services cost 25,599.20: 5,599.20 too little.
        Costing costing =
                Budget.parse(Samples.bytes(Samples.BUDGETS.resolve("insufficient.json"))).cost();
        Report report = costing.check();
        Finding first = report.next().orElseThrow();
        assertEquals("budget.enough.total", first.rule());
        assertEquals(Severity.BREACH, first.severity());
        assertEquals("/agreed", first.at());
        assertEquals(2_000_000, first.actual().orElseThrow());
        assertEquals(2_559_920, first.limit().orElseThrow());
        assertEquals("pence", first.unit());
        assertTrue(first.message().contains("£5,599.20"));
        assertTrue(first.fix().startsWith("Raise the agreed sum to at least £25,599.20"));
        assertFalse(first.source().isEmpty());
        assertEquals(Optional.of(Severity.BREACH), report.worst());
        assertEquals(List.of("budget"), report.sections().texts("section"));
        assertEquals("partial", report.sections().get(0).state());
        assertEquals(Phb.ratesEdition(), report.ratesEdition());
        assertEquals("", report.policyEdition());
        assertTrue(report.render(Format.TEXT).contains("£5,599.20"));
        assertTrue(report.render(Format.CSV).startsWith("rule,"));
        assertThrows(PhbArgumentException.class, () -> report.render(Format.ICALENDAR));
        LocalDate later = costing.start().plusDays(40);
        assertEquals(Optional.of(later), costing.check(later).asOf());
    }

    @Test
    void aSelectionCountsWhatItHolds() {
        Report report = Plan.parse(Samples.bytes(Samples.PLANS.resolve("draft.json"))).check();
        int all = 0;
        for (Severity severity : Severity.values()) {
            all += report.count(severity);
        }
        assertEquals(report.findings().size(), all); // a draft that accepts nothing
        Report gaps = report.select(Severity.GAP);
        assertEquals(report.count(Severity.GAP), gaps.count(Severity.GAP));
        assertEquals(0, gaps.count(Severity.NOTE));
        assertEquals(
                report.findings().stream()
                        .filter(each -> each.severity().compareTo(Severity.GAP) <= 0)
                        .toList(),
                List.copyOf(gaps.findings()));
        Report contacts = report.select("contacts", Severity.NOTE);
        assertTrue(contacts.findings().size() > 0);
        assertEquals(
                report.findings().stream().filter(each -> each.section().equals("contacts")).toList(),
                List.copyOf(contacts.findings()));
        assertEquals(10, report.sections().size());
        assertThrows(
                PhbLookupException.class, () -> report.select("no such section", Severity.NOTE));
    }

    @Test
    void nothingAboveANoteIsNothingToDoFirst() {
        Report report = Samples.plan().check();
        assertEquals(Optional.of(Severity.NOTE), report.worst());
        assertEquals(Optional.empty(), report.next());
        assertEquals(Optional.empty(), report.select("budget", Severity.BREACH).worst());
    }

    @Test
    void optionsOfACheckAreUsed() {
        Plan plan = Samples.plan();
        Policy policy = Samples.policy();
        Rates rates = Rates.builtin().withOverlay(Samples.overlay("Miles"));
        LocalDate day = LocalDate.of(2026, 5, 1);
        Report report =
                plan.check(CheckOptions.defaults().rates(rates).policy(policy).asOf(day));
        assertEquals("north/3", report.policyEdition());
        assertEquals(rates.edition(), report.ratesEdition());
        assertEquals(Optional.of(day), report.asOf());
    }

    @Test
    void theCatalogueOfRulesIsATable() throws ReflectiveOperationException {
        Table<Rule> rules = Phb.rules();
        Rows.areTheTable(rules);
        assertTrue(rules.texts("rule").contains("budget.enough.total"));
    }

    /** The chains that a person read and found right, as the command prints them. */
    @ParameterizedTest
    @ValueSource(strings = {"adult-chc", "draft"})
    void aChainIsTheOneThatWasReadThrough(String name) {
        Chain chain = Plan.parse(Samples.bytes(Samples.PLANS.resolve(name + ".json"))).chain();
        assertEquals(page("chain-" + name + ".json"), chain.toJson());
        assertEquals(page("chain-" + name + ".txt"), chain.render(Format.TEXT));
    }

    private static String page(String name) {
        return Samples.text(Samples.ROOT.resolve("tests/cli/pages").resolve(name))
                .replace("{version}", Phb.version());
    }

    @Test
    void aLinkDoesNotShowWhatAPersonSaid() {
        for (Link link : Samples.plan().chain().links()) {
            assertEquals(link.level() + " " + link.id(), link.toString());
        }
    }

    @Test
    void twoYearsBesideEachOther() throws ReflectiveOperationException {
        // April 2025 costs 353.95 more: 19,368.37 less 19,014.42 (docs/examples/budgets).
        Budget budget =
                Budget.parse(Samples.bytes(Samples.BUDGETS.resolve("across-april-2025.json")));
        Costing before = budget.cost();
        Costing after = budget.cost(CostOptions.defaults().lawOn(LocalDate.of(2026, 6, 1)));
        Comparison comparison = before.compare(after);
        before.close();
        after.close();
        Rows.areTheTable(comparison.lines());
        Rows.areTheTable(comparison.totals());
        Rows.areTheTable(comparison.notes());
        ComparedTotal total =
                comparison.totals().stream()
                        .filter(each -> each.total().equals("total"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Optional.of(Money.ofPounds("19014.42")), total.before());
        assertEquals(Optional.of(Money.ofPounds("19368.37")), total.after());
        assertEquals(Money.ofPounds("353.95"), total.difference());
        for (ComparedLine line : comparison.lines()) {
            boolean differs = line.difference().pence() != 0;
            assertEquals(differs ? List.of("law") : List.of(), line.cause());
            assertEquals(differs, !line.why().isEmpty());
        }
    }

    /** Somebody who has opted out and whose leave nobody covers, by hours a week and pounds an hour. */
    private static Costing employed(String hours, String rate) {
        return Budget.builder(Samples.APRIL, LocalDate.of(2027, 4, 5))
                .assistant(
                        Assistant.of(
                                        "pa-1",
                                        PayFrequency.WEEKLY,
                                        Leave.of(LeaveMethod.NONE).reason("the family"),
                                        Deployment.DIRECT_PAYMENT,
                                        Hours.of(new BigDecimal(rate))
                                                .band("day")
                                                .hoursPerWeek(new BigDecimal(hours)))
                                .pension(Pension.of().membership(PensionMembership.OPTED_OUT)))
                .build()
                .cost();
    }

    /**
     * 20 h at 13.50 are 270.00 a week, and 365 / 7 weeks of it 14,078.57. 22 h are 297.00: 15,486.43. At
     * 14.00 it is 280.00: 14,600.00. Both together are 308.00: 16,060.00.
     */
    @ParameterizedTest
    @CsvSource({
        "20, 13.50, 0.00, '', ''",
        "22, 13.50, 1407.86, hours, 'day: hours 20 before and 22 after.'",
        "20, 14.00, 521.43, rate, 'day: hours £13.50 before and £14.00 after.'",
        "22, 14.00, 1981.43, 'hours,rate', 'day: hours 20 before and 22 after.'"
    })
    void whatDiffersHasItsCauses(
            String hours, String rate, String difference, String causes, String why) {
        ComparedLine pay = employed("20", "13.50").compare(employed(hours, rate)).lines().get(0);
        assertEquals("pay", pay.category());
        assertEquals(Optional.of(Money.ofPounds("14078.57")), pay.before());
        assertEquals(Money.ofPounds(difference), pay.difference());
        assertEquals(causes, String.join(",", pay.cause()));
        assertTrue(pay.why().contains(why), pay.why());
    }

    @Test
    void whatIsOnOneSideOnlyHasNoAmountOnTheOther() {
        // One insurance at 95.00 a year, and one budget without any.
        Costing with = Budget.parse(Samples.withLine("insurance")).cost();
        Costing without = Budget.builder(with.start(), with.end()).build().cost();
        ComparedLine gone = with.compare(without).lines().get(0);
        assertEquals(Optional.of(Money.ofPounds("95.00")), gone.before());
        assertEquals(Optional.empty(), gone.after());
        assertEquals(Money.ofPounds("-95.00"), gone.difference());
        assertEquals(List.of("removed"), gone.cause());
    }

    @Test
    void manyThreadsMayCheckOnePlan() throws Exception {
        Plan plan = Samples.plan();
        String alone = plan.check().toJson();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        Callable<String> check = () -> plan.check().toJson();
        for (Future<String> each : threads.invokeAll(Collections.nCopies(160, check))) {
            assertEquals(alone, each.get());
        }
        threads.shutdown();
    }
}
