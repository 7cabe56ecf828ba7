#include "rates/bank_holidays.h"

#include <string.h>

#include "support/json.h"
#include "support/suite.h"

/* Years with all that can happen to New Year and Christmas, from the published lists. */
static const struct {
    int32_t year;
    const char *days[PHB__BANK_DAYS];
    const char *substitutes; /* by place: a letter for each day */
} years[] = {
    /* 1 January and 26 December on a Wednesday and a Thursday */
    {2014,
     {"2014-01-01", "2014-04-18", "2014-04-21", "2014-05-05", "2014-05-26", "2014-08-25",
      "2014-12-25", "2014-12-26"},
     "........"},
    /* 26 December on a Saturday */
    {2026,
     {"2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31",
      "2026-12-25", "2026-12-28"},
     ".......s"},
    /* 1 January and 25 December on a Sunday: Boxing Day keeps its Monday and comes first */
    {2017,
     {"2017-01-02", "2017-04-14", "2017-04-17", "2017-05-01", "2017-05-29", "2017-08-28",
      "2017-12-25", "2017-12-26"},
     "s......."},
    {2016,
     {"2016-01-01", "2016-03-25", "2016-03-28", "2016-05-02", "2016-05-30", "2016-08-29",
      "2016-12-26", "2016-12-27"},
     ".......s"},
    /* 25 December on a Saturday */
    {2027,
     {"2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30",
      "2027-12-27", "2027-12-28"},
     "......ss"},
    /* 1 January on a Saturday */
    {2028,
     {"2028-01-03", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-29", "2028-08-28",
      "2028-12-25", "2028-12-26"},
     "s......."},
};

START_TEST(a_year_has_eight_ordinary_days)
{
    struct phb__bank_day days[PHB__BANK_DAYS];
    phb__bank_days_of(years[_i].year, days);
    for (size_t i = 0; i < PHB__BANK_DAYS; i++) {
        ck_assert_date_eq(days[i].date, years[_i].days[i]);
        ck_assert(days[i].is_substitute == (years[_i].substitutes[i] == 's'));
    }
}
END_TEST

/* The earliest and the latest Easter that people now living see, and some between. */
static const struct {
    int32_t year;
    const char *monday;
} easters[] = {
    {2013, "2013-04-01"}, {2019, "2019-04-22"}, {2024, "2024-04-01"}, {2035, "2035-03-26"},
    {2038, "2038-04-26"}, {2049, "2049-04-19"}, {2076, "2076-04-20"}, {2160, "2160-03-24"},
};

START_TEST(easter_is_that_of_the_almanac)
{
    struct phb__bank_day days[PHB__BANK_DAYS];
    phb__bank_days_of(easters[_i].year, days);
    ck_assert_date_eq(days[2].date, easters[_i].monday);
    ck_assert_int_eq(days[2].date - days[1].date, 3);
}
END_TEST

static const struct {
    const char *first;
    const char *last;
    int32_t count;
} stretches[] = {
    {"2026-04-06", "2027-04-05", 9}, /* Easter Monday, 3 in summer, 2 at Christmas; 1 January and
                                        the 2 of Easter 2027 */
    {"2026-04-06", "2026-04-06", 1}, /* Easter Monday itself */
    {"2026-04-07", "2026-05-03", 0},
    {"2026-04-07", "2026-04-06", 0}, /* no days at all */
    {"2026-01-01", "2026-12-31", 8},
    {"2012-01-01", "2012-12-31", 9},  /* the Diamond Jubilee */
    {"2012-05-28", "2012-05-28", 0},  /* moved away */
    {"2012-06-04", "2012-06-05", 2},  /* and to here, with the extra one */
    {"2022-01-01", "2022-12-31", 10}, /* a jubilee and a funeral */
    {"2023-01-01", "2023-12-31", 9},  /* a coronation */
    {"2020-05-04", "2020-05-08", 1},
    {"2013-04-06", "2023-04-05", 80}, /* 5 left of 2013, 9 years of 8, 2 extra; 2 January 2023 */
    {"2011-01-01", "2199-12-31", 8 * 189 + 5},
};

START_TEST(days_off_are_counted)
{
    ck_assert_int_eq(phb__bank_holidays_between(&phb__dataset_builtin, date_of(stretches[_i].first),
                                                date_of(stretches[_i].last)),
                     stretches[_i].count);
}
END_TEST

