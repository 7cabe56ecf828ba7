/* Laying rates over rates. The overlays are of Ruritania: invented, so that no law changes them. */

#include "rates/overlay.h"

#include <phb/employer.h>

#include <stdio.h>
#include <string.h>

#include "support/json.h"
#include "support/suite.h"

#define SOURCES \
    "'sources':{'r':{'title':'T','citation':'C','read_in':'R','checked_against':['a','b']}}"
#define HEAD "{'format':1,'family':'ruritania'," SOURCES
#define RATE_FROM(day, value) \
    HEAD ",'parameters':[{'key':'employer_ni.rate','label':'L','unit':'ppm','cuts_payslip':true," \
         "'values':[{'from':'" day "','value':" value ",'source':'r'}]}]}"

static phb_status
lay_over(const phb_rates *base, const char *text, phb_rates **out_rates, phb_error *error)
{
    const char *json = quoted(text);
    return phb_rates_overlay_json(NULL, base, json, strlen(json), out_rates, error);
}

static int64_t
rate_on(const phb_rates *rates, const char *key, const char *day)
{
    phb_rate_query query = PHB_RATE_QUERY_INIT;
    phb_rate rate = PHB_RATE_INIT;
    query.key = key;
    query.on = date_of(day);
    query.match = PHB_RATE_CARRY;
    return phb_rates_find(rates, &query, &rate, NULL) == PHB_OK ? rate.value : -1;
}

START_TEST(a_later_value_is_added_and_cuts_payslips)
{
    phb_rates *rates = NULL;
    ck_assert_int_eq(lay_over(NULL, RATE_FROM("2026-09-01", "200000"), &rates, NULL), PHB_OK);
    ck_assert_int_eq(rate_on(rates, "employer_ni.rate", "2026-08-31"), 150000);
    ck_assert_int_eq(rate_on(rates, "employer_ni.rate", "2026-09-01"), 200000);
    ck_assert_int_eq(rate_on(NULL, "employer_ni.rate", "2026-09-01"), 150000);
    ck_assert_str_eq(phb_rates_edition(rates), "2026.1+ruritania");
    phb_pence ni = 0;
    ck_assert_int_eq(
        phb_employer_ni(rates, date_of("2026-09-01"), PHB_PAY_WEEKLY, 'A', 19600, &ni, NULL),
        PHB_OK);
    ck_assert_int_eq(ni, 2000); /* £100 above the threshold of £96, 20% of it */
    phb_rates_unref(rates);
}
END_TEST

START_TEST(nothing_laid_over_changes_nothing_but_the_edition)
{
    phb_rates *rates = NULL;
    ck_assert_int_eq(
        lay_over(NULL, "{'format':1,'family':'n','version':'3'," SOURCES "}", &rates, NULL),
        PHB_OK);
    ck_assert_str_eq(phb_rates_edition(rates), "2026.1+n/3");
    ck_assert_int_eq(phb_rates_last_day(rates), phb_rates_last_day(NULL));
    ck_assert_int_eq(phb_rates_first_day(rates), phb_rates_first_day(NULL));
    phb_table *before = NULL;
    phb_table *after = NULL;
    ck_assert_int_eq(phb_rates_table(NULL, NULL, NULL, PHB_DATE_NONE, &before, NULL), PHB_OK);
    ck_assert_int_eq(phb_rates_table(NULL, rates, NULL, PHB_DATE_NONE, &after, NULL), PHB_OK);
    size_t rows = 0;
    const int64_t *values = phb_table_int64(before, "value", &rows);
    ck_assert_uint_eq(phb_table_rows(after), rows);
    ck_assert_mem_eq(phb_table_int64(after, "value", NULL), values, rows * sizeof *values);
    phb_table_free(before);
    phb_table_free(after);
    phb_rates_unref(rates);
}
END_TEST

