package org.libphb;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.libphb.internal.PhbNative;

/**
 * A personalised care and support plan, with the budget in it. Immutable, and good in any number of
 * threads.
 *
 * <p>It is a health record: no exception and no finding quotes its free text. {@link #toJson} and
 * {@link #chain()} give that back to whoever holds the plan already.
 */
public final class Plan extends Handle {
    private Plan(long address) {
        super(address, PhbNative::delete_Plan);
    }

    /**
     * Reads a {@code phb-plan/1} document.
     *
     * @param document UTF-8
     * @return the plan
     * @throws PhbException if something is wrong with it: what, and where
     */
    public static Plan parse(byte[] document) {
        return new Plan(PhbNative.new_Plan(Values.needed(document, "document")));
    }

    /**
     * Reads a {@code phb-plan/1} document.
     *
     * @param document JSON
     * @return the plan
     * @throws PhbException if something is wrong with it: what, and where
     */
    public static Plan parse(String document) {
        return parse(Values.utf8(document, "document"));
    }

    /**
     * The plan as a document with all that was said, the NHS number too.
     *
     * @return JSON
     */
    public String toJson() {
        try (Native self = open()) {
            return Values.text(PhbNative.Plan_json(self.address()));
        }
    }

    /**
     * How far it has come.
     *
     * @return its status
     */
    public PlanStatus status() {
        try (Native self = open()) {
            return Values.choice(PlanStatus.class, PhbNative.Plan_status_of(self.address()));
        }
    }

    /**
     * Why the person has a budget.
     *
     * @return the cohort, or nothing when that is not said
     */
    public Optional<Cohort> cohort() {
        try (Native self = open()) {
            return Values.choiceOrNone(Cohort.class, PhbNative.Plan_cohort(self.address()));
        }
    }

    /**
     * Whether the budget goes on.
     *
     * @return the kind, or nothing when that is not said
     */
    public Optional<Kind> kind() {
        try (Native self = open()) {
            return Values.choiceOrNone(Kind.class, PhbNative.Plan_kind(self.address()));
        }
    }

    /**
     * The version of the plan.
     *
     * @return a number, or nothing when that is not said
     */
    public OptionalLong version() {
        try (Native self = open()) {
            return Values.numberOrNone(PhbNative.Plan_version(self.address()));
        }
    }

    /**
     * When the person was born.
     *
     * @return that day, or nothing when that is not said
     */
    public Optional<LocalDate> dateOfBirth() {
        try (Native self = open()) {
            return Values.dayOrNone(PhbNative.Plan_date_of_birth(self.address()));
        }
    }

    /**
     * The local reference of the person.
     *
     * @return an id; {@code ""} for none, and for one that passes for an NHS number
     */
    public String reference() {
        try (Native self = open()) {
            return Values.text(PhbNative.Plan_reference_or_none(self.address()));
        }
    }

    /**
     * The NHS number as it may be shown, with its last four digits alone.
     *
     * @return such as {@code "••• ••• 5919"}; {@code ""} for none
     */
    public String nhsNumberMasked() {
        try (Native self = open()) {
            return Values.text(PhbNative.Plan_masked_number(self.address()));
        }
    }

    /**
     * The SHA-256 of what is signed. Kept with the signatures, it shows whether the plan was changed
     * after that.
     *
     * @return 64 hexadecimal digits
     */
    public String contentHash() {
        try (Native self = open()) {
            return Values.text(PhbNative.Plan_digest(self.address()));
        }
    }

    /**
     * The budget in it, as one of its own; its cohort and kind are the plan's.
     *
     * @return the budget, or nothing when there is none, or the plan only says where it is
     */
    public Optional<Budget> budget() {
        byte[] document;
        try (Native self = open()) {
            document = PhbNative.Plan_budget_json(self.address());
        }
        return document.length == 0 ? Optional.empty() : Optional.of(Budget.parse(document));
    }

    /**
     * Checks its ten sections, all that links them, the conditions of the law, and its budget.
     *
     * @return what was found
     * @throws PhbException if its budget cannot be costed
     */
    public Report check() {
        return check(CheckOptions.defaults());
    }

    /**
     * Checks its ten sections, all that links them, the conditions of the law, and its budget.
     *
     * @param options rates, policy and the like
     * @return what was found
     * @throws PhbException if its budget cannot be costed
     */
    public Report check(CheckOptions options) {
        Values.needed(options, "options");
        try (Native self = open()) {
            return options.check(self.address());
        }
    }

    /**
     * Follows each need to its outcomes, the actions towards them and what pays for those.
     *
     * @return the chain
     * @throws PhbException if its budget cannot be costed
     */
    public Chain chain() {
        return chain(CheckOptions.defaults());
    }

    /**
     * Follows each need to its outcomes, the actions towards them and what pays for those.
     *
     * @param options of these the rates and the policy, which its budget is costed by
     * @return the chain
     * @throws PhbException if its budget cannot be costed
     */
    public Chain chain(CheckOptions options) {
        Values.needed(options, "options");
        try (Native self = open()) {
            return options.chain(self.address());
        }
    }

    /**
     * Asks when it must be reviewed, by what it says of its duties, the reviews held, birthdays and
     * competences that run out. What the plan does not say, such as what happened, may be added.
     *
     * @return a request, which needs the plan until it is built
     */
    public ScheduleRequest scheduleRequest() {
        return new ScheduleRequest(this);
    }
}