START_TEST(each_exception_fits_the_ordinary_days)
{
    const struct phb__dataset *law = &phb__dataset_builtin;
    for (uint32_t i = 0; i < law->bank_holiday_count; i++) {
        const struct phb__bank_holiday *exception = &law->bank_holidays[i];
        int32_t year = 0;
        ck_assert_int_eq(phb_date_to_ymd(exception->date, &year, NULL, NULL), PHB_OK);
        struct phb__bank_day days[PHB__BANK_DAYS];
        phb__bank_days_of(year, days);
        bool takes_one_away = false;
        for (size_t j = 0; j < PHB__BANK_DAYS; j++) {
            ck_assert_int_ne(days[j].date, exception->date);
            takes_one_away = takes_one_away || days[j].date == exception->instead_of;
        }
        ck_assert(takes_one_away == (exception->instead_of != PHB_DATE_NONE));
    }
}
END_TEST

/* ---- the table ---- */

static const struct {
    const char *date;
    const char *name;
    const char *kind;
} jubilee_year[] = {
    {"2022-01-03", "New Year's Day", "substitute"},
    {"2022-04-15", "Good Friday", "ordinary"},
    {"2022-04-18", "Easter Monday", "ordinary"},
    {"2022-05-02", "Early May bank holiday", "ordinary"},
    {"2022-06-02", "Spring bank holiday", "moved"},
    {"2022-06-03", "Platinum Jubilee", "extra"},
    {"2022-08-29", "Summer bank holiday", "ordinary"},
    {"2022-09-19", "State Funeral of Queen Elizabeth II", "extra"},
    {"2022-12-26", "Boxing Day", "ordinary"},
    {"2022-12-27", "Christmas Day", "substitute"},
};

START_TEST(a_table_names_each_day)
{
    phb_table *table = NULL;
    ck_assert_int_eq(phb_rates_bank_holidays(NULL, NULL, date_of("2022-01-01"),
                                             date_of("2022-12-31"), &table, NULL),
                     PHB_OK);
    ck_assert_uint_eq(phb_table_rows(table), COUNT_OF(jubilee_year));
    for (size_t i = 0; i < COUNT_OF(jubilee_year); i++) {
        ck_assert_date_eq(phb_table_int32(table, "date", NULL)[i], jubilee_year[i].date);
        ck_assert_str_eq(phb_table_text(table, "name", i), jubilee_year[i].name);
        ck_assert_str_eq(phb_table_text(table, "kind", i), jubilee_year[i].kind);
        ck_assert_str_eq(phb_table_text(table, "certainty", i), "in_force");
        ck_assert_str_ne(phb_table_text(table, "source", i), "");
    }
    phb_table_free(table);
}
END_TEST

static const struct {
    const char *first; /* "" not said */
    const char *last;
    phb_status status;
    size_t rows;
    const char *last_certainty;
} tables[] = {
    {"", "", PHB_OK, 18 * 8 + 5, "in_force"}, /* all that is published: 2011 to 2028 */
    {"2028-12-26", "2029-01-01", PHB_OK, 2, "carried"},
    {"2028-12-26", "2028-12-26", PHB_OK, 1, "in_force"},
    {"2199-12-25", "2199-12-31", PHB_OK, 2, "carried"},
    {"2026-07-01", "2026-07-31", PHB_OK, 0, ""},
    {"2010-12-31", "2011-12-31", PHB_ERROR_RATE_NOT_IN_FORCE, 0, ""},
    {"2026-07-01", "2026-06-30", PHB_ERROR_RANGE, 0, ""},
    {"2029-01-01", "", PHB_ERROR_RANGE, 0, ""}, /* after the last one published */
};

START_TEST(a_table_is_of_the_days_asked_for)
{
    phb_table *table = NULL;
    phb_date first = tables[_i].first[0] == '\0' ? PHB_DATE_NONE : date_of(tables[_i].first);
    phb_date last = tables[_i].last[0] == '\0' ? PHB_DATE_NONE : date_of(tables[_i].last);
    ck_assert_int_eq(phb_rates_bank_holidays(NULL, NULL, first, last, &table, NULL),
                     tables[_i].status);
    ck_assert((table != NULL) == (tables[_i].status == PHB_OK));
    ck_assert_uint_eq(phb_table_rows(table), tables[_i].rows);
    if (tables[_i].rows > 0) {
        ck_assert_str_eq(phb_table_text(table, "certainty", tables[_i].rows - 1),
                         tables[_i].last_certainty);
    }
    phb_table_free(table);
}
END_TEST

START_TEST(a_day_that_is_none_is_refused)
{
    phb_table *table = (phb_table *)&table;
    ck_assert_int_eq(
        phb_rates_bank_holidays(NULL, NULL, PHB_DATE_MAX + 1, PHB_DATE_NONE, &table, NULL),
        PHB_ERROR_DATE);
    ck_assert_ptr_null(table);
    ck_assert_int_eq(
        phb_rates_bank_holidays(NULL, NULL, PHB_DATE_NONE, PHB_DATE_MAX + 1, &table, NULL),
        PHB_ERROR_DATE);
    ck_assert_int_eq(phb_rates_bank_holidays(NULL, NULL, 0, 0, NULL, NULL), PHB_ERROR_ARGUMENT);
}
END_TEST