START_TEST(overlays_lie_on_overlays_which_may_be_given_back)
{
    phb_rates *first = NULL;
    phb_rates *second = NULL;
    ck_assert_int_eq(lay_over(NULL, RATE_FROM("2026-09-01", "200000"), &first, NULL), PHB_OK);
    ck_assert_int_eq(lay_over(first, RATE_FROM("2026-10-01", "210000"), &second, NULL), PHB_OK);
    phb_rates_unref(first);
    ck_assert_str_eq(phb_rates_edition(second), "2026.1+ruritania+ruritania");
    ck_assert_int_eq(rate_on(second, "employer_ni.rate", "2026-09-30"), 200000);
    ck_assert_int_eq(rate_on(second, "employer_ni.rate", "2026-10-01"), 210000);
    phb_rates_unref(second);
}
END_TEST

START_TEST(texts_of_every_layer_are_found)
{
    phb_rates *first = NULL;
    phb_rates *second = NULL;
    ck_assert_int_eq(lay_over(NULL, RATE_FROM("2026-09-01", "200000"), &first, NULL), PHB_OK);
    ck_assert_int_eq(
        lay_over(first,
                 "{'format':1,'family':'s','sources':{'s':{'title':'Second','citation':'C',"
                 "'read_in':'R'}},'parameters':[{'key':'s.days','label':'Some days','unit':'days',"
                 "'values':[{'from':'2020-01-01','value':2,'source':'s'}]}]}",
                 &second, NULL),
        PHB_OK);
    phb_rates_unref(first);
    static const struct {
        const char *key;
        const char *label;
        const char *unit;
        const char *source;
    } texts[] = {
        {"s.days", "Some days", "days", "Second"},
        {"employer_ni.rate", "Employer National Insurance rate", "ppm", "T"},
        {"leave.weeks", "Weeks of leave in a year", "hundredths",
         "Working Time Regulations 1998: leave of a year"},
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        phb_rate_query query = PHB_RATE_QUERY_INIT;
        phb_rate rate = PHB_RATE_INIT;
        query.key = texts[i].key;
        query.on = date_of("2026-09-01");
        ck_assert_int_eq(phb_rates_find(second, &query, &rate, NULL), PHB_OK);
        ck_assert_str_eq(rate.label, texts[i].label);
        ck_assert_str_eq(rate.unit, texts[i].unit);
        ck_assert_str_eq(rate.source, texts[i].source);
    }
    phb_rates_unref(second);
}
END_TEST

/* Enough texts that their block grows several times. */
START_TEST(long_texts_are_kept)
{
    char title[3001];
    char json[4000];
    memset(title, 't', sizeof title - 1);
    title[sizeof title - 1] = '\0';
    phb_rates *rates = NULL;
    for (int i = 0; i < 20; i++) {
        title[0] = (char)('a' + i);
        snprintf(json, sizeof json,
                 "{\"format\":1,\"family\":\"f\",\"sources\":{\"r%d\":{\"title\":\"%s\","
                 "\"citation\":\"C\",\"read_in\":\"R\"}},\"parameters\":[{\"key\":\"k.k%d\","
                 "\"label\":\"L\",\"unit\":\"days\",\"values\":[{\"from\":\"2020-01-01\","
                 "\"value\":1,\"source\":\"r%d\"}]}]}",
                 i, title, i, i);
        phb_rates *next = NULL;
        ck_assert_int_eq(phb_rates_overlay_json(NULL, rates, json, strlen(json), &next, NULL),
                         PHB_OK);
        phb_rates_unref(rates);
        rates = next;
    }
    phb_rate_query query = PHB_RATE_QUERY_INIT;
    phb_rate rate = PHB_RATE_INIT;
    query.on = date_of("2026-01-01");
    query.key = "k.k0";
    title[0] = 'a';
    ck_assert_int_eq(phb_rates_find(rates, &query, &rate, NULL), PHB_OK);
    ck_assert_str_eq(rate.source, title);
    query.key = "k.k19";
    title[0] = 'a' + 19;
    ck_assert_int_eq(phb_rates_find(rates, &query, &rate, NULL), PHB_OK);
    ck_assert_str_eq(rate.source, title);
    phb_rates_unref(rates);
}
END_TEST

