/*
 * When somebody's plan is to be reviewed: a direct payment and continuing healthcare, one review
 * held already, and something that happened since. As a calendar to pin up, or with `ics` as a
 * file for calendar programs.
 */

#include <phb/phb.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static phb_date
day(const char *text)
{
    phb_date date = PHB_DATE_NONE;
    (void)phb_date_parse(text, &date);
    return date;
}

static phb_status
say(phb_schedule_request *request, phb_error *error)
{
    static const char events[] = "[{ \"on\": \"2026-11-20\", \"what\": \"health_changed\" }]";
    uint32_t both = PHB_REGIME_BIT(PHB_REGIME_NHS_DIRECT_PAYMENT) | PHB_REGIME_BIT(PHB_REGIME_CHC);
    phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
    settings.as_of = day("2026-12-01");
    settings.reference = "case-17";
    phb_status status = phb_schedule_request_set(request, &settings, error);
    if (status == PHB_OK) {
        status = phb_schedule_request_add_regime(request, PHB_REGIME_NHS_DIRECT_PAYMENT,
                                                 day("2026-04-06"), error);
    }
    if (status == PHB_OK) {
        status = phb_schedule_request_add_regime(request, PHB_REGIME_CHC, day("2026-03-10"), error);
    }
    if (status == PHB_OK) {
        status = phb_schedule_request_add_completed(request, day("2026-06-08"), PHB_REVIEW_PLAN,
                                                    both, PHB_CHECKED_ALL, error);
    }
    if (status == PHB_OK) {
        status = phb_schedule_request_add_events_json(request, events, sizeof events - 1, error);
    }
    return status;
}

int
main(int count, char **arguments)
{
    phb_schedule_request *request = NULL;
    phb_schedule *schedule = NULL;
    phb_text *text = NULL;
    phb_error error = PHB_ERROR_INIT;
    bool is_file = count > 1 && strcmp(arguments[1], "ics") == 0;
    phb_status status = phb_schedule_request_new(NULL, &request, &error);
    if (status == PHB_OK) {
        status = say(request, &error);
    }
    if (status == PHB_OK) {
        status = phb_schedule_build(request, NULL, &schedule, &error);
    }
    if (status == PHB_OK) {
        status = phb_schedule_render(schedule, is_file ? PHB_FORMAT_ICALENDAR : PHB_FORMAT_TEXT,
                                     &text, &error);
    }
    fputs(status == PHB_OK ? phb_text_data(text) : error.message,
          status == PHB_OK ? stdout : stderr);
    phb_text_free(text);
    phb_schedule_free(schedule);
    phb_schedule_request_free(request);
    return status == PHB_OK ? 0 : 1;
}
