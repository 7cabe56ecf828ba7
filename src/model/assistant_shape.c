/* What a document may say of somebody employed, in the order in which it is written out. */

#include "model/budget.h"
#include "model/names.h"
#include "model/shapes.h"

/* Weeks of a year, in hundredths. */
#define WEEKS_MAX 5200

#define MINUTES_OF_A_DAY 1440

/* Of each, one with nothing said. */
static const struct phb__dated no_dated = {PHB_DATE_NONE, PHB_NUMBER_NONE};
static const struct phb__hours no_hours = {PHB_HOURS_INIT, {NULL, 0, 0}};
static const struct phb__assistant no_assistant = {PHB_ASSISTANT_INIT, {NULL, 0, 0}};

static const struct phb__field dated_fields[] = {
    PHB__DATE("from", struct phb__dated, from, PHB__REQUIRED, "the first day it holds"),
    PHB__NUMBER("amount", struct phb__dated, penny_hundredths, PENNY_HUNDREDTHS, 0,
                PHB__PENNY_HUNDREDTHS_MAX, PHB__REQUIRED,
                "until the next one's day, in pounds with at most four decimals"),
};

const struct phb__shape phb__shape_dated =
    PHB__ITEM_SHAPE("a dated amount", dated_fields, no_dated);

static const struct phb__field hours_fields[] = {
    PHB__ID("band", struct phb__hours, given.band, 0, "what this time is called"),
    PHB__CHOICE("type", struct phb__hours, given.type, phb__names_hours_type, 0,
                "what kind of work it is; active unless said"),
    PHB__NUMBER("minutes_per_week", struct phb__hours, given.minutes_per_week, MINUTES, 1, 10080, 0,
                "minutes worked a week: active hours and waking nights"),
    PHB__NUMBER("hours_per_week", struct phb__hours, given.minutes_per_week, HOURS, 1, 10080,
                PHB__ALTERNATIVE, "the same in hours, when they come to whole minutes"),
    PHB__NUMBER("nights_per_week", struct phb__hours, given.nights_per_week_hundredths, HUNDREDTHS,
                1, 700, 0, "nights a week: sleep-ins and live-ins"),
    PHB__NUMBER("rate", struct phb__hours, given.rate_penny_hundredths, PENNY_HUNDREDTHS, 0,
                PHB__PENNY_HUNDREDTHS_MAX, PHB__REQUIRED,
                "pay an hour, or a night, in pounds with at most four decimals"),
    PHB__LIST("rate", struct phb__hours, rates, phb__shape_dated, PHB__ALTERNATIVE,
              "the same, changing from day to day"),
    PHB__NUMBER("awake_minutes_per_night", struct phb__hours, given.awake_minutes_per_night,
                MINUTES, 0, MINUTES_OF_A_DAY, 0, "minutes of a night spent awake for work"),
    PHB__NUMBER("awake_rate", struct phb__hours, given.awake_rate_penny_hundredths,
                PENNY_HUNDREDTHS, 0, PHB__PENNY_HUNDREDTHS_MAX, 0,
                "pay an hour for them, in pounds with at most four decimals"),
    PHB__DATE("start", struct phb__hours, given.start, 0,
              "first day this is worked; the assistant's unless said"),
    PHB__DATE("end", struct phb__hours, given.end, 0,
              "last day this is worked; the assistant's unless said"),
};

const struct phb__shape phb__shape_hours =
    PHB__ITEM_SHAPE("an entry of hours", hours_fields, no_hours);

/* These objects are members of the assistant's own struct, so their places are counted from it. */

static const struct phb__field bank_holiday_fields[] = {
    PHB__NUMBER("minutes", struct phb__assistant, given.bank_holiday_minutes, MINUTES, 0,
                MINUTES_OF_A_DAY, PHB__REQUIRED, "minutes worked on a bank holiday"),
    PHB__NUMBER("premium", struct phb__assistant, given.bank_holiday_premium_penny_hundredths,
                PENNY_HUNDREDTHS, 0, PHB__PENNY_HUNDREDTHS_MAX, PHB__REQUIRED,
                "extra pay an hour for them, in pounds with at most four decimals"),
};

static const struct phb__shape bank_holiday_shape =
    PHB__SHAPE("the bank holiday", bank_holiday_fields, 0);

static const struct phb__field leave_fields[] = {
    PHB__CHOICE("method", struct phb__assistant, given.leave_method, phb__names_leave_method,
                PHB__REQUIRED, "how paid leave is paid for"),
    PHB__CHOICE("by", struct phb__assistant, given.leave_by, phb__names_cover_by, 0,
                "who covers it, for the method cover"),
    PHB__NUMBER("rate", struct phb__assistant, given.leave_rate_penny_hundredths, PENNY_HUNDREDTHS,
                0, PHB__PENNY_HUNDREDTHS_MAX, 0,
                "what an hour of cover costs, in pounds with at most four decimals"),
    PHB__NUMBER("night_rate", struct phb__assistant, given.leave_night_rate_pence, PENCE, 0,
                PHB_PENCE_MAX, 0, "what a night of cover costs"),
    PHB__NUMBER("weeks", struct phb__assistant, given.leave_weeks_hundredths, HUNDREDTHS, 0,
                WEEKS_MAX, 0, "weeks of leave a year, if more than the law gives"),
    PHB__TEXT("reason", struct phb__assistant, given.leave_reason, PHB__FREE_TEXT,
              "why nobody is paid to cover, for the method none"),
};

