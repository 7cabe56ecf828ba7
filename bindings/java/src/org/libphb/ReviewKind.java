package org.libphb;

/** What kind of review was held. */
public enum ReviewKind implements Choice {
    /** Of the plan. */
    PLAN,
    /** Of what a one-off budget has brought, once its money is spent. */
    OUTCOME,
    /** Of the money. */
    AUDIT;

    @Override
    public String word() {
        return this == AUDIT ? "audit" : Choice.super.word() + "_review";
    }
}
