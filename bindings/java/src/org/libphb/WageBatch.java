package org.libphb;

import java.time.LocalDate;
import org.libphb.internal.PhbNative;

/**
 * The minimum wage and what pay is below it, each row a rate of pay on a day: as {@link Rates#find}
 * answers for {@code minimum_wage.hourly}. With neither age nor date of birth it is the wage of adults.
 */
public final class WageBatch extends Batch<WageBatch> {
    private static final Members<WageBatch> MEMBERS = new Members<>();

    /** The day of which the wage is. */
    public static final ColumnIn<WageBatch, LocalDate> DAY = MEMBERS.needed("day", LocalDate.class);

    /** From which the age follows. */
    public static final ColumnIn<WageBatch, LocalDate> DATE_OF_BIRTH =
            MEMBERS.optional("date_of_birth", LocalDate.class);

    /** The age, which comes before the date of birth. */
    public static final ColumnIn<WageBatch, Long> AGE_YEARS =
            MEMBERS.optional("age_years", Long.class);

    /** Pay an hour, in hundredths of a penny. */
    public static final ColumnIn<WageBatch, Long> RATE_PENNY_HUNDREDTHS =
            MEMBERS.needed("rate_penny_hundredths", Long.class);

    /** The wage an hour, in hundredths of a penny. */
    public static final ColumnOut<WageBatch, long[]> OUT_MINIMUM_PENNY_HUNDREDTHS =
            MEMBERS.amounts("out_minimum_penny_hundredths");

    /** What the pay is below it, in hundredths of a penny; 0 when it is enough. */
    public static final ColumnOut<WageBatch, long[]> OUT_SHORTFALL_PENNY_HUNDREDTHS =
            MEMBERS.amounts("out_shortfall_penny_hundredths");

    /** See {@link Batch#status}. */
    public static final ColumnOut<WageBatch, byte[]> OUT_STATUS = MEMBERS.codes("out_status");

    /** See {@link Batch#certainty}. */
    public static final ColumnOut<WageBatch, byte[]> OUT_CERTAINTY = MEMBERS.codes("out_certainty");

    /**
     * A batch without columns.
     *
     * @param rows how many rows its columns will have
     */
    public WageBatch(int rows) {
        super(MEMBERS, rows);
    }

    @Override
    WageBatch self() {
        return this;
    }

    @Override
    void ask(long rates, long[] places, int count) {
        PhbNative.batch_minimum_wage(rates, PhbNative.RATE_EXACT_get(), places, count);
    }
}
