package org.libphb;

import java.time.LocalDate;
import org.libphb.internal.PhbNative;

/** Employer National Insurance, each row a payslip: as {@link Rates#employerNi} answers for one. */
public final class NiBatch extends Batch<NiBatch> {
    private static final Members<NiBatch> MEMBERS = new Members<>();

    /** The day the pay is paid, which decides the rate. */
    public static final ColumnIn<NiBatch, LocalDate> PAID_ON =
            MEMBERS.needed("paid_on", LocalDate.class);

    /** How long the pay period is. */
    public static final ColumnIn<NiBatch, PayFrequency> FREQUENCY =
            MEMBERS.needed("frequency", PayFrequency.class);

    /** The category letter: A unless another is said. */
    public static final ColumnIn<NiBatch, Character> LETTER =
            MEMBERS.needed("letter", Character.class);

    /** The pay of the period. */
    public static final ColumnIn<NiBatch, Long> GROSS_PENCE =
            MEMBERS.needed("gross_pence", Long.class);

    /** The contribution. */
    public static final ColumnOut<NiBatch, long[]> OUT_NI_PENCE = MEMBERS.amounts("out_ni_pence");

    /** See {@link Batch#status}. */
    public static final ColumnOut<NiBatch, byte[]> OUT_STATUS = MEMBERS.codes("out_status");

    /** See {@link Batch#certainty}. */
    public static final ColumnOut<NiBatch, byte[]> OUT_CERTAINTY = MEMBERS.codes("out_certainty");

    /**
     * A batch without columns.
     *
     * @param rows how many rows its columns will have
     */
    public NiBatch(int rows) {
        super(MEMBERS, rows);
        same(LETTER, 'A');
    }

    @Override
    NiBatch self() {
        return this;
    }

    @Override
    void ask(long rates, long[] places, int count) {
        PhbNative.batch_employer_ni(rates, PhbNative.RATE_EXACT_get(), places, count);
    }
}
