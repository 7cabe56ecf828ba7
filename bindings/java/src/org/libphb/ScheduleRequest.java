package org.libphb;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.libphb.internal.PhbNative;

/**
 * A question about reviews: which duties there are, since when, what was held so far, what happened.
 * Each method says one thing more and gives the same request back; said again, it replaces. What is
 * wrong is found out by {@link #build}. One thread at a time.
 *
 * <p>Begun by {@link Schedule#request}, or by {@link Plan#scheduleRequest} with all that the plan says,
 * which is then replaced by what is said here.
 */
public final class ScheduleRequest {
    private final Plan plan;
    private Rates rates;
    private Policy policy;
    private byte[] reference;
    private Kind kind;
    private Cohort cohort;
    private int asOf = Values.NO_DAY;
    private int horizon = Values.NO_DAY;
    private int dateOfBirth = Values.NO_DAY;
    private int firstPayment = Values.NO_DAY;
    private int endedOn = Values.NO_DAY;
    private int checklistReceived = Values.NO_DAY;
    private int decidedOn = Values.NO_DAY;
    private int noticeGiven = Values.NO_DAY;
    private long noticeWeeksHundredths = Values.NO_NUMBER;

    /** What there may be several of, each as it is added to a request of the library's. */
    private final List<LongConsumer> added = new ArrayList<>();

    /** Of a plan, or null for none. */
    ScheduleRequest(Plan plan) {
        this.plan = plan;
    }

    /**
     * By other rates than those built in.
     *
     * @param rates the rates, still the caller's
     * @return this request
     */
    public ScheduleRequest rates(Rates rates) {
        this.rates = Values.needed(rates, "rates");
        return this;
    }

    /**
     * By a local policy.
     *
     * @param policy the policy, still the caller's
     * @return this request
     */
    public ScheduleRequest policy(Policy policy) {
        this.policy = Values.needed(policy, "policy");
        return this;
    }

    /**
     * From which day to look. Of a plan it is the last day that the plan records, unless said.
     *
     * @param day the day
     * @return this request
     */
    public ScheduleRequest asOf(LocalDate day) {
        asOf = Values.days(day, "asOf");
        return this;
    }

    /**
     * To which day to look. Unless said, to the end of the tax year after the one that is looked from.
     *
     * @param day the last day
     * @return this request
     */
    public ScheduleRequest horizon(LocalDate day) {
        horizon = Values.days(day, "horizon");
        return this;
    }

    /**
     * Whom the calendar file is of: it needs one.
     *
     * @param id a local id, neither a name nor an NHS number
     * @return this request
     */
    public ScheduleRequest reference(String id) {
        reference = Values.utf8(id, "reference");
        return this;
    }

    /**
     * Whether the budget goes on. Unless said, it does.
     *
     * @param kind which
     * @return this request
     */
    public ScheduleRequest kind(Kind kind) {
        this.kind = Values.needed(kind, "kind");
        return this;
    }

    /**
     * Why the person has a budget, which decides what birthdays matter.
     *
     * @param cohort which
     * @return this request
     */
    public ScheduleRequest cohort(Cohort cohort) {
        this.cohort = Values.needed(cohort, "cohort");
        return this;
    }

    /**
     * When the person was born. Without it there are no birthdays.
     *
     * @param day that day
     * @return this request
     */
    public ScheduleRequest dateOfBirth(LocalDate day) {
        dateOfBirth = Values.days(day, "dateOfBirth");
        return this;
    }

    /**
     * From when audits count. Unless said, from the first anchor of a direct payment.
     *
     * @param day the day of the first payment
     * @return this request
     */
    public ScheduleRequest firstPayment(LocalDate day) {
        firstPayment = Values.days(day, "firstPayment");
        return this;
    }

    /**
     * When the budget ended: nothing is due after that.
     *
     * @param day its last day
     * @return this request
     */
    public ScheduleRequest endedOn(LocalDate day) {
        endedOn = Values.days(day, "endedOn");
        return this;
    }

    /**
     * From when a decision on continuing healthcare counts.
     *
     * @param day the day the checklist was received
     * @return this request
     */
    public ScheduleRequest checklistReceived(LocalDate day) {
        checklistReceived = Values.days(day, "checklistReceived");
        return this;
    }

