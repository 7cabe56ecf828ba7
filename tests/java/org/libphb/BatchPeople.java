package org.libphb;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** A row of {@link CostBatch} as a part of a budget document. */
final class BatchPeople {
    private static final int TO_POUNDS = 4; // hundredths of a penny

    private final Map<ColumnIn<CostBatch, ?>, long[]> in;
    private final int row;

    BatchPeople(Map<ColumnIn<CostBatch, ?>, long[]> in, int row) {
        this.in = in;
        this.row = row;
    }

    private long said(ColumnIn<CostBatch, ?> column) {
        return in.get(column)[row];
    }

    private boolean isSaid(ColumnIn<CostBatch, ?> column) {
        return said(column) != Batch.NO_NUMBER;
    }

    void day(JsonObject into, String name, ColumnIn<CostBatch, LocalDate> column) {
        if (isSaid(column)) {
            into.addProperty(name, LocalDate.ofEpochDay(said(column)).toString());
        }
    }

    <C extends Choice> void word(JsonObject into, String name, ColumnIn<CostBatch, C> column) {
        if (isSaid(column)) {
            into.addProperty(name, column.holds().getEnumConstants()[(int) said(column) - 1].word());
        }
    }

    private void number(JsonObject into, String name, ColumnIn<CostBatch, Long> column, int places) {
        if (isSaid(column)) {
            into.addProperty(name, BigDecimal.valueOf(said(column), places));
        }
    }

    private void pounds(JsonObject into, String name, ColumnIn<CostBatch, Long> column, int places) {
        if (isSaid(column)) {
            into.addProperty(name, BigDecimal.valueOf(said(column), places).toPlainString());
        }
    }

    /** The allowance used elsewhere is of the tax year that the period starts in. */
    JsonObject employer() {
        JsonObject allowance = new JsonObject();
        if (isSaid(CostBatch.CLAIMS_ALLOWANCE)) {
            allowance.addProperty("claim", said(CostBatch.CLAIMS_ALLOWANCE) == 2);
        }
        if (isSaid(CostBatch.ALLOWANCE_USED_PENCE)) {
            LocalDate start = LocalDate.ofEpochDay(said(CostBatch.PERIOD_START));
            JsonObject used = new JsonObject();
            used.addProperty("tax_year", start.minusMonths(3).minusDays(5).getYear());
            pounds(used, "amount", CostBatch.ALLOWANCE_USED_PENCE, 2);
            JsonArray all = new JsonArray();
            all.add(used);
            allowance.add("already_used", all);
        }
        JsonObject employer = new JsonObject();
        employer.add("employment_allowance", allowance);
        return employer;
    }

    JsonObject assistant() {
        JsonObject assistant = new JsonObject();
        assistant.addProperty("id", "pa-" + row);
        assistant.addProperty("deployment", "direct_payment");
        day(assistant, "date_of_birth", CostBatch.DATE_OF_BIRTH);
        day(assistant, "employed_since", CostBatch.EMPLOYED_SINCE);
        day(assistant, "start", CostBatch.START);
        day(assistant, "end", CostBatch.END);
        if (isSaid(CostBatch.NI_LETTER)) {
            assistant.addProperty("ni_letter", String.valueOf((char) said(CostBatch.NI_LETTER)));
        }
        word(assistant, "pay_frequency", CostBatch.PAY_FREQUENCY);
        number(assistant, "days_per_week", CostBatch.DAYS_PER_WEEK_HUNDREDTHS, 2);
        assistant.add("hours", hours());
        assistant.add("leave", leave());
        JsonObject pension = new JsonObject();
        word(pension, "membership", CostBatch.PENSION_MEMBERSHIP);
        word(pension, "basis", CostBatch.PENSION_BASIS);
        if (isSaid(CostBatch.PENSION_EMPLOYER_PPM)) {
            BigDecimal percent = BigDecimal.valueOf(said(CostBatch.PENSION_EMPLOYER_PPM), 4);
            pension.addProperty("employer_rate", percent.stripTrailingZeros().toPlainString() + "%");
        }
        assistant.add("pension", pension);
        JsonObject sickness = new JsonObject();
        number(sickness, "weeks", CostBatch.SICKNESS_WEEKS_HUNDREDTHS, 2);
        pounds(sickness, "cover_rate", CostBatch.SICKNESS_COVER_RATE_PENNY_HUNDREDTHS, TO_POUNDS);
        pounds(sickness, "cover_night_rate", CostBatch.SICKNESS_COVER_NIGHT_RATE_PENCE, 2);
        assistant.add("sickness", sickness);
        if (isSaid(CostBatch.BANK_HOLIDAY_MINUTES)) {
            JsonObject holiday = new JsonObject();
            number(holiday, "minutes", CostBatch.BANK_HOLIDAY_MINUTES, 0);
            pounds(holiday, "premium", CostBatch.BANK_HOLIDAY_PREMIUM_PENNY_HUNDREDTHS, TO_POUNDS);
            assistant.add("bank_holiday", holiday);
        }
        return assistant;
    }

    private JsonArray hours() {
        JsonArray hours = new JsonArray();
        if (isSaid(CostBatch.MINUTES_PER_WEEK)) {
            JsonObject day = new JsonObject();
            number(day, "minutes_per_week", CostBatch.MINUTES_PER_WEEK, 0);
            pounds(day, "rate", CostBatch.RATE_PENNY_HUNDREDTHS, TO_POUNDS);
            hours.add(day);
        }
        if (isSaid(CostBatch.NIGHTS_PER_WEEK_HUNDREDTHS)) {
            JsonObject night = new JsonObject();
            night.addProperty("type", "sleep_in");
            number(night, "nights_per_week", CostBatch.NIGHTS_PER_WEEK_HUNDREDTHS, 2);
            pounds(night, "rate", CostBatch.NIGHT_RATE_PENNY_HUNDREDTHS, TO_POUNDS);
            hours.add(night);
        }
        return hours;
    }

    /** Why nobody is paid to cover is a matter of words, which documents need and rows do not have. */
    private JsonObject leave() {
        JsonObject leave = new JsonObject();
        word(leave, "method", CostBatch.LEAVE_METHOD);
        word(leave, "by", CostBatch.LEAVE_BY);
        pounds(leave, "rate", CostBatch.LEAVE_RATE_PENNY_HUNDREDTHS, TO_POUNDS);
        pounds(leave, "night_rate", CostBatch.LEAVE_NIGHT_RATE_PENCE, 2);
        number(leave, "weeks", CostBatch.LEAVE_WEEKS_HUNDREDTHS, 2);
        if (said(CostBatch.LEAVE_METHOD) == LeaveMethod.NONE.code()) {
            leave.addProperty("reason", "The family helps.");
        }
        return leave;
    }
}
