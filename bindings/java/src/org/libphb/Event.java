package org.libphb;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something to do by a day, or done. Its duties and reasons may tell of somebody's health.
 *
 * @param kind plan_review, outcome_review, audit, decision, birthday, notice_end, recost, renewal or
 *     trigger
 * @param sequence from 1, among those of its kind
 * @param due the day to do it, no later than {@code latest}; of a trigger the day it happened
 * @param latest the last day that is allowed; nothing for what happened
 * @param status done, upcoming, due_soon, due or overdue
 * @param days upcoming and due_soon: until it is due; due: until {@code latest}, or since it was due
 *     where there is none; overdue: since {@code latest}; done: since it was done
 * @param duty must, decide, on_request, may or policy
 * @param regimes the review duties it serves
 * @param reason first or interval, what happened, what is renewed and the like
 * @param agenda what is to be looked at or done; of a renewal the id it was given comes last
 * @param source what it rests on
 * @param uid its identifier in a calendar file; {@code ""} without a reference
 */
public record Event(
        String kind,
        OptionalLong sequence,
        Optional<LocalDate> due,
        Optional<LocalDate> latest,
        String status,
        OptionalLong days,
        String duty,
        List<Regime> regimes,
        String reason,
        List<String> agenda,
        String source,
        String uid) {
    static Event of(Columns cells, int row) {
        return new Event(
                cells.text("kind", row),
                cells.numberOrNone("sequence", row),
                cells.dayOrNone("due", row),
                cells.dayOrNone("latest", row),
                cells.text("status", row),
                cells.numberOrNone("days", row),
                cells.text("duty", row),
                cells.choices(Regime.class, "regimes", row),
                cells.text("reason", row),
                cells.words("agenda", row),
                cells.text("source", row),
                cells.text("uid", row));
    }
}