static const struct phb__shape leave_shape = PHB__SHAPE("leave", leave_fields, 0);

static const struct phb__field pension_fields[] = {
    PHB__CHOICE("membership", struct phb__assistant, given.pension_membership,
                phb__names_pension_membership, 0,
                "whether they are in the pension scheme; auto unless said"),
    PHB__CHOICE("basis", struct phb__assistant, given.pension_basis, phb__names_pension_basis, 0,
                "which pay the employer's rate applies to; qualifying_earnings unless said"),
    PHB__NUMBER("employer_rate", struct phb__assistant, given.pension_employer_ppm, PPM, 0, PHB_PPM,
                0, "the employer's rate; the statutory minimum unless said"),
};

static const struct phb__shape pension_shape = PHB__SHAPE("pension", pension_fields, 0);

static const struct phb__field sickness_fields[] = {
    PHB__NUMBER("weeks", struct phb__assistant, given.sickness_weeks_hundredths, HUNDREDTHS, 0,
                WEEKS_MAX, 0, "weeks of sickness a year"),
    PHB__NUMBER("cover_rate", struct phb__assistant, given.sickness_cover_rate_penny_hundredths,
                PENNY_HUNDREDTHS, 0, PHB__PENNY_HUNDREDTHS_MAX, 0,
                "what an hour of cover costs, in pounds with at most four decimals"),
    PHB__NUMBER("cover_night_rate", struct phb__assistant, given.sickness_cover_night_rate_pence,
                PENCE, 0, PHB_PENCE_MAX, 0, "what a night of cover costs"),
    PHB__TEXT("nil_reason", struct phb__assistant, given.sickness_nil_reason, PHB__FREE_TEXT,
              "why nothing is set aside"),
};

static const struct phb__shape sickness_shape = PHB__SHAPE("sickness", sickness_fields, 0);

static const struct phb__field assistant_fields[] = {
    PHB__ID("id", struct phb__assistant, given.id, PHB__REQUIRED,
            "unique among assistants and lines"),
    PHB__TEXT("name", struct phb__assistant, given.name, PHB__FREE_TEXT, "for the reader's eyes"),
    PHB__DATE("date_of_birth", struct phb__assistant, given.date_of_birth, 0,
              "decides National Insurance letter and pension"),
    PHB__LETTER("ni_letter", struct phb__assistant, given.ni_letter, phb__names_ni_letter, 0,
                "National Insurance category letter; from age unless said"),
    PHB__DATE("start", struct phb__assistant, given.start, 0,
              "first day employed; the period's unless said"),
    PHB__DATE("end", struct phb__assistant, given.end, 0,
              "last day employed; the period's unless said"),
    PHB__DATE("employed_since", struct phb__assistant, given.employed_since, 0,
              "when before the period they were taken on"),
    PHB__CHOICE("pay_frequency", struct phb__assistant, given.pay_frequency,
                phb__names_pay_frequency, PHB__REQUIRED, "how often they are paid"),
    PHB__NUMBER("days_per_week", struct phb__assistant, given.days_per_week_hundredths, HUNDREDTHS,
                1, 700, 0, "days worked a week; 5 unless said"),
    PHB__LIST("hours", struct phb__assistant, hours, phb__shape_hours, PHB__REQUIRED,
              "what they work and earn"),
    PHB__OBJECT("bank_holiday", bank_holiday_shape, 0, "work on bank holidays"),
    PHB__OBJECT("leave", leave_shape, PHB__REQUIRED, "paid leave"),
    PHB__OBJECT("pension", pension_shape, 0, "workplace pension"),
    PHB__OBJECT("sickness", sickness_shape, 0, "sick pay and cover"),
    PHB__CHOICE("deployment", struct phb__assistant, given.deployment, phb__names_deployment,
                PHB__REQUIRED, "who holds the money that pays them"),
    PHB__ID("funder", struct phb__assistant, given.funder, 0, "the funder who pays them"),
    PHB__CHOICE("relationship", struct phb__assistant, given.relationship, phb__names_relationship,
                0, "how they stand to the person"),
    PHB__FLAG("lives_in_household", struct phb__assistant, given.lives_in_household, 0,
              "whether they live with the person"),
    PHB__DATE("necessity_approved_on", struct phb__assistant, given.necessity_approved_on, 0,
              "when the body found it necessary to employ them"),
};

const struct phb__shape phb__shape_assistant =
    PHB__ITEM_SHAPE("an assistant", assistant_fields, no_assistant);
