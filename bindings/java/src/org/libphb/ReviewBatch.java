package org.libphb;

import java.time.LocalDate;
import org.libphb.internal.PhbNative;

/**
 * The next review, each row a duty to review: by a regime, whose months are those of the law or of the
 * policy, or by months of its own.
 */
public final class ReviewBatch extends Batch<ReviewBatch> {
    private static final Members<ReviewBatch> MEMBERS = new Members<>();

    /** The day the duty counts from, such as the first payment. */
    public static final ColumnIn<ReviewBatch, LocalDate> ANCHOR =
            MEMBERS.needed("anchor", LocalDate.class);

    /** The last review held; one before the anchor counts for nothing. */
    public static final ColumnIn<ReviewBatch, LocalDate> HELD_ON =
            MEMBERS.optional("held_on", LocalDate.class);

    /** By whose rules. */
    public static final ColumnIn<ReviewBatch, Regime> REGIME =
            MEMBERS.optional("regime", Regime.class);

    /** Without a regime: from the anchor to the first review; as many as to every other. */
    public static final ColumnIn<ReviewBatch, Long> FIRST_MONTHS =
            MEMBERS.optional("first_months", Long.class);

    /** Without a regime: from one review to the next; there is one only when it is not said. */
    public static final ColumnIn<ReviewBatch, Long> EVERY_MONTHS =
            MEMBERS.optional("every_months", Long.class);

    /** The day to hold it: a working day, unless it need be none, on or before the latest. */
    public static final ColumnOut<ReviewBatch, int[]> OUT_DUE = MEMBERS.days("out_due");

    /** The day it must be held by. */
    public static final ColumnOut<ReviewBatch, int[]> OUT_LATEST = MEMBERS.days("out_latest");

    /** See {@link Batch#status}. */
    public static final ColumnOut<ReviewBatch, byte[]> OUT_STATUS = MEMBERS.codes("out_status");

    private Policy policy;
    private int workingDays; // 0: as the policy has it

    /**
     * A batch without columns.
     *
     * @param rows how many rows its columns will have
     */
    public ReviewBatch(int rows) {
        super(MEMBERS, rows);
    }

    /**
     * By a local policy, for rows that name a regime.
     *
     * @param policy the policy
     * @return this
     */
    public ReviewBatch policy(Policy policy) {
        this.policy = Values.needed(policy, "policy");
        return this;
    }

    /**
     * Whether a review is due on a working day: yes unless this or the policy says no.
     *
     * @param due true for a working day
     * @return this
     */
    public ReviewBatch workingDays(boolean due) {
        workingDays = due ? PhbNative.ANSWER_YES_get() : PhbNative.ANSWER_NO_get();
        return this;
    }

    @Override
    ReviewBatch self() {
        return this;
    }

    @Override
    void ask(long rates, long[] places, int count) {
        try (Native locally = Handle.open(policy)) {
            PhbNative.batch_review_dates(rates, locally.address(), workingDays, places, count);
        }
    }
}
