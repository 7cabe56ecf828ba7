package org.libphb;

import java.time.LocalDate;
import java.util.Optional;
import org.libphb.internal.PhbNative;

/**
 * What a check found, in the order of the catalogue of rules. Findings that the plan says were
 * accepted are listed and not counted. Immutable, and good in any number of threads. Made by
 * {@link Plan#check()} and {@link Costing#check()}.
 */
public final class Report extends Handle {
    Report(long address) {
        super(address, PhbNative::delete_Report);
    }

    /**
     * Every finding.
     *
     * @return a copy of the table
     */
    public Table<Finding> findings() {
        return table(PhbNative.REPORT_FINDINGS_get(), Finding::of);
    }

    /**
     * The state of each section: ten of a plan, one of a budget.
     *
     * @return a copy of the table
     */
    public Table<Section> sections() {
        return table(PhbNative.REPORT_SECTIONS_get(), Section::of);
    }

    private <R> Table<R> table(int part, Table.RowMaker<R> maker) {
        return new Table<>(
                TableSource.lent(this, report -> PhbNative.Report_table(report, part)), maker);
    }

    /**
     * The severity of the worst finding that was not accepted.
     *
     * @return it, or nothing when there is no such finding
     */
    public Optional<Severity> worst() {
        try (Native self = open()) {
            return Values.choiceOrNone(Severity.class, PhbNative.Report_worst(self.address()));
        }
    }

    /**
     * What to do first: of the worst findings, the one that stands first.
     *
     * @return it, or nothing when no finding is above a note
     */
    public Optional<Finding> next() {
        int row;
        try (Native self = open()) {
            row = PhbNative.Report_next_row(self.address());
        }
        return row < 0 ? Optional.empty() : Optional.of(findings().get(row));
    }

    /**
     * How many findings have a severity and were not accepted.
     *
     * @param severity which
     * @return a number from 0
     */
    public int count(Severity severity) {
        int code = Values.needed(severity, "severity").code();
        try (Native self = open()) {
            return PhbNative.Report_count(self.address(), code);
        }
    }

    /**
     * What was found that is as bad as a severity or worse.
     *
     * @param severity the least; {@link Severity#NOTE} for all
     * @return a report of its own, which does not count what is left out
     */
    public Report select(Severity severity) {
        return selected(null, severity);
    }

    /**
     * What was found in one section that is as bad as a severity or worse.
     *
     * @param section the name of a section, such as {@code "budget"}
     * @param severity the least; {@link Severity#NOTE} for all
     * @return a report of its own, which does not count what is left out
     * @throws PhbLookupException if there is no section of that name
     */
    public Report select(String section, Severity severity) {
        return selected(Values.utf8(section, "section"), severity);
    }

    private Report selected(byte[] section, Severity severity) {
        int code = Values.needed(severity, "severity").code();
        try (Native self = open()) {
            return new Report(PhbNative.Report_selected(self.address(), section, code));
        }
    }

    /**
     * The day it looks from.
     *
     * @return that day, or nothing for a plan that says none
     */
    public Optional<LocalDate> asOf() {
        try (Native self = open()) {
            return Values.dayOrNone(PhbNative.Report_as_of(self.address()));
        }
    }

    /**
     * The edition of the rates it rests on.
     *
     * @return such as {@code "2026.1"}
     */
    public String ratesEdition() {
        try (Native self = open()) {
            return Values.text(PhbNative.Report_rates_edition(self.address()));
        }
    }

    /**
     * The edition of the policy it rests on.
     *
     * @return such as {@code "north/3"}; {@code ""} for none
     */
    public String policyEdition() {
        try (Native self = open()) {
            return Values.text(PhbNative.Report_policy_edition(self.address()));
        }
    }

    /**
     * For people: the state of each section, what to do first, then every finding, the worst first.
     *
     * @param format any but {@link Format#ICALENDAR}; as CSV it is the table of findings
     * @return the report in that format
     * @throws PhbArgumentException for any other format
     */
    public String render(Format format) {
        int code = Values.needed(format, "format").code();
        try (Native self = open()) {
            return Values.text(PhbNative.Report_rendered(self.address(), code));
        }
    }

    /**
     * A {@code phb-report/1} document.
     *
     * @return JSON
     */
    public String toJson() {
        try (Native self = open()) {
            return Values.text(PhbNative.Report_json(self.address()));
        }
    }
}
