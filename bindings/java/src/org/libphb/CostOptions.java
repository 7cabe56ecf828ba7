package org.libphb;

import java.time.LocalDate;
import org.libphb.internal.PhbNative;

/** How to cost. Each method gives options that say one thing more; the objects stay the caller's. */
public final class CostOptions {
    private static final CostOptions DEFAULTS =
            new CostOptions(null, null, Values.NO_DAY, false, Trace.FIGURES);

    private final Rates rates;
    private final Policy policy;
    private final int lawOn;
    private final boolean refuseProvisional;
    private final Trace trace;

    private CostOptions(
            Rates rates, Policy policy, int lawOn, boolean refuseProvisional, Trace trace) {
        this.rates = rates;
        this.policy = policy;
        this.lawOn = lawOn;
        this.refuseProvisional = refuseProvisional;
        this.trace = trace;
    }

    /**
     * The rates built in, no policy, the steps of all figures but instalments.
     *
     * @return the same each time
     */
    public static CostOptions defaults() {
        return DEFAULTS;
    }

    /**
     * By other rates.
     *
     * @param rates the rates
     * @return options with them
     */
    public CostOptions rates(Rates rates) {
        return new CostOptions(
                Values.needed(rates, "rates"), policy, lawOn, refuseProvisional, trace);
    }

    /**
     * By a local policy, for what a budget leaves unsaid.
     *
     * @param policy the policy
     * @return options with it
     */
    public CostOptions policy(Policy policy) {
        return new CostOptions(
                rates, Values.needed(policy, "policy"), lawOn, refuseProvisional, trace);
    }

    /**
     * Every day by the law of one.
     *
     * @param day whose law it is
     * @return options with it
     */
    public CostOptions lawOn(LocalDate day) {
        return new CostOptions(rates, policy, Values.days(day, "day"), refuseProvisional, trace);
    }

    /**
     * Refuses law that is not held yet.
     *
     * @return options that refuse it
     */
    public CostOptions refuseProvisional() {
        return new CostOptions(rates, policy, lawOn, true, trace);
    }

    /**
     * Which steps to keep.
     *
     * @param trace which
     * @return options with it
     */
    public CostOptions trace(Trace trace) {
        return new CostOptions(
                rates, policy, lawOn, refuseProvisional, Values.needed(trace, "trace"));
    }

    Costing cost(long budget) {
        try (Native by = Handle.open(rates);
                Native locally = Handle.open(policy)) {
            return new Costing(
                    PhbNative.Budget_costed(
                            budget,
                            by.address(),
                            locally.address(),
                            lawOn,
                            refuseProvisional ? 1 : 0,
                            trace.code()));
        }
    }
}
