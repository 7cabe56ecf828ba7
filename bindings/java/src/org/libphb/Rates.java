package org.libphb;

import java.time.LocalDate;
import org.libphb.internal.PhbNative;

/** A snapshot of the law: immutable, and good in any number of threads. */
public final class Rates extends Handle {
    /** Made when it is first asked for. */
    private static final class Builtin {
        static final Rates RATES = new Rates();
    }

    private Rates() {
        super(PhbNative.new_Rates());
    }

    private Rates(long address) {
        super(address, PhbNative::delete_Rates);
    }

    /**
     * The rates that the library holds: one object for the whole program, which cannot be closed.
     *
     * @return the same each time
     */
    public static Rates builtin() {
        return Builtin.RATES;
    }

    /**
     * These rates and what a rates document adds to them.
     *
     * @param document UTF-8
     * @return rates that need these no longer
     * @throws PhbException if something is wrong with it: what, and where
     */
    public Rates withOverlay(byte[] document) {
        Values.needed(document, "document");
        try (Native self = open()) {
            return new Rates(PhbNative.Rates_overlaid(self.address(), document));
        }
    }

    /**
     * These rates and what a rates document adds to them.
     *
     * @param document JSON
     * @return rates that need these no longer
     * @throws PhbException if something is wrong with it: what, and where
     */
    public Rates withOverlay(String document) {
        return withOverlay(Values.utf8(document, "document"));
    }

    /**
     * The edition.
     *
     * @return such as {@code "2026.1"}, or {@code "2026.1+north/3"} with an overlay
     */
    public String edition() {
        try (Native self = open()) {
            return Values.text(PhbNative.Rates_edition(self.address()));
        }
    }

    /**
     * The first day whose law is held.
     *
     * @return that day
     */
    public LocalDate firstDay() {
        try (Native self = open()) {
            return Values.day(PhbNative.Rates_first_day(self.address()));
        }
    }

    /**
     * The last day whose law is held and checked.
     *
     * @return that day
     */
    public LocalDate lastDay() {
        try (Native self = open()) {
            return Values.day(PhbNative.Rates_last_day(self.address()));
        }
    }

    /**
     * One value of a day.
     *
     * @param key such as {@code "employer_ni.rate"}
     * @param on the day
     * @return the value, with its unit and its source
     * @throws PhbLookupException if there is no such key, or no such law on that day
     */
    public Rate find(String key, LocalDate on) {
        return find(RateQuery.of(key).on(on));
    }

    /**
     * One value, of a day, an age or a date of birth.
     *
     * @param query what is asked
     * @return the value, with its unit and its source
     * @throws PhbLookupException if there is no such key, or no such law on that day
     */
    public Rate find(RateQuery query) {
        Values.needed(query, "query");
        try (Native self = open()) {
            return query.ask(self.address());
        }
    }

    /**
     * What an employer pays in National Insurance on one payslip, by HMRC's per-period method. The
     * Employment Allowance is not taken off: it is the employer's.
     *
     * @param paidOn the day the pay is paid, which decides the rate
     * @param frequency how long the pay period is
     * @param letter the category letter, such as {@code 'A'}
     * @param gross the pay of the period
     * @return the contribution
     * @throws PhbLookupException if the law of that day is not held, or has no such letter
     * @throws PhbValueException if the pay is negative or more than ten thousand million pounds, or
     *     there never was such a letter
     */
    public Money employerNi(LocalDate paidOn, PayFrequency frequency, char letter, Money gross) {
        int days = Values.days(paidOn, "paidOn");
        int code = Values.needed(frequency, "frequency").code();
        long grossPence = Values.needed(gross, "gross").pence();
        try (Native self = open()) {
            return new Money(
                    PhbNative.employer_ni(self.address(), days, code, letter, grossPence));
        }
    }

    /**
     * The least that an employer pays into a pension on one payslip of a member.
     *
     * @param paidOn the day the pay is paid, which decides the rate
     * @param frequency how long the pay period is
     * @param gross the pay of the period
     * @return the contribution
     * @throws PhbLookupException if the law of that day is not held
     * @throws PhbValueException if the pay is negative or more than ten thousand million pounds
     */
    public Money employerPension(LocalDate paidOn, PayFrequency frequency, Money gross) {
        int days = Values.days(paidOn, "paidOn");
        int code = Values.needed(frequency, "frequency").code();
        long grossPence = Values.needed(gross, "gross").pence();
        try (Native self = open()) {
            return new Money(PhbNative.employer_pension(self.address(), days, code, grossPence));
        }
    }

    /**
     * Every value of the whole history.
     *
     * @return the law as a table
     */
    public Table<RateValue> table() {
        return law(null, Values.NO_DAY);
    }

    /**
     * The values of one day.
     *
     * @param on the day
     * @return the law of that day as a table
     * @throws PhbLookupException if the law of that day is not held
     */
    public Table<RateValue> table(LocalDate on) {
        return law(null, Values.days(on, "on"));
    }

    /**
     * Every value of a key.
     *
     * @param key one, or the beginning of some up to a dot
     * @return their history as a table
     * @throws PhbLookupException if there is no such key
     */
    public Table<RateValue> table(String key) {
        return law(Values.utf8(key, "key"), Values.NO_DAY);
    }

    private Table<RateValue> law(byte[] key, int on) {
        return new Table<>(
                TableSource.given(this, rates -> PhbNative.Rates_law(rates, key, on)), RateValue::of);
    }

    /**
     * The bank holidays of England from one day to another, both included.
     *
     * @param first the first day
     * @param last the last day
     * @return the holidays by date
     * @throws PhbLookupException if the first day is before 2011
     * @throws PhbValueException if the last day is before the first
     */
    public Table<BankHoliday> bankHolidays(LocalDate first, LocalDate last) {
        int from = Values.days(first, "first");
        int to = Values.days(last, "last");
        return new Table<>(
                TableSource.given(this, rates -> PhbNative.Rates_holidays(rates, from, to)),
                BankHoliday::of);
    }
}
