package org.libphb;

import java.time.LocalDate;
import org.libphb.internal.PhbNative;

/**
 * What people cost who are employed, each row one of them, for the whole of a period: as the budget of one
 * assistant. Besides the columns that are needed a row has minutes and a rate, nights and a rate, both, or
 * basic pay.
 *
 * <p>Rows side by side with the same number in {@link #EMPLOYER} are the assistants of one employer and
 * share the Employment Allowance; without it each row is an employer by itself.
 */
public final class CostBatch extends Batch<CostBatch> {
    private static final Members<CostBatch> MEMBERS = new Members<>();

    /** The first day of the period. */
    public static final ColumnIn<CostBatch, LocalDate> PERIOD_START =
            MEMBERS.needed("period_start", LocalDate.class);

    /** Its last day. */
    public static final ColumnIn<CostBatch, LocalDate> PERIOD_END =
            MEMBERS.needed("period_end", LocalDate.class);

    /** How many weeks a year has. */
    public static final ColumnIn<CostBatch, WeeksInYear> WEEKS_IN_YEAR =
            MEMBERS.optional("weeks_in_year", WeeksInYear.class);

    /** Any number, the same in the rows of an employer, which lie side by side. */
    public static final ColumnIn<CostBatch, Long> EMPLOYER =
            MEMBERS.optional("employer", Long.class);

    /** Whether the Employment Allowance meets the row's National Insurance. */
    public static final ColumnIn<CostBatch, Boolean> CLAIMS_ALLOWANCE =
            MEMBERS.optional("claims_allowance", Boolean.class);

    /**
     * What of the allowance was used elsewhere in the tax year that the period starts in: the first row of
     * an employer who claims says it.
     */
    public static final ColumnIn<CostBatch, Long> ALLOWANCE_USED_PENCE =
            MEMBERS.optional("allowance_used_pence", Long.class);

    /** Since when, if before the period. */
    public static final ColumnIn<CostBatch, LocalDate> EMPLOYED_SINCE =
            MEMBERS.optional("employed_since", LocalDate.class);

    /** The first day employed: the period's unless said. */
    public static final ColumnIn<CostBatch, LocalDate> START =
            MEMBERS.optional("start", LocalDate.class);

    /** The last day employed: the period's unless said. */
    public static final ColumnIn<CostBatch, LocalDate> END =
            MEMBERS.optional("end", LocalDate.class);

    /** The letter and the pension then follow age. */
    public static final ColumnIn<CostBatch, LocalDate> DATE_OF_BIRTH =
            MEMBERS.optional("date_of_birth", LocalDate.class);

    /** The category letter. */
    public static final ColumnIn<CostBatch, Character> NI_LETTER =
            MEMBERS.optional("ni_letter", Character.class);

    /** How long a pay period is, a week to a month. */
    public static final ColumnIn<CostBatch, PayFrequency> PAY_FREQUENCY =
            MEMBERS.needed("pay_frequency", PayFrequency.class);

    /** 1 to 10,080; not said where nobody is paid by the hour. */
    public static final ColumnIn<CostBatch, Long> MINUTES_PER_WEEK =
            MEMBERS.optional("minutes_per_week", Long.class);

    /** Pay an hour, in hundredths of a penny. */
    public static final ColumnIn<CostBatch, Long> RATE_PENNY_HUNDREDTHS =
            MEMBERS.optional("rate_penny_hundredths", Long.class);

    /** Nights a week, in hundredths: 350 is three and a half. */
    public static final ColumnIn<CostBatch, Long> NIGHTS_PER_WEEK_HUNDREDTHS =
            MEMBERS.optional("nights_per_week_hundredths", Long.class);

    /** Pay a night, in hundredths of a penny. */
    public static final ColumnIn<CostBatch, Long> NIGHT_RATE_PENNY_HUNDREDTHS =
            MEMBERS.optional("night_rate_penny_hundredths", Long.class);

    /** Basic pay of a payslip, instead of what hours and nights come to. */
    public static final ColumnIn<CostBatch, Long> BASIC_PENCE =
            MEMBERS.optional("basic_pence", Long.class);

    /** Days worked a week, in hundredths: five unless said. */
    public static final ColumnIn<CostBatch, Long> DAYS_PER_WEEK_HUNDREDTHS =
            MEMBERS.optional("days_per_week_hundredths", Long.class);

    /** Worked on each bank holiday. */
    public static final ColumnIn<CostBatch, Long> BANK_HOLIDAY_MINUTES =
            MEMBERS.optional("bank_holiday_minutes", Long.class);

    /** Extra pay an hour for them, in hundredths of a penny. */
    public static final ColumnIn<CostBatch, Long> BANK_HOLIDAY_PREMIUM_PENNY_HUNDREDTHS =
            MEMBERS.optional("bank_holiday_premium_penny_hundredths", Long.class);

    /** How paid leave is paid for. */
    public static final ColumnIn<CostBatch, LeaveMethod> LEAVE_METHOD =
            MEMBERS.needed("leave_method", LeaveMethod.class);

    /** Who covers leave, for {@link LeaveMethod#COVER}. */
    public static final ColumnIn<CostBatch, CoverBy> LEAVE_BY =
            MEMBERS.optional("leave_by", CoverBy.class);

    /** An hour of cover, in hundredths of a penny, for those with hours. */
    public static final ColumnIn<CostBatch, Long> LEAVE_RATE_PENNY_HUNDREDTHS =
            MEMBERS.optional("leave_rate_penny_hundredths", Long.class);

    /** A night of cover, for those with nights. */
    public static final ColumnIn<CostBatch, Long> LEAVE_NIGHT_RATE_PENCE =
            MEMBERS.optional("leave_night_rate_pence", Long.class);