    /**
     * When that was decided.
     *
     * @param day that day
     * @return this request
     */
    public ScheduleRequest decidedOn(LocalDate day) {
        decidedOn = Values.days(day, "decidedOn");
        return this;
    }

    /**
     * When notice was given.
     *
     * @param day that day
     * @return this request
     */
    public ScheduleRequest noticeGiven(LocalDate day) {
        noticeGiven = Values.days(day, "noticeGiven");
        return this;
    }

    /**
     * How long a notice runs. Unless said, as long as the policy says.
     *
     * @param weeks with at most two decimals
     * @return this request
     * @throws PhbValueException if there are more
     */
    public ScheduleRequest noticeWeeks(BigDecimal weeks) {
        noticeWeeksHundredths = Values.hundredths(weeks, "noticeWeeks");
        return this;
    }

    /**
     * Adds a duty to review.
     *
     * @param regime by whose rules
     * @param anchor the day it counts from
     * @return this request
     */
    public ScheduleRequest regime(Regime regime, LocalDate anchor) {
        int code = Values.needed(regime, "regime").code();
        int days = Values.days(anchor, "anchor");
        added.add(request -> PhbNative.ScheduleRequest_with_regime(request, code, days));
        return this;
    }

    /**
     * Adds a review or an audit that was held, in any order.
     *
     * @param on the day
     * @param kind what kind it was
     * @param regimes which duties it served
     * @param checked what it looked at
     * @return this request
     */
    public ScheduleRequest held(
            LocalDate on, ReviewKind kind, Set<Regime> regimes, Set<Checked> checked) {
        int days = Values.days(on, "on");
        int code = Values.needed(kind, "kind").code();
        int served = Values.bits(regimes, "regimes");
        int looked = Values.bits(checked, "checked");
        added.add(
                request ->
                        PhbNative.ScheduleRequest_with_completed(
                                request, days, code, served, looked));
        return this;
    }

    /**
     * Adds something that happened, in any order.
     *
     * @param on the day
     * @param what what it was
     * @return this request
     */
    public ScheduleRequest happened(LocalDate on, Happening what) {
        int days = Values.days(on, "on");
        int code = Values.needed(what, "what").code();
        added.add(request -> PhbNative.ScheduleRequest_with_event(request, days, code));
        return this;
    }

    /**
     * Adds something that runs out.
     *
     * @param until the last day it is good for
     * @param what what it is
     * @return this request
     */
    public ScheduleRequest renewal(LocalDate until, Renewable what) {
        return renewed(until, what, null);
    }

    /**
     * Adds something that runs out.
     *
     * @param until the last day it is good for
     * @param what what it is
     * @param of the id of whose it is
     * @return this request
     */
    public ScheduleRequest renewal(LocalDate until, Renewable what, String of) {
        return renewed(until, what, Values.utf8(of, "of"));
    }

    private ScheduleRequest renewed(LocalDate until, Renewable what, byte[] of) {
        int days = Values.days(until, "until");
        int code = Values.needed(what, "what").code();
        added.add(request -> PhbNative.ScheduleRequest_with_renewal(request, days, code, of));
        return this;
    }

    /**
     * Works it out. The request can be added to and built again.
     *
     * @return the schedule
     * @throws PhbException if what was said cannot be, such as a review held after the day to look from
     */
    public Schedule build() {
        try (Native by = Handle.open(rates);
                Native locally = Handle.open(policy)) {
            long request = begin(locally.address());
            try {
                settle(request, locally.address());
                added.forEach(each -> each.accept(request));
                return new Schedule(PhbNative.ScheduleRequest_built(request, by.address()));
            } finally {
                PhbNative.delete_ScheduleRequest(request);
            }
        }
    }

    private long begin(long policy) {
        if (plan == null) {
            return PhbNative.new_ScheduleRequest();
        }
        try (Native of = plan.open()) {
            return PhbNative.Plan_reviews(of.address(), asOf, policy);
        }
    }

    private void settle(long request, long policy) {
        PhbNative.ScheduleRequest_settle(
                request,
                policy,
                reference,
                Values.codeOrNone(kind),
                Values.codeOrNone(cohort),
                asOf,
                horizon,
                dateOfBirth,
                firstPayment,
                endedOn,
                checklistReceived,
                decidedOn,
                noticeGiven,
                noticeWeeksHundredths);
    }
}
