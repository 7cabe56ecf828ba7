package org.libphb;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Somebody employed. Immutable; each method gives the same with one thing more said. An id turns up
 * in results: it should be a reference, not a name.
 */
public final class Assistant extends Part {
    private Assistant(Written written) {
        super(written);
    }

    /**
     * Begins with what must be said.
     *
     * @param id an id, unique among assistants and plain lines
     * @param payFrequency how often they are paid, any but {@link PayFrequency#ANNUAL}
     * @param leave how their leave is paid for
     * @param deployment who holds the money that pays them
     * @param hours what they work and earn, one band or more
     * @return an assistant with nothing else said
     */
    public static Assistant of(
            String id, PayFrequency payFrequency, Leave leave, Deployment deployment, Hours... hours) {
        return new Assistant(
                Written.NOTHING.text("id", id)
                        .word("pay_frequency", payFrequency)
                        .part("leave", leave)
                        .word("deployment", deployment)
                        .parts("hours", hours));
    }

    /**
     * Who it is, for the reader's eyes.
     *
     * @param name a name
     * @return the same with that said
     */
    public Assistant name(String name) {
        return new Assistant(written.text("name", name));
    }

    /**
     * When they were born, which decides National Insurance letter and pension.
     *
     * @param day that day
     * @return the same with that said
     */
    public Assistant dateOfBirth(LocalDate day) {
        return new Assistant(written.day("date_of_birth", day));
    }

    /**
     * The category letter of National Insurance. By age unless said.
     *
     * @param letter such as {@code 'A'}
     * @return the same with that said
     */
    public Assistant niLetter(char letter) {
        return new Assistant(written.text("ni_letter", String.valueOf(letter)));
    }

    /**
     * When they begin to be employed. The period's first day unless said.
     *
     * @param day the first day
     * @return the same with that said
     */
    public Assistant start(LocalDate day) {
        return new Assistant(written.day("start", day));
    }

    /**
     * When that ends. The period's last day unless said.
     *
     * @param day the last day
     * @return the same with that said
     */
    public Assistant end(LocalDate day) {
        return new Assistant(written.day("end", day));
    }

    /**
     * When before the period they were taken on.
     *
     * @param day that day
     * @return the same with that said
     */
    public Assistant employedSince(LocalDate day) {
        return new Assistant(written.day("employed_since", day));
    }

    /**
     * Days worked a week. Five unless said.
     *
     * @param days from 0.01 to 7, with at most two decimals
     * @return the same with that said
     */
    public Assistant daysPerWeek(BigDecimal days) {
        return new Assistant(written.number("days_per_week", days));
    }

    /**
     * What they work on bank holidays.
     *
     * @param work how much, and for what
     * @return the same with that said
     */
    public Assistant bankHoliday(HolidayWork work) {
        return new Assistant(written.part("bank_holiday", work));
    }

    /**
     * Their pension.
     *
     * @param pension what is said of it
     * @return the same with that said
     */
    public Assistant pension(Pension pension) {
        return new Assistant(written.part("pension", pension));
    }

    /**
     * Their sickness.
     *
     * @param sickness what is set aside
     * @return the same with that said
     */
    public Assistant sickness(Sickness sickness) {
        return new Assistant(written.part("sickness", sickness));
    }

    /**
     * Who pays them.
     *
     * @param id the id of a funder
     * @return the same with that said
     */
    public Assistant funder(String id) {
        return new Assistant(written.text("funder", id));
    }

    /**
     * How they stand to the person.
     *
     * @param relationship which
     * @return the same with that said
     */
    public Assistant relationship(Relationship relationship) {
        return new Assistant(written.word("relationship", relationship));
    }

    /**
     * Whether they live with the person.
     *
     * @param lives true if they do
     * @return the same with that said
     */
    public Assistant livesInHousehold(boolean lives) {
        return new Assistant(written.flag("lives_in_household", lives));
    }

    /**
     * When the body found it necessary to employ them.
     *
     * @param day that day
     * @return the same with that said
     */
    public Assistant necessityApprovedOn(LocalDate day) {
        return new Assistant(written.day("necessity_approved_on", day));
    }
}