    /** Weeks of leave, in hundredths, if above the law's. */
    public static final ColumnIn<CostBatch, Long> LEAVE_WEEKS_HUNDREDTHS =
            MEMBERS.optional("leave_weeks_hundredths", Long.class);

    /** Whether somebody is in the pension scheme. */
    public static final ColumnIn<CostBatch, PensionMembership> PENSION_MEMBERSHIP =
            MEMBERS.optional("pension_membership", PensionMembership.class);

    /** Which pay the employer's rate applies to. */
    public static final ColumnIn<CostBatch, PensionBasis> PENSION_BASIS =
            MEMBERS.optional("pension_basis", PensionBasis.class);

    /** The employer's rate, in millionths: the statutory minimum unless said. */
    public static final ColumnIn<CostBatch, Long> PENSION_EMPLOYER_PPM =
            MEMBERS.optional("pension_employer_ppm", Long.class);

    /** Weeks of sickness a year, in hundredths. */
    public static final ColumnIn<CostBatch, Long> SICKNESS_WEEKS_HUNDREDTHS =
            MEMBERS.optional("sickness_weeks_hundredths", Long.class);

    /** An hour of cover for the absent, in hundredths of a penny. */
    public static final ColumnIn<CostBatch, Long> SICKNESS_COVER_RATE_PENNY_HUNDREDTHS =
            MEMBERS.optional("sickness_cover_rate_penny_hundredths", Long.class);

    /** A night of cover for the absent. */
    public static final ColumnIn<CostBatch, Long> SICKNESS_COVER_NIGHT_RATE_PENCE =
            MEMBERS.optional("sickness_cover_night_rate_pence", Long.class);

    /** Pay of all payslips of the period. */
    public static final ColumnOut<CostBatch, long[]> OUT_BASIC_PENCE =
            MEMBERS.amounts("out_basic_pence");

    /** Leave pay. */
    public static final ColumnOut<CostBatch, long[]> OUT_LEAVE_PENCE =
            MEMBERS.amounts("out_leave_pence");

    /** National Insurance before the allowance, that of cover and bank holidays too. */
    public static final ColumnOut<CostBatch, long[]> OUT_EMPLOYER_NI_PENCE =
            MEMBERS.amounts("out_employer_ni_pence");

    /** Pension contributions, those of cover and bank holidays too. */
    public static final ColumnOut<CostBatch, long[]> OUT_PENSION_PENCE =
            MEMBERS.amounts("out_pension_pence");

    /** Extra pay, and leave on it. */
    public static final ColumnOut<CostBatch, long[]> OUT_BANK_HOLIDAY_PENCE =
            MEMBERS.amounts("out_bank_holiday_pence");

    /** Cover of leave, and leave on it. */
    public static final ColumnOut<CostBatch, long[]> OUT_COVER_PENCE =
            MEMBERS.amounts("out_cover_pence");

    /** Statutory sick pay. */
    public static final ColumnOut<CostBatch, long[]> OUT_SICKNESS_PENCE =
            MEMBERS.amounts("out_sickness_pence");

    /** Cover beyond the pay of the absent. */
    public static final ColumnOut<CostBatch, long[]> OUT_SICKNESS_COVER_PENCE =
            MEMBERS.amounts("out_sickness_cover_pence");

    /** The row's share of the Employment Allowance, 0 or less. */
    public static final ColumnOut<CostBatch, long[]> OUT_ALLOWANCE_PENCE =
            MEMBERS.amounts("out_allowance_pence");

    /** The sum of the nine above. */
    public static final ColumnOut<CostBatch, long[]> OUT_TOTAL_PENCE =
            MEMBERS.amounts("out_total_pence");

    /** See {@link Batch#status}. */
    public static final ColumnOut<CostBatch, byte[]> OUT_STATUS = MEMBERS.codes("out_status");

    /** See {@link Batch#certainty}: of the least sure law used. */
    public static final ColumnOut<CostBatch, byte[]> OUT_CERTAINTY = MEMBERS.codes("out_certainty");

    /** Rows that are looked at together for the end of an employer: most have fewer. */
    private static final int SPLIT_ROWS = 64;

    private int lawOn = NO_DAY;
    private boolean refuseProvisional;

    /**
     * A batch without columns.
     *
     * @param rows how many rows its columns will have
     */
    public CostBatch(int rows) {
        super(MEMBERS, rows);
    }

    /**
     * Every day by the law of one.
     *
     * @param day whose law it is
     * @return this
     */
    public CostBatch lawOn(LocalDate day) {
        lawOn = Values.days(day, "day");
        return this;
    }

    /**
     * Refuses law that is not held yet: such a row has the status {@code RATE_NOT_IN_FORCE}.
     *
     * @return this
     */
    public CostBatch refuseProvisional() {
        refuseProvisional = true;
        return this;
    }

    @Override
    CostBatch self() {
        return this;
    }

    @Override
    int split(Memory[] columns, int wantedRow) {
        if (wantedRow == 0) {
            return 0;
        }
        try (Block block = new Block(new Memory[] {columns[EMPLOYER.place()]}, 1)) {
            // Beside the row before it, the native layer sees whether a row begins an employer.
            int before = wantedRow - 1;
            while (true) {
                int count = Math.min(SPLIT_ROWS, rows() - before);
                long[] places = block.filled(before, count);
                int end = before + (int) PhbNative.batch_cost_split(places, count, 1);
                if (end < before + count || end == rows()) {
                    return end;
                }
                before = end - 1;
            }
        }
    }

    @Override
    void ask(long rates, long[] places, int count) {
        int match = refuseProvisional ? PhbNative.RATE_EXACT_get() : PhbNative.RATE_CARRY_get();
        PhbNative.batch_cost(rates, match, lawOn, places, count);
    }
}