START_TEST(when_the_values_were_checked_may_be_said)
{
    phb_rates *rates = NULL;
    ck_assert_int_eq(lay_over(NULL, HEAD ",'verified':{'2026':{'on':'2026-11-22'}}}", &rates, NULL),
                     PHB_OK);
    phb_rates_unref(rates);
}
END_TEST

START_TEST(a_rate_is_at_most_twice_the_whole)
{
    phb_rates *rates = NULL;
    phb_error error = PHB_ERROR_INIT;
    ck_assert_int_eq(lay_over(NULL, RATE_FROM("2026-09-01", "2000000"), &rates, &error), PHB_OK);
    ck_assert_int_eq(rate_on(rates, "employer_ni.rate", "2026-09-01"), 2000000);
    phb_rates_unref(rates);
    ck_assert_int_eq(lay_over(NULL, RATE_FROM("2026-09-01", "2000001"), &rates, &error),
                     PHB_ERROR_RANGE);
    ck_assert_str_eq(error.message, "the value is more than its unit allows");
}
END_TEST

START_TEST(new_parameters_are_found_and_old_ones_stay)
{
    phb_rates *rates = NULL;
    ck_assert_int_eq(
        lay_over(NULL,
                 HEAD ",'parameters':[{'key':'zz.last','label':'L','unit':'days','values':["
                      "{'from':'2020-01-01','value':9,'source':'r'}]},"
                      "{'key':'aa.first','label':'L','unit':'pence','axis':'age','values':["
                      "{'from':'2020-01-01','bands':[{'age':16,'value':1},{'age':18,'value':2}],"
                      "'source':'r'},{'from':'2021-01-01','value':null,'source':'r'}]}]}",
                 &rates, NULL),
        PHB_OK);
    ck_assert_int_eq(rate_on(rates, "zz.last", "2026-01-01"), 9);
    ck_assert_int_eq(rate_on(rates, "pension.trigger.weekly", "2026-04-06"), 19200);
    phb_rate_query query = PHB_RATE_QUERY_INIT;
    phb_rate rate = PHB_RATE_INIT;
    query.key = "aa.first";
    query.on = date_of("2020-06-01");
    ck_assert_int_eq(phb_rates_find(rates, &query, &rate, NULL), PHB_ERROR_ARGUMENT);
    query.birth = date_of("2002-06-02"); /* 17 */
    ck_assert_int_eq(phb_rates_find(rates, &query, &rate, NULL), PHB_OK);
    ck_assert_int_eq(rate.value, 1);
    query.age_years = 18;
    ck_assert_int_eq(phb_rates_find(rates, &query, &rate, NULL), PHB_OK);
    ck_assert_int_eq(rate.value, 2);
    query.on = date_of("2021-01-01");
    ck_assert_int_eq(phb_rates_find(rates, &query, &rate, NULL), PHB_ERROR_RATE_NOT_IN_FORCE);
    phb_rates_unref(rates);
}
END_TEST

START_TEST(a_last_day_makes_later_law_sure)
{
    phb_rates *rates = NULL;
    ck_assert_int_eq(lay_over(NULL, HEAD ",'last_day':'2028-04-05'}", &rates, NULL), PHB_OK);
    ck_assert_date_eq(phb_rates_last_day(rates), "2028-04-05");
    ck_assert_int_eq(rate_on(rates, "pension.trigger.weekly", "2030-04-05"), 19200);
    ck_assert_int_eq(rate_on(rates, "pension.trigger.weekly", "2030-04-06"), -1);
    phb_rates_unref(rates);
}
END_TEST

