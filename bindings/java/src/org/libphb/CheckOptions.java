package org.libphb;

import java.time.LocalDate;
import org.libphb.internal.PhbNative;

/**
 * How to check a plan. Each method gives options that say one thing more; the objects stay the
 * caller's.
 */
public final class CheckOptions {
    private static final CheckOptions DEFAULTS = new CheckOptions(null, null, null, Values.NO_DAY);

    private final Rates rates;
    private final Policy policy;
    private final Plan superseded;
    private final int asOf;

    private CheckOptions(Rates rates, Policy policy, Plan superseded, int asOf) {
        this.rates = rates;
        this.policy = policy;
        this.superseded = superseded;
        this.asOf = asOf;
    }

    /**
     * The rates built in, no policy, no plan before, from the day that the plan itself says.
     *
     * @return the same each time
     */
    public static CheckOptions defaults() {
        return DEFAULTS;
    }

    /**
     * By other rates.
     *
     * @param rates the rates
     * @return options with them
     */
    public CheckOptions rates(Rates rates) {
        return new CheckOptions(Values.needed(rates, "rates"), policy, superseded, asOf);
    }

    /**
     * By a local policy.
     *
     * @param policy the policy
     * @return options with it
     */
    public CheckOptions policy(Policy policy) {
        return new CheckOptions(rates, Values.needed(policy, "policy"), superseded, asOf);
    }

    /**
     * Beside the plan that it takes the place of.
     *
     * @param plan the earlier one
     * @return options with it
     */
    public CheckOptions superseded(Plan plan) {
        return new CheckOptions(rates, policy, Values.needed(plan, "superseded"), asOf);
    }

    /**
     * From which day to look. Unless said, from the last signature, else the first day of the budget,
     * else that of the first assessment.
     *
     * @param day the day
     * @return options with it
     */
    public CheckOptions asOf(LocalDate day) {
        return new CheckOptions(rates, policy, superseded, Values.days(day, "asOf"));
    }

    Report check(long plan) {
        try (Native by = Handle.open(rates);
                Native locally = Handle.open(policy);
                Native before = Handle.open(superseded)) {
            return new Report(
                    PhbNative.Plan_checked(
                            plan, by.address(), locally.address(), before.address(), asOf));
        }
    }

    Chain chain(long plan) {
        try (Native by = Handle.open(rates);
                Native locally = Handle.open(policy)) {
            return new Chain(PhbNative.Plan_chained(plan, by.address(), locally.address()));
        }
    }
}
