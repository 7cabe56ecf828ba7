package org.libphb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a plan must be reviewed. Months are counted to the corresponding date: docs/reviews.md. */
class SchedulesTest {
    private static final LocalDate APRIL = Samples.APRIL;
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    private static ScheduleRequest request() {
        return Schedule.request(JUNE).regime(Regime.NHS_DIRECT_PAYMENT, APRIL);
    }

    private static Event event(Schedule schedule, String kind) {
        return schedule.events().stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFirstReviewIsWithinThreeMonths() {
        // Three months from 6 April are 6 July 2026, a Monday.
        Schedule schedule = request().build();
        LocalDate july = LocalDate.of(2026, 7, 6);
        Event review = schedule.events().get(0);
        assertEquals("plan_review", review.kind());
        assertEquals(OptionalLong.of(1), review.sequence());
        assertEquals(Optional.of(july), review.latest());
        assertEquals(Optional.of(july), review.due());
        assertEquals("upcoming", review.status()); // 35 days: more than 28
        assertEquals(OptionalLong.of(35), review.days());
        assertEquals("must", review.duty());
        assertEquals(List.of(Regime.NHS_DIRECT_PAYMENT), review.regimes());
        assertEquals("first", review.reason());
        assertEquals(Optional.of(july), schedule.nextReviewLatest());
        assertEquals(JUNE, schedule.asOf());
        // The end of the tax year after the one of 1 June 2026.
        assertEquals(LocalDate.of(2028, 4, 5), schedule.horizon());
        assertEquals(Phb.ratesEdition(), schedule.ratesEdition());
        assertEquals("", schedule.policyEdition());
        assertTrue(schedule.render(Format.TEXT).contains("Mon 6 Jul 2026"));
    }

    @Test
    void aReviewThatWasHeldMovesTheNext() {
        // Held on 8 June for both; the next limits are 8 June 2027 (docs/reviews.md).
        Schedule schedule =
                Schedule.request(LocalDate.of(2026, 6, 8))
                        .regime(Regime.NHS_DIRECT_PAYMENT, APRIL)
                        .regime(Regime.CHC, LocalDate.of(2026, 3, 10))
                        .held(
                                LocalDate.of(2026, 6, 8),
                                ReviewKind.PLAN,
                                EnumSet.of(Regime.CHC, Regime.NHS_DIRECT_PAYMENT),
                                EnumSet.allOf(Checked.class))
                        .build();
        assertEquals(Optional.of(LocalDate.of(2027, 6, 8)), schedule.nextReviewLatest());
        assertEquals("done", schedule.events().get(0).status());
        assertEquals(List.of(), List.copyOf(schedule.notes()));
    }

    @Test
    void aReviewThatDidNotLookAtAllFourDoesNotCount() {
        Schedule schedule =
                Schedule.request(JUNE)
                        .regime(Regime.NHS_DIRECT_PAYMENT, APRIL)
                        .held(
                                LocalDate.of(2026, 5, 1),
                                ReviewKind.PLAN,
                                Set.of(Regime.NHS_DIRECT_PAYMENT),
                                Set.of(Checked.NEEDS_MET, Checked.AMOUNT_ENOUGH, Checked.OBLIGATIONS_MET))
                        .build();
        assertEquals(Optional.of(LocalDate.of(2026, 7, 6)), schedule.nextReviewLatest());
        assertEquals(List.of("schedule.four_checks_missing"), schedule.notes().texts("rule"));
    }

    @ParameterizedTest
    @EnumSource
    void eachDutyIsServedByItsReview(Regime regime) {
        Schedule schedule =
                Schedule.request(JUNE).policy(Samples.policy()).regime(regime, APRIL).build();
        assertEquals(List.of(regime), event(schedule, "plan_review").regimes());
    }

    @ParameterizedTest
    @EnumSource
    void whatHappenedIsInIt(Happening what) {
        Event trigger = event(request().happened(LocalDate.of(2026, 5, 20), what).build(), "trigger");
        assertEquals(what.word(), trigger.reason());
        assertEquals(Optional.of(LocalDate.of(2026, 5, 20)), trigger.due());
        assertEquals(Optional.empty(), trigger.latest());
    }

    @ParameterizedTest
    @EnumSource
    void whatRunsOutIsInIt(Renewable what) {
        LocalDate until = LocalDate.of(2026, 12, 31);
        Event renewal = event(request().renewal(until, what, "pa-1").build(), "renewal");
        assertEquals(what.word(), renewal.reason());
        assertEquals(Optional.of(until), renewal.latest());
        assertEquals("pa-1", renewal.agenda().get(renewal.agenda().size() - 1));
        assertFalse(
                event(request().renewal(until, what).build(), "renewal").agenda().contains("pa-1"));
    }

    @ParameterizedTest
    @EnumSource
    void aReviewOfEachKindIsAsGoodAsItsWord(ReviewKind kind) {
        Schedule schedule =
                request()
                        .kind(Kind.ONE_OFF)
                        .policy(Samples.policy())
                        .held(LocalDate.of(2026, 5, 4), kind, Set.of(Regime.NHS_DIRECT_PAYMENT),
                                Set.of(Checked.values()))
                        .build();
        assertTrue(
                schedule.events().stream()
                        .anyMatch(each -> each.kind().equals(kind.word()) && each.status().equals("done")),
                schedule.toJson());
    }

    @Test
    void whatIsSaidOfTheWholeIsUsed() {
        Schedule schedule =
                Schedule.request(JUNE)
                        .horizon(LocalDate.of(2027, 3, 31))
                        .policy(Samples.policy())
                        .regime(Regime.CHILD_CONTINUING_CARE, APRIL)
                        .cohort(Cohort.CHILD_CONTINUING_CARE)
                        .dateOfBirth(LocalDate.of(2012, 9, 14))
                        .checklistReceived(LocalDate.of(2026, 5, 20))
                        .noticeGiven(JUNE)
                        .noticeWeeks(new BigDecimal("4.25"))
                        .build();
        assertEquals("north/3", schedule.policyEdition());
        assertEquals(LocalDate.of(2027, 3, 31), schedule.horizon());
        // Fourteen on 14 September 2026.
        assertEquals(Optional.of(LocalDate.of(2026, 9, 14)), event(schedule, "birthday").latest());
        // 28 days after 20 May are 17 June.
        assertEquals(Optional.of(LocalDate.of(2026, 6, 17)), event(schedule, "decision").latest());
        // 4.25 weeks are 29.75 days, part of a day a whole one: 30 days after 1 June is 1 July.
        assertEquals(Optional.of(LocalDate.of(2026, 7, 1)), event(schedule, "notice_end").latest());
    }

    @Test
    void aDecisionThatWasMadeIsDone() {
        Schedule schedule =
                request()
                        .checklistReceived(LocalDate.of(2026, 4, 20))
                        .decidedOn(LocalDate.of(2026, 5, 11))
                        .build();
        assertEquals("done", event(schedule, "decision").status());
        assertEquals(OptionalLong.of(21), event(schedule, "decision").days()); // 11 May to 1 June
    }

    @Test
    void nothingIsDueAfterTheEnd() {
        Schedule schedule = request().endedOn(LocalDate.of(2026, 5, 31)).build();
        assertEquals(Optional.empty(), schedule.nextReviewLatest());
    }

    @Test
    void auditsCountFromTheFirstPayment() {
        // The policy's first audit is within three months of the payment.
        LocalDate paid = LocalDate.of(2026, 5, 11);
        Schedule schedule = request().policy(Samples.policy()).firstPayment(paid).build();
        Schedule other = request().policy(Samples.policy()).build();
        assertEquals(Optional.of(paid.plusMonths(3)), event(schedule, "audit").latest());
        assertEquals(Optional.of(APRIL.plusMonths(3)), event(other, "audit").latest());
    }

    @Test
    void aRequestCanBeAddedToAndBuiltAgain() {
        ScheduleRequest request = request();
        int before = request.build().events().size();
        request.happened(LocalDate.of(2026, 5, 20), Happening.HEALTH_CHANGED);
        assertEquals(before + 1, request.build().events().size());
        assertEquals(before + 1, request.build().events().size());
    }

    @Test
    void aCalendarFileNeedsAReference() {
        assertThrows(PhbInputException.class, () -> request().build().render(Format.ICALENDAR));
        Schedule schedule = request().reference("north-0042").build();
        String calendar = schedule.render(Format.ICALENDAR);
        assertTrue(calendar.startsWith("BEGIN:VCALENDAR\r\n"));
        assertTrue(calendar.contains("north-0042"));
        assertFalse(calendar.contains("nhs_direct_payment"));
        assertTrue(schedule.events().get(0).uid().contains("north-0042"));
        ScheduleRequest number = request().reference("9434765919");
        assertThrows(PhbValueException.class, number::build);
    }

    @Test
    void aPlanAsksByWhatItSays() {
        Plan plan = Samples.plan();
        // Eligible on 4 March 2026, paid first on 6 April: by 4 June, the earlier of the two limits.
        Schedule own = plan.scheduleRequest().build();
        assertEquals(Optional.of(LocalDate.of(2026, 6, 4)), own.nextReviewLatest());
        Schedule later =
                plan.scheduleRequest()
                        .asOf(LocalDate.of(2026, 9, 1))
                        .horizon(LocalDate.of(2026, 12, 31))
                        .policy(Samples.policy())
                        .happened(LocalDate.of(2026, 8, 20), Happening.HEALTH_CHANGED)
                        .build();
        assertEquals(LocalDate.of(2026, 9, 1), later.asOf());
        assertEquals(LocalDate.of(2026, 12, 31), later.horizon());
        assertEquals("north/3", later.policyEdition());
        assertEquals("health_changed", event(later, "trigger").reason());
        assertEquals("overdue", event(later, "plan_review").status());
    }

    @Test
    void whatIsSaidGoesBeforeWhatThePlanSays() {
        Plan plan = Samples.plan();
        Schedule own = plan.scheduleRequest().build();
        Schedule said = plan.scheduleRequest().reference("north-0042").build();
        assertTrue(own.events().get(0).uid().startsWith("ex-101"), own.events().get(0).uid());
        assertTrue(said.events().get(0).uid().startsWith("north-0042"));
        assertEquals(own.events().texts("kind"), said.events().texts("kind"));
    }

    @Test
    void whatCannotBeIsRefusedWhenItIsBuilt() {
        ScheduleRequest twice = request().regime(Regime.NHS_DIRECT_PAYMENT, APRIL);
        assertThrows(PhbInputException.class, twice::build);
        ScheduleRequest backwards = request().horizon(LocalDate.of(2020, 1, 1));
        assertThrows(PhbValueException.class, backwards::build);
        ScheduleRequest future =
                request().held(LocalDate.of(2026, 6, 2), ReviewKind.AUDIT, Set.of(), Set.of());
        assertThrows(PhbValueException.class, future::build);
        ScheduleRequest far = request().happened(LocalDate.MAX, Happening.DIED);
        assertThrows(PhbValueException.class, far::build);
        ScheduleRequest nobody = request().renewal(JUNE, Renewable.CHECK, "no id");
        assertThrows(PhbValueException.class, nobody::build);
        assertThrows(
                PhbValueException.class, () -> request().noticeWeeks(new BigDecimal("1.234")));
        assertThrows(
                PhbValueException.class, () -> request().noticeWeeks(new BigDecimal("1E-400000000")));
    }
}
