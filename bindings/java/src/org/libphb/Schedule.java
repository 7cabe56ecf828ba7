package org.libphb;

import java.time.LocalDate;
import java.util.Optional;
import org.libphb.internal.PhbNative;

/**
 * When a plan must be reviewed: reviews, audits, decisions, birthdays, notices and renewals as one
 * calendar, by day. Nothing here knows what day it is: the day to look from is asked with. Immutable,
 * and good in any number of threads. Made by {@link ScheduleRequest#build}.
 */
public final class Schedule extends Handle {
    Schedule(long address) {
        super(address, PhbNative::delete_Schedule);
    }

    /**
     * Begins a request by which no plan is needed.
     *
     * @param asOf the day to look from
     * @return a request without a duty to review
     */
    public static ScheduleRequest request(LocalDate asOf) {
        return new ScheduleRequest(null).asOf(asOf);
    }

    /**
     * What was done, is due and will be due, by day.
     *
     * @return a copy of the table
     */
    public Table<Event> events() {
        return table(PhbNative.SCHEDULE_EVENTS_get(), Event::of);
    }

    /**
     * What was assumed, or counts for nothing.
     *
     * @return a copy of the table
     */
    public Table<Note> notes() {
        return table(PhbNative.SCHEDULE_NOTES_get(), Note::of);
    }

    private <R> Table<R> table(int part, Table.RowMaker<R> maker) {
        return new Table<>(
                TableSource.lent(this, schedule -> PhbNative.Schedule_table(schedule, part)), maker);
    }

    /**
     * The day it looks from.
     *
     * @return that day
     */
    public LocalDate asOf() {
        try (Native self = open()) {
            return Values.day(PhbNative.Schedule_as_of(self.address()));
        }
    }

    /**
     * The last day it looks to.
     *
     * @return that day
     */
    public LocalDate horizon() {
        try (Native self = open()) {
            return Values.day(PhbNative.Schedule_horizon(self.address()));
        }
    }

    /**
     * When the next review of the plan must be held at the latest, overdue or still to come.
     *
     * @return that day, or nothing when there is no such review
     */
    public Optional<LocalDate> nextReviewLatest() {
        try (Native self = open()) {
            return Values.dayOrNone(PhbNative.Schedule_next_review_latest(self.address()));
        }
    }

    /**
     * The edition of the rates it rests on.
     *
     * @return such as {@code "2026.1"}
     */
    public String ratesEdition() {
        try (Native self = open()) {
            return Values.text(PhbNative.Schedule_rates_edition(self.address()));
        }
    }

    /**
     * The edition of the policy it rests on.
     *
     * @return such as {@code "north/3"}; {@code ""} for none
     */
    public String policyEdition() {
        try (Native self = open()) {
            return Values.text(PhbNative.Schedule_policy_edition(self.address()));
        }
    }

    /**
     * For people, a calendar to pin up; or as {@link Format#ICALENDAR} what is still to be done, for a
     * calendar program. That says nothing of duties or reasons, which may tell of somebody's health.
     *
     * @param format any
     * @return the schedule in that format
     * @throws PhbInputException if a calendar file is wanted of a request without a reference
     */
    public String render(Format format) {
        int code = Values.needed(format, "format").code();
        try (Native self = open()) {
            return Values.text(PhbNative.Schedule_rendered(self.address(), code));
        }
    }

    /**
     * A {@code phb-schedule/1} document.
     *
     * @return JSON
     */
    public String toJson() {
        try (Native self = open()) {
            return Values.text(PhbNative.Schedule_json(self.address()));
        }
    }
}
