/*
 * The first limit of a review duty for every day there is as its anchor: every_limit STEPS
 *
 * For each step of 1 to STEPS months, and in it for each day from 1900 to 2199, the limit and the
 * day it is due on, as int32_t as the machine has them; INT32_MIN twice where the limit lies beyond
 * the calendar. Each comes from a schedule of its own, by rates whose first review is so many
 * months.
 */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <phb/phb.h>

static phb_rates *
rates_of(int months)
{
    char json[512];
    phb_rates *rates = NULL;
    (void)snprintf(json, sizeof json,
                   "{\"format\":1,\"family\":\"steps\",\"sources\":{\"s\":{\"title\":\"t\","
                   "\"citation\":\"c\",\"read_in\":\"r\"}},\"parameters\":[{\"key\":"
                   "\"review.chc_first\",\"label\":\"l\",\"unit\":\"months\",\"values\":[{\"from\":"
                   "\"2013-04-06\",\"value\":%d,\"source\":\"s\",\"replace\":true}]}]}",
                   months);
    phb_error error = PHB_ERROR_INIT;
    if (phb_rates_overlay_json(NULL, NULL, json, strlen(json), &rates, &error) != PHB_OK) {
        fprintf(stderr, "every_limit: %s\n", error.message);
    }
    return rates;
}

/* A one-off budget: one review, and nothing else. */
static phb_status
ask(phb_date anchor, int months, const phb_rates *rates, int32_t out[2])
{
    phb_schedule_request *request = NULL;
    phb_schedule *schedule = NULL;
    phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
    settings.as_of = anchor;
    settings.kind = PHB_KIND_ONE_OFF;
    settings.horizon = anchor + 31 * months > PHB_DATE_MAX ? PHB_DATE_MAX : anchor + 31 * months;
    phb_status status = phb_schedule_request_new(NULL, &request, NULL);
    if (status == PHB_OK) {
        status = phb_schedule_request_set(request, &settings, NULL);
    }
    if (status == PHB_OK) {
        status = phb_schedule_request_add_regime(request, PHB_REGIME_CHC, anchor, NULL);
    }
    if (status == PHB_OK) {
        status = phb_schedule_build(request, rates, &schedule, NULL);
    }
    const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
    bool has_one = phb_table_rows(events) == 1;
    out[0] = has_one ? phb_table_int32(events, "latest", NULL)[0] : PHB_DATE_NONE;
    out[1] = has_one ? phb_table_int32(events, "due", NULL)[0] : PHB_DATE_NONE;
    phb_schedule_free(schedule);
    phb_schedule_request_free(request);
    return status;
}

enum { ANSWERS_AT_A_TIME = 4096 };

static int
write_step(int months)
{
    static int32_t answers[ANSWERS_AT_A_TIME][2];
    phb_rates *rates = rates_of(months);
    size_t held = 0;
    int fault = rates ? 0 : 1;
    for (phb_date anchor = PHB_DATE_MIN; anchor <= PHB_DATE_MAX && fault == 0; anchor++) {
        fault = ask(anchor, months, rates, answers[held++]) == PHB_OK ? 0 : 1;
        if (held == ANSWERS_AT_A_TIME || anchor == PHB_DATE_MAX) {
            fault = fwrite(answers, sizeof answers[0], held, stdout) == held ? fault : 1;
            held = 0;
        }
    }
    phb_rates_unref(rates);
    return fault;
}

int
main(int count, char **arguments)
{
    int steps = count > 1 ? atoi(arguments[1]) : 0;
    int fault = 0;
    for (int months = 1; months <= steps && fault == 0; months++) {
        fault = write_step(months);
    }
    return fault;
}