/* ---- overlays ---- */

#define HEAD \
    "{'format':1,'family':'r','sources':{'r':{'title':'T','citation':'C','read_in':'R'}}," \
    "'bank_holidays':"
#define EXCEPTIONS(exceptions) HEAD "{'exceptions':[" exceptions "]}}"

static phb_status
lay_over(const phb_rates *base, const char *text, phb_rates **out_rates, phb_error *error)
{
    const char *json = quoted(text);
    return phb_rates_overlay_json(NULL, base, json, strlen(json), out_rates, error);
}

START_TEST(an_overlay_brings_the_day_that_was_announced)
{
    phb_rates *rates = NULL;
    ck_assert_int_eq(
        lay_over(NULL,
                 EXCEPTIONS("{'date':'2030-06-07','name':'Jubilee','source':'r'},"
                            "{'date':'2027-05-07','instead_of':'2027-05-03','name':'May',"
                            "'source':'r'}"),
                 &rates, NULL),
        PHB_OK);
    phb_table *table = NULL;
    ck_assert_int_eq(phb_rates_bank_holidays(NULL, rates, date_of("2030-06-01"),
                                             date_of("2030-06-30"), &table, NULL),
                     PHB_OK);
    ck_assert_uint_eq(phb_table_rows(table), 1);
    ck_assert_str_eq(phb_table_text(table, "name", 0), "Jubilee");
    ck_assert_str_eq(phb_table_text(table, "certainty", 0), "announced");
    ck_assert_str_eq(phb_table_text(table, "source", 0), "T");
    phb_table_free(table);
    ck_assert_int_eq(phb_rates_bank_holidays(NULL, rates, date_of("2027-05-01"),
                                             date_of("2027-05-30"), &table, NULL),
                     PHB_OK);
    ck_assert_uint_eq(phb_table_rows(table), 1);
    ck_assert_date_eq(phb_table_int32(table, "date", NULL)[0], "2027-05-07");
    ck_assert_str_eq(phb_table_text(table, "certainty", 0), "in_force");
    phb_table_free(table);
    phb_rates_unref(rates);
}
END_TEST

START_TEST(an_overlay_brings_a_year_that_was_published)
{
    phb_rates *first = NULL;
    phb_rates *second = NULL;
    phb_table *table = NULL;
    ck_assert_int_eq(
        lay_over(NULL, HEAD "{'published_until':'2029-12-31','source':'r'}}", &first, NULL),
        PHB_OK);
    ck_assert_int_eq(
        lay_over(first, EXCEPTIONS("{'date':'2029-06-08','name':'N','source':'r'}"), &second, NULL),
        PHB_OK);
    phb_rates_unref(first);
    ck_assert_int_eq(
        phb_rates_bank_holidays(NULL, second, date_of("2029-01-01"), PHB_DATE_NONE, &table, NULL),
        PHB_OK);
    ck_assert_uint_eq(phb_table_rows(table), 9);
    ck_assert_str_eq(phb_table_text(table, "certainty", 8), "in_force");
    ck_assert_str_eq(phb_table_text(table, "source", 8), "T");
    phb_table_free(table);
    phb_rates_unref(second);
}
END_TEST

START_TEST(an_exception_is_replaced_when_asked)
{
    phb_rates *rates = NULL;
    phb_table *table = NULL;
    ck_assert_int_eq(lay_over(NULL,
                              EXCEPTIONS("{'date':'2023-05-08','name':'Other','replace':true,"
                                         "'source':'r'}"),
                              &rates, NULL),
                     PHB_OK);
    phb_date day = date_of("2023-05-08");
    ck_assert_int_eq(phb_rates_bank_holidays(NULL, rates, day, day, &table, NULL), PHB_OK);
    ck_assert_str_eq(phb_table_text(table, "name", 0), "Other");
    phb_table_free(table);
    phb_rates_unref(rates);
}
END_TEST