START_TEST(a_letter_is_added_or_replaced)
{
    phb_rates *rates = NULL;
    phb_pence ni = 0;
    ck_assert_int_eq(
        lay_over(NULL,
                 HEAD ",'ni_letters':[{'letter':'Q','label':'L','relief':'all','from':'2026-05-01',"
                      "'until':'2026-05-31','source':'r'},{'letter':'A','label':'L','relief':'all',"
                      "'from':'2013-04-06','replace':true,'source':'r'}]}",
                 &rates, NULL),
        PHB_OK);
    phb_date may = date_of("2026-05-31");
    ck_assert_int_eq(phb_employer_ni(rates, may, PHB_PAY_WEEKLY, 'Q', 99999, &ni, NULL), PHB_OK);
    ck_assert_int_eq(phb_employer_ni(rates, may + 1, PHB_PAY_WEEKLY, 'Q', 99999, &ni, NULL),
                     PHB_ERROR_RATE_NOT_IN_FORCE);
    ck_assert_int_eq(phb_employer_ni(rates, may, PHB_PAY_WEEKLY, 'A', 99999, &ni, NULL), PHB_OK);
    ck_assert_int_eq(ni, 0);
    phb_rates_unref(rates);
}
END_TEST

#define VALUE(value) \
    HEAD ",'parameters':[{'key':'k','label':'L','unit':'pence','values':[" value "]}]}"

static const struct {
    const char *text;
    phb_status status;
    const char *path;
    const char *message;
} refused[] = {
    {RATE_FROM("2025-04-06", "200000"), PHB_ERROR_DUPLICATE, "/parameters/0/values/0",
     "the value is there already: say \"replace\": true to replace it"},
    {"{'format':2,'family':'f'," SOURCES "}", PHB_ERROR_RANGE, "/format",
     "format must be at most 1"},
    {"{'format':1,'family':'f'}", PHB_ERROR_INCOMPLETE, "", "sources is missing"},
    {HEAD ",'last_day':'2026-01-01'}", PHB_ERROR_RANGE, "/last_day",
     "last_day must not be before the day the base is complete to"},
    {HEAD ",'parameters':[{'key':'employer_ni.rate','label':'L','unit':'pence','values':["
          "{'from':'2026-09-01','value':1,'source':'r'}]}]}",
     PHB_ERROR_RANGE, "/parameters/0",
     "unit, axis and cuts_payslip must be those the parameter has"},
    {VALUE("{'from':'2026-01-01','value':1,'source':'nobody'}"), PHB_ERROR_NOT_FOUND,
     "/parameters/0/values/0", "source names no source that is given"},
    {VALUE("{'from':'2026-01-01','source':'r'}"), PHB_ERROR_RANGE, "/parameters/0/values/0",
     "a value needs one of value, date and bands, as axis and unit want it"},
    {VALUE("{'from':'2026-01-01','date':'2026-01-01','source':'r'}"), PHB_ERROR_RANGE,
     "/parameters/0/values/0",
     "a value needs one of value, date and bands, as axis and unit want it"},
    {VALUE("{'from':'2026-01-01','value':1,'date':'2026-01-01','source':'r'}"), PHB_ERROR_RANGE,
     "/parameters/0/values/0",
     "a value needs one of value, date and bands, as axis and unit want it"},
    {VALUE("{'from':'2026-01-01','value':1,'source':'r'},{'from':'2026-01-01','value':2,'source':"
           "'r'}"),
     PHB_ERROR_RANGE, "/parameters/0/values/1", "the first days must increase"},
    {HEAD ",'parameters':[{'key':'k','label':'L','unit':'pence','axis':'age','values':[{'from':"
          "'2026-01-01','bands':[{'age':18,'value':1},{'age':18,'value':2}],'source':'r'}]}]}",
     PHB_ERROR_RANGE, "/parameters/0/values/0", "the ages must increase"},
    {HEAD ",'parameters':[{'key':'k','label':'L','unit':'pence','values':[{'from':'2026-01-01',"
          "'value':1,'source':'r'}]},{'key':'k','label':'L','unit':'pence','values':[{'from':"
          "'2026-01-01','value':1,'source':'r'}]}]}",
     PHB_ERROR_DUPLICATE, "/parameters/1", "the key is given twice"},
    {"{'format':1,'family':'f','sources':{'r':{'title':'T','citation':'C','read_in':'R'},"
     "'r':{'title':'T','citation':'C','read_in':'R'}}}",
     PHB_ERROR_DUPLICATE, "/sources", "a source is given twice"},
    {HEAD ",'ni_letters':[{'letter':'A','label':'L','relief':'all','from':'2013-04-06',"
          "'source':'r'}]}",
     PHB_ERROR_DUPLICATE, "/ni_letters/0",
     "the letter is there already: say \"replace\": true to replace it"},
    {HEAD ",'ni_letters':[{'letter':'A','label':'L','relief':'all','from':'2026-04-06',"
          "'source':'r'}]}",
     PHB_ERROR_RANGE, "/ni_letters", "two stretches of one letter overlap"},
    {HEAD ",'ni_letters':[{'letter':'Q','label':'L','relief':'all','from':'2026-04-06',"
          "'source':'x'}]}",
     PHB_ERROR_NOT_FOUND, "/ni_letters/0", "source names no source that is given"},
};

