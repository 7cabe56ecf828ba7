package org.libphb;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SortedMap;

/**
 * A band of paid time of one assistant: active hours and waking nights by the hour, sleep-ins and
 * live-ins by the night. Immutable; each method gives the same with one thing more said.
 */
public final class Hours extends Part {
    private Hours(Written written) {
        super(written);
    }

    /**
     * Begins a band with one rate of pay.
     *
     * @param rate pay an hour, or a night, in pounds with at most four decimals
     * @return hours with nothing else said
     */
    public static Hours of(BigDecimal rate) {
        return new Hours(Written.NOTHING.rate("rate", rate));
    }

    /**
     * Begins a band with rates of pay that change.
     *
     * @param rate pay an hour, or a night, in pounds with at most four decimals, by the day from
     *     which it holds; the first is no later than the first day
     * @return hours with nothing else said
     */
    public static Hours of(SortedMap<LocalDate, BigDecimal> rate) {
        return new Hours(Written.NOTHING.rates("rate", rate));
    }

    /**
     * What this time is called.
     *
     * @param id an id, such as {@code "weekday"}
     * @return the same with that said
     */
    public Hours band(String id) {
        return new Hours(written.text("band", id));
    }

    /**
     * What kind of work it is. Active unless said.
     *
     * @param type which
     * @return the same with that said
     */
    public Hours type(HoursType type) {
        return new Hours(written.word("type", type));
    }

    /**
     * Time worked a week: active hours and waking nights.
     *
     * @param minutes from 1 to 10,080
     * @return the same with that said
     */
    public Hours minutesPerWeek(int minutes) {
        return new Hours(written.whole("minutes_per_week", minutes));
    }

    /**
     * The same in hours.
     *
     * @param hours what comes to whole minutes, with at most four decimals
     * @return the same with that said
     */
    public Hours hoursPerWeek(BigDecimal hours) {
        return new Hours(written.number("hours_per_week", hours));
    }

    /**
     * Nights a week: sleep-ins and live-ins.
     *
     * @param nights from 0.01 to 7, with at most two decimals
     * @return the same with that said
     */
    public Hours nightsPerWeek(BigDecimal nights) {
        return new Hours(written.number("nights_per_week", nights));
    }

    /**
     * Time of a night spent awake for work.
     *
     * @param minutes from 0 to 1,440
     * @return the same with that said
     */
    public Hours awakeMinutesPerNight(int minutes) {
        return new Hours(written.whole("awake_minutes_per_night", minutes));
    }

    /**
     * Pay for that time.
     *
     * @param rate pounds an hour, with at most four decimals
     * @return the same with that said
     */
    public Hours awakeRate(BigDecimal rate) {
        return new Hours(written.rate("awake_rate", rate));
    }

    /**
     * When this begins to be worked. The assistant's first day unless said.
     *
     * @param day the first day
     * @return the same with that said
     */
    public Hours start(LocalDate day) {
        return new Hours(written.day("start", day));
    }

    /**
     * When this ends. The assistant's last day unless said.
     *
     * @param day the last day
     * @return the same with that said
     */
    public Hours end(LocalDate day) {
        return new Hours(written.day("end", day));
    }
}
