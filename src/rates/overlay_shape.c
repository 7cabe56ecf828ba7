/* What a document of rates may say: the library's own data files and a host's overlays alike. */

#include "rates/overlay.h"

static const char *const unit_words[] = {"pence", "pence_per_hour", "ppm",       "months",
                                         "days",  "date",           "hundredths"};
static const struct phb__choices units = PHB__CHOICES(unit_words);
static const char *const axis_words[] = {"date", "birth_date", "age"};
static const struct phb__choices axes = PHB__CHOICES(axis_words);
static const char *const status_words[] = {"enacted", "announced"};
static const struct phb__choices statuses = PHB__CHOICES(status_words);
static const char *const relief_words[] = {"none", "upper_limit", "freeport", "all"};
static const struct phb__choices reliefs = PHB__CHOICES(relief_words);
static const char *const letter_words[] = {"A", "B", "C", "D", "E", "F", "G", "H", "I",
                                           "J", "K", "L", "M", "N", "O", "P", "Q", "R",
                                           "S", "T", "U", "V", "W", "X", "Y", "Z"};
static const struct phb__choices letters = PHB__CHOICES(letter_words);

#define VALUE_MAX PHB_PENCE_MAX

static const struct phb__field source_fields[] = {
    PHB__TEXT("title", struct phb__overlay_source, title, PHB__REQUIRED,
              "what the figure comes from"),
    PHB__TEXT("citation", struct phb__overlay_source, citation, PHB__REQUIRED,
              "act, regulations or page"),
    PHB__TEXT("read_in", struct phb__overlay_source, read_in, PHB__REQUIRED,
              "where the figure was read"),
    PHB__TEXTS("checked_against", struct phb__overlay_source, checked_against, 0,
               "further sources that agree"),
};
static const struct phb__shape source_shape =
    PHB__SHAPE("a source", source_fields, sizeof(struct phb__overlay_source));

static const struct phb__field band_fields[] = {
    PHB__NUMBER("age", struct phb__overlay_band, age_years, WHOLE, 0, 150, PHB__REQUIRED,
                "the youngest age in years"),
    PHB__NUMBER("value", struct phb__overlay_band, value, WHOLE, 0, VALUE_MAX, PHB__REQUIRED,
                "the value from that age"),
};
static const struct phb__shape band_shape =
    PHB__SHAPE("a band", band_fields, sizeof(struct phb__overlay_band));

static const struct phb__field value_fields[] = {
    PHB__DATE("from", struct phb__overlay_value, from, PHB__REQUIRED,
              "first day, or date of birth"),
    PHB__NUMBER("value", struct phb__overlay_value, value, WHOLE, 0, VALUE_MAX, PHB__OR_NULL,
                "whole units; null ends the parameter"),
    PHB__DATE("date", struct phb__overlay_value, date, 0, "the value, for the unit date"),
    PHB__LIST("bands", struct phb__overlay_value, bands, band_shape, 0,
              "the values by age, for the axis age"),
    PHB__CHOICE("status", struct phb__overlay_value, status, statuses, 0, "enacted unless said"),
    PHB__FLAG("replace", struct phb__overlay_value, replace, 0,
              "true to replace a value that is already there"),
    PHB__ID("source", struct phb__overlay_value, source, PHB__REQUIRED, "key of a source"),
};
static const struct phb__shape value_shape =
    PHB__SHAPE("a value", value_fields, sizeof(struct phb__overlay_value));

static const struct phb__field parameter_fields[] = {
    PHB__ID("key", struct phb__overlay_parameter, key, PHB__REQUIRED, "dotted, lower case"),
    PHB__TEXT("label", struct phb__overlay_parameter, label, PHB__REQUIRED, "plain words"),
    PHB__CHOICE("unit", struct phb__overlay_parameter, unit, units, PHB__REQUIRED, "what one is"),
    PHB__CHOICE("axis", struct phb__overlay_parameter, axis, axes, 0,
                "what it runs over; date unless said"),
    PHB__FLAG("cuts_payslip", struct phb__overlay_parameter, cuts_payslip, 0,
              "true when a change starts a new stretch of pay"),
    PHB__LIST("values", struct phb__overlay_parameter, values, value_shape, PHB__REQUIRED,
              "the history, oldest first"),
};
static const struct phb__shape parameter_shape =
    PHB__SHAPE("a parameter", parameter_fields, sizeof(struct phb__overlay_parameter));