START_TEST(what_cannot_be_laid_over_is_refused)
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

/* 255 overlays and no more, each keeping the ones below it alive. */
START_TEST(a_chain_of_overlays_has_an_end)
{
    phb_rates *rates = NULL;
    phb_status status = PHB_OK;
    int laid = 0;
    for (; laid < 300; laid++) {
        phb_rates *next = NULL;
        status = lay_over(rates, "{'format':1,'family':'f'," SOURCES "}", &next, NULL);
        if (status != PHB_OK) {
            break;
        }
        phb_rates_unref(rates);
        rates = next;
    }
    ck_assert_int_eq(laid, 255);
    ck_assert_int_eq(status, PHB_ERROR_LIMIT);
    phb_rates_unref(rates);
}
END_TEST

START_TEST(replacing_may_be_asked_for)
{
    phb_rates *rates = NULL;
    ck_assert_int_eq(lay_over(NULL,
                              HEAD
                              ",'parameters':[{'key':'employer_ni.rate','label':'L','unit':'ppm',"
                              "'cuts_payslip':true,'values':[{'from':'2025-04-06','value':1,"
                              "'replace':true,'source':'r'}]}]}",
                              &rates, NULL),
                     PHB_OK);
    ck_assert_int_eq(rate_on(rates, "employer_ni.rate", "2026-04-06"), 1);
    ck_assert_int_eq(rate_on(rates, "employer_ni.rate", "2025-04-05"), 138000);
    phb_rates_unref(rates);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("overlay");
    tcase_add_test(tcase, a_later_value_is_added_and_cuts_payslips);
    tcase_add_test(tcase, nothing_laid_over_changes_nothing_but_the_edition);
    tcase_add_test(tcase, overlays_lie_on_overlays_which_may_be_given_back);
    tcase_add_test(tcase, texts_of_every_layer_are_found);
    tcase_add_test(tcase, long_texts_are_kept);
    tcase_add_test(tcase, when_the_values_were_checked_may_be_said);
    tcase_add_test(tcase, a_rate_is_at_most_twice_the_whole);
    tcase_add_test(tcase, new_parameters_are_found_and_old_ones_stay);
    tcase_add_test(tcase, a_last_day_makes_later_law_sure);
    tcase_add_test(tcase, a_letter_is_added_or_replaced);
    tcase_add_test(tcase, replacing_may_be_asked_for);
    add_rows(tcase, what_cannot_be_laid_over_is_refused, refused);
    tcase_add_test(tcase, a_chain_of_overlays_has_an_end);
    return suite_run("overlay", tcase);
}