static const struct {
    const char *text;
    phb_status status;
    const char *path;
    const char *message;
} refused[] = {
    {EXCEPTIONS("{'date':'2023-05-08','name':'Other','source':'r'}"), PHB_ERROR_DUPLICATE,
     "/bank_holidays/exceptions/0",
     "the day is there already: say \"replace\": true to replace it"},
    {EXCEPTIONS("{'date':'2026-04-06','name':'N','source':'r'}"), PHB_ERROR_RANGE,
     "/bank_holidays/exceptions/0", "the date is a bank holiday already"},
    {EXCEPTIONS("{'date':'2026-06-02','instead_of':'2026-05-26','name':'N','source':'r'}"),
     PHB_ERROR_RANGE, "/bank_holidays/exceptions/0", "instead_of is no bank holiday"},
    {EXCEPTIONS("{'date':'2026-06-02','instead_of':'2027-05-31','name':'N','source':'r'}"),
     PHB_ERROR_RANGE, "/bank_holidays/exceptions/0", "instead_of is in another year"},
    {EXCEPTIONS("{'date':'2026-06-02','instead_of':'2026-05-25','name':'N','source':'r'},"
                "{'date':'2026-06-03','instead_of':'2026-05-25','name':'N','source':'r'}"),
     PHB_ERROR_RANGE, "/bank_holidays/exceptions/1", "instead_of has moved already"},
    {EXCEPTIONS("{'date':'2010-06-02','name':'N','source':'r'}"), PHB_ERROR_RANGE,
     "/bank_holidays/exceptions/0", "the date is before the years that are held"},
    {EXCEPTIONS("{'date':'2026-06-02','name':'N','source':'s'}"), PHB_ERROR_NOT_FOUND,
     "/bank_holidays/exceptions/0", "source names no source that is given"},
    {HEAD "{'published_until':'2027-12-31'}}", PHB_ERROR_RANGE, "/bank_holidays/published_until",
     "published_until must not be before that of the base"},
    {HEAD "{'source':'s'}}", PHB_ERROR_NOT_FOUND, "/bank_holidays/source",
     "source names no source that is given"},
};

START_TEST(an_exception_that_cannot_be_is_refused)
{
    phb_error error = PHB_ERROR_INIT;
    phb_rates *rates = (phb_rates *)&error;
    ck_assert_int_eq(lay_over(NULL, refused[_i].text, &rates, &error), refused[_i].status);
    ck_assert_ptr_null(rates);
    ck_assert_str_eq(error.message, refused[_i].message);
    ck_assert_str_eq(error.path, refused[_i].path);
    ck_assert_int_ge(error.position, 0);
}
END_TEST

/* Days from the published lists, and days beside them. */
static const struct {
    const char *day;
    bool is_one;
} single_days[] = {
    {"2026-12-25", true},  {"2026-12-26", false}, /* a Saturday: the 28th stands in for it */
    {"2026-12-28", true},  {"2020-05-04", false}, /* moved to the 8th, for VE day */
    {"2020-05-08", true},  {"2022-09-19", true},  /* an extra day */
    {"2026-04-03", true},  {"2026-04-06", true},  {"2026-04-07", false},
    {"2011-04-29", true},  {"2028-01-03", true}, /* 1 January is a Saturday */
    {"2028-01-01", false}, {"2028-12-31", false},
};

START_TEST(a_single_day_is_one_or_not)
{
    ck_assert_int_eq(phb__is_bank_holiday(&phb__dataset_builtin, date_of(single_days[_i].day)),
                     single_days[_i].is_one);
}
END_TEST

/* Of every day there is, in every year to the end of the calendar. */
START_TEST(single_days_are_those_that_are_counted)
{
    ck_assert_date_eq(PHB__BANK_HOLIDAYS_FIRST_DAY, "2011-01-01");
    for (phb_date day = PHB__BANK_HOLIDAYS_FIRST_DAY; day <= PHB_DATE_MAX; day++) {
        bool is_counted = phb__bank_holidays_between(&phb__dataset_builtin, day, day) == 1;
        ck_assert_msg(phb__is_bank_holiday(&phb__dataset_builtin, day) == is_counted, "%s",
                      date_text(day));
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("bank_holidays");
    tcase_add_test(tcase, single_days_are_those_that_are_counted);
    add_rows(tcase, a_single_day_is_one_or_not, single_days);
    add_rows(tcase, a_year_has_eight_ordinary_days, years);
    add_rows(tcase, easter_is_that_of_the_almanac, easters);
    add_rows(tcase, days_off_are_counted, stretches);
    tcase_add_test(tcase, each_exception_fits_the_ordinary_days);
    tcase_add_test(tcase, a_table_names_each_day);
    add_rows(tcase, a_table_is_of_the_days_asked_for, tables);
    tcase_add_test(tcase, a_day_that_is_none_is_refused);
    tcase_add_test(tcase, an_overlay_brings_the_day_that_was_announced);
    tcase_add_test(tcase, an_overlay_brings_a_year_that_was_published);
    tcase_add_test(tcase, an_exception_is_replaced_when_asked);
    add_rows(tcase, an_exception_that_cannot_be_is_refused, refused);
    return suite_run("bank_holidays", tcase);
}