static const struct phb__field letter_fields[] = {
    PHB__LETTER("letter", struct phb__overlay_letter, letter, letters, PHB__REQUIRED,
                "the category letter"),
    PHB__TEXT("label", struct phb__overlay_letter, label, PHB__REQUIRED, "plain words"),
    PHB__CHOICE("relief", struct phb__overlay_letter, relief, reliefs, PHB__REQUIRED,
                "up to where the employer pays nothing"),
    PHB__DATE("from", struct phb__overlay_letter, from, PHB__REQUIRED, "first day"),
    PHB__DATE("until", struct phb__overlay_letter, until, 0, "last day; none unless said"),
    PHB__FLAG("replace", struct phb__overlay_letter, replace, 0,
              "true to replace a stretch that is already there"),
    PHB__ID("source", struct phb__overlay_letter, source, PHB__REQUIRED, "key of a source"),
};
static const struct phb__shape letter_shape =
    PHB__SHAPE("a letter", letter_fields, sizeof(struct phb__overlay_letter));

static const struct phb__field bank_holiday_fields[] = {
    PHB__DATE("date", struct phb__overlay_bank_holiday, date, PHB__REQUIRED, "the day off"),
    PHB__DATE("instead_of", struct phb__overlay_bank_holiday, instead_of, 0,
              "the ordinary day that moves; without it the day is an extra one"),
    PHB__TEXT("name", struct phb__overlay_bank_holiday, name, PHB__REQUIRED, "what it is called"),
    PHB__FLAG("replace", struct phb__overlay_bank_holiday, replace, 0,
              "true to replace an exception that is already there"),
    PHB__ID("source", struct phb__overlay_bank_holiday, source, PHB__REQUIRED, "key of a source"),
};
static const struct phb__shape bank_holiday_shape =
    PHB__SHAPE("a bank holiday", bank_holiday_fields, sizeof(struct phb__overlay_bank_holiday));

static const struct phb__field bank_holidays_fields[] = {
    PHB__DATE("published_until", struct phb__overlay, published_until, 0,
              "the last day for which they are published"),
    PHB__ID("source", struct phb__overlay, published_in, 0,
            "key of a source: of the ordinary ones"),
    PHB__LIST("exceptions", struct phb__overlay, bank_holidays, bank_holiday_shape, 0,
              "extra days and days that move, by date"),
};
static const struct phb__shape bank_holidays_shape =
    PHB__SHAPE("bank holidays", bank_holidays_fields, sizeof(struct phb__overlay));

static const struct phb__field verified_fields[] = {
    PHB__DATE("on", struct phb__overlay_verified, on, PHB__REQUIRED, "when it was checked"),
};
static const struct phb__shape verified_shape =
    PHB__SHAPE("a tax year", verified_fields, sizeof(struct phb__overlay_verified));

static const struct phb__field overlay_fields[] = {
    PHB__NUMBER("format", struct phb__overlay, format, WHOLE, 1, 1, PHB__REQUIRED, "1"),
    PHB__ID("family", struct phb__overlay, family, PHB__REQUIRED,
            "what the rates are called in the edition"),
    PHB__ID("version", struct phb__overlay, version, 0, "which version of them"),
    PHB__DATE("last_day", struct phb__overlay, last_day, 0,
              "the law is complete and checked to this day"),
    PHB__MAP("verified", struct phb__overlay, verified, verified_shape, 0,
             "by tax year, for people: the library makes nothing of it"),
    PHB__MAP("sources", struct phb__overlay, sources, source_shape, PHB__REQUIRED, "by key"),
    PHB__LIST("parameters", struct phb__overlay, parameters, parameter_shape, 0, "dated values"),
    PHB__LIST("ni_letters", struct phb__overlay, letters, letter_shape, 0,
              "National Insurance category letters"),
    PHB__OBJECT("bank_holidays", bank_holidays_shape, 0, "of England"),
};

const struct phb__shape phb__shape_overlay =
    PHB__SHAPE("rates", overlay_fields, sizeof(struct phb__overlay));

const char *
phb__overlay_unit(int32_t unit)
{
    return units.names[unit - 1];
}
