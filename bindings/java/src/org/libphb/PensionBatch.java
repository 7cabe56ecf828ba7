package org.libphb;

import java.time.LocalDate;
import org.libphb.internal.PhbNative;

/**
 * The least that an employer pays into a pension, each row a payslip of a member: as
 * {@link Rates#employerPension} answers for one.
 */
public final class PensionBatch extends Batch<PensionBatch> {
    private static final Members<PensionBatch> MEMBERS = new Members<>();

    /** The day the pay is paid, which decides the rate. */
    public static final ColumnIn<PensionBatch, LocalDate> PAID_ON =
            MEMBERS.needed("paid_on", LocalDate.class);

    /** How long the pay period is. */
    public static final ColumnIn<PensionBatch, PayFrequency> FREQUENCY =
            MEMBERS.needed("frequency", PayFrequency.class);

    /** The pay of the period. */
    public static final ColumnIn<PensionBatch, Long> GROSS_PENCE =
            MEMBERS.needed("gross_pence", Long.class);

    /** The contribution. */
    public static final ColumnOut<PensionBatch, long[]> OUT_PENSION_PENCE =
            MEMBERS.amounts("out_pension_pence");

    /** See {@link Batch#status}. */
    public static final ColumnOut<PensionBatch, byte[]> OUT_STATUS = MEMBERS.codes("out_status");

    /** See {@link Batch#certainty}. */
    public static final ColumnOut<PensionBatch, byte[]> OUT_CERTAINTY =
            MEMBERS.codes("out_certainty");

    /**
     * A batch without columns.
     *
     * @param rows how many rows its columns will have
     */
    public PensionBatch(int rows) {
        super(MEMBERS, rows);
    }

    @Override
    PensionBatch self() {
        return this;
    }

    @Override
    void ask(long rates, long[] places, int count) {
        PhbNative.batch_employer_pension(rates, PhbNative.RATE_EXACT_get(), places, count);
    }
}
