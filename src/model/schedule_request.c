#include "model/schedule_request.h"

#include <string.h>

#include "core/alloc.h"
#include "core/date.h"
#include "core/error.h"
#include "core/input.h"
#include "model/limits.h"
#include "model/names.h"
#include "model/policy.h"
#include "model/review_names.h"

/* What the struct held in version 0.1: a caller compiled then may be this small. */
#define FIRST_SIZE_SETTINGS (offsetof(phb_schedule_settings, reference) + sizeof(const char *))

#define NOTICE_MOST 5200 /* 52.00 weeks, as a policy has it */

#define ALL_REGIMES ((UINT32_C(1) << PHB__REGIMES) - 1)

static const struct phb__field settings_fields[] = {
    PHB__CHOICE("kind", phb_schedule_settings, kind, phb__names_kind, 0, "ongoing or one-off"),
    PHB__CHOICE("cohort", phb_schedule_settings, cohort, phb__names_cohort, 0,
                "why the person has a budget"),
    PHB__DATE("as_of", phb_schedule_settings, as_of, 0, "the day to look from"),
    PHB__DATE("horizon", phb_schedule_settings, horizon, 0, "the last day to look to"),
    PHB__DATE("date_of_birth", phb_schedule_settings, date_of_birth, 0, "of the person"),
    PHB__DATE("first_payment", phb_schedule_settings, first_payment, 0,
              "of the direct payment: audits count from it"),
    PHB__DATE("ended_on", phb_schedule_settings, ended_on, 0, "the last day of the budget"),
    PHB__DATE("checklist_received", phb_schedule_settings, checklist_received, 0,
              "day 0 of the decision on continuing healthcare"),
    PHB__DATE("decided_on", phb_schedule_settings, decided_on, 0, "the day it was decided"),
    PHB__DATE("notice_given", phb_schedule_settings, notice_given, 0, "the day notice was given"),
    PHB__NUMBER("notice_weeks", phb_schedule_settings, notice_weeks_hundredths, HUNDREDTHS, 0,
                NOTICE_MOST, 0, "how long notice runs"),
    PHB__ID("reference", phb_schedule_settings, reference, 0,
            "a local one, for the identifiers of a calendar file"),
};
static const struct phb__shape settings_shape =
    PHB__SHAPE("the settings", settings_fields, sizeof(phb_schedule_settings));

static const struct phb__field happened_fields[] = {
    PHB__DATE("on", struct phb__happened, on, PHB__REQUIRED, "the day it happened"),
    PHB__CHOICE("what", struct phb__happened, what, phb__names_happening, PHB__REQUIRED,
                "what happened"),
};
const struct phb__shape phb__shape_happened =
    PHB__SHAPE("an event", happened_fields, sizeof(struct phb__happened));

void
phb_schedule_settings_init(phb_schedule_settings *settings, uint32_t size)
{
    const phb_schedule_settings defaults = PHB_SCHEDULE_SETTINGS_INIT;
    phb__input_init(settings, size, &defaults, sizeof defaults);
}

phb_status
phb_schedule_request_new(phb_context *context, phb_schedule_request **out_request, phb_error *error)
{
    if (!out_request) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    *out_request = NULL;
    phb_schedule_request *request = phb__allocate(context, 1, sizeof *request);
    if (!request) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    request->context = phb_context_ref(context);
    phb__arena_init(&request->arena, context, 0);
    request->settings = (phb_schedule_settings)PHB_SCHEDULE_SETTINGS_INIT;
    for (size_t i = 0; i <= PHB__REGIMES; i++) {
        request->anchors[i] = PHB_DATE_NONE;
    }
    *out_request = request;
    return PHB_OK;
}

void
phb_schedule_request_free(phb_schedule_request *request)
{
    if (!request) {
        return;
    }
    phb_context *context = request->context;
    phb_policy_unref(request->policy);
    phb__arena_free(&request->arena);
    phb__release(context, request, sizeof *request);
    phb_context_unref(context);
}

/*
 * An NHS number is ten digits of which the last is a check on the others, modulo 11. Somebody's
 * number must not get into a calendar that others can see.
 */
bool
phb__reference_is_nhs_number(const char *reference)
{
    int32_t digits[10];
    int32_t count = 0;
    for (const char *c = reference; *c != '\0'; c++) {
        bool is_digit = *c >= '0' && *c <= '9';
        bool is_separator = *c == '-' || *c == '.' || *c == '_';
        if ((!is_digit && !is_separator) || (is_digit && count == 10)) {
            return false;
        }
        if (is_digit) {
            digits[count++] = *c - '0';
        }
    }
    if (count < 10) {
        return false;
    }
    int32_t sum = 0;
    for (int32_t i = 0; i < 9; i++) {
        sum += (10 - i) * digits[i];
    }
    return (11 - sum % 11) % 11 == digits[9];
}

static phb_status
check_settings(const phb_schedule_settings *settings, phb_error *error)
{
    if (settings->reserved != 0) {
        return phb__fail_because(error, PHB_ERROR_STRUCT, "reserved must be 0");
    }
    phb_status status = phb__shape_check(&settings_shape, settings, "", false, error);
    if (status == PHB_OK && settings->reference &&
        phb__reference_is_nhs_number(settings->reference)) {
        status = phb__fail_because(error, PHB_ERROR_RANGE,
                                   "reference must not be an NHS number: it is shown in calendars");
        phb__error_at_path(error, "/reference");
    }
    return status;
}

phb_status
phb_schedule_request_set(phb_schedule_request *request, const phb_schedule_settings *settings,
                         phb_error *error)
{
    if (!request || !settings) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    phb_schedule_settings copy = PHB_SCHEDULE_SETTINGS_INIT;
    phb_status status = phb__input_copy(&copy, sizeof copy, FIRST_SIZE_SETTINGS, settings, error);
    if (status == PHB_OK) {
        status = phb__shape_keep_texts(&settings_shape, &copy, &request->arena, error);
    }
    if (status == PHB_OK) {
        status = check_settings(&copy, error);
    }
    if (status == PHB_OK) {
        phb_policy *before = request->policy;
        request->policy = phb__policy_keep(copy.policy);
        phb_policy_unref(before);
        request->settings = copy;
    }
    return status;
}

phb_status
phb_schedule_request_get(const phb_schedule_request *request, phb_schedule_settings *settings,
                         phb_error *error)
{
    if (!request || !settings) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    uint32_t size = settings->size;
    if (size < FIRST_SIZE_SETTINGS || size > PHB__INPUT_BYTES_MAX) {
        return phb__fail(error, PHB_ERROR_STRUCT);
    }
    phb_schedule_settings said = request->settings;
    said.policy = request->policy;
    phb__input_init(settings, size, &said, sizeof said);
    return PHB_OK;
}

static phb_status
check_day(phb_date date, const char *name, phb_error *error)
{
    return phb__date_is_valid(date)
               ? PHB_OK
               : phb__fail_about(error, PHB_ERROR_DATE, name,
                                 " is not a day of the calendar from 1900 to 2199");
}

/* Whether an enum is signed is the compiler's choice; a cast makes a negative one too large. */
static bool
is_choice(const struct phb__choices *choices, size_t choice)
{
    return choice >= 1 && choice <= (size_t)choices->count;
}

/* A copy of an item at the end of a list, unless there are as many as there may be. */
static phb_status
add_item(phb_schedule_request *request, struct phb__list *list, const void *item, size_t size,
         phb_error *error)
{
    if (list->count >= phb__most_items(request->context)) {
        return phb__fail_because(error, PHB_ERROR_LIMIT, "there are as many as a request may have");
    }
    void *place = phb__list_add(list, &request->arena, size);
    if (!place) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    memcpy(place, item, size);
    return PHB_OK;
}

phb_status
phb_schedule_request_add_regime(phb_schedule_request *request, phb_regime regime, phb_date anchor,
                                phb_error *error)
{
    if (!request || !is_choice(&phb__names_regime, (size_t)regime)) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    phb_status status = check_day(anchor, "anchor", error);
    if (status == PHB_OK && request->anchors[regime] != PHB_DATE_NONE) {
        status = phb__fail_because(error, PHB_ERROR_DUPLICATE,
                                   "this review duty is already named, with another anchor or "
                                   "the same");
    }
    if (status == PHB_OK) {
        request->anchors[regime] = anchor;
    }
    return status;
}

static bool
is_held_already(const phb_schedule_request *request, phb_date on, phb_review_kind kind)
{
    const struct phb__completed *completed = phb__request_completed(request);
    for (uint32_t i = 0; i < request->completed.count; i++) {
        if (completed[i].on == on && completed[i].kind == kind) {
            return true;
        }
    }
    return false;
}

phb_status
phb_schedule_request_add_completed(phb_schedule_request *request, phb_date on, phb_review_kind kind,
                                   uint32_t regimes, uint32_t checked, phb_error *error)
{
    if (!request || !is_choice(&phb__names_review_kind, (size_t)kind) ||
        (regimes & ~ALL_REGIMES) != 0 || (checked & ~PHB_CHECKED_ALL) != 0) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    phb_status status = check_day(on, "on", error);
    if (status == PHB_OK && is_held_already(request, on, kind)) {
        status = phb__fail_because(error, PHB_ERROR_DUPLICATE,
                                   "another review of the same kind was held on that day");
    }
    struct phb__completed item = {on, kind, regimes, checked};
    return status == PHB_OK ? add_item(request, &request->completed, &item, sizeof item, error)
                            : status;
}

phb_status
phb_schedule_request_add_event(phb_schedule_request *request, phb_date on, phb_happening what,
                               phb_error *error)
{
    if (!request || !is_choice(&phb__names_happening, (size_t)what)) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    phb_status status = check_day(on, "on", error);
    struct phb__happened item = {on, (int32_t)what};
    return status == PHB_OK ? add_item(request, &request->happened, &item, sizeof item, error)
                            : status;
}

phb_status
phb__schedule_request_add_happened(phb_schedule_request *request, const struct phb__list *happened,
                                   phb_error *error)
{
    const struct phb__happened *items = happened->items;
    uint32_t before = request->happened.count;
    phb_status status = PHB_OK;
    for (uint32_t i = 0; i < happened->count && status == PHB_OK; i++) {
        status = add_item(request, &request->happened, &items[i], sizeof items[i], error);
    }
    if (status != PHB_OK) {
        request->happened.count = before;
    }
    return status;
}

phb_status
phb_schedule_request_add_renewal(phb_schedule_request *request, phb_date until, phb_renewal what,
                                 const char *of, phb_error *error)
{
    if (!request || !is_choice(&phb__names_renewal, (size_t)what)) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__renewed item = {until, what, ""};
    phb_status status = check_day(until, "until", error);
    if (status == PHB_OK && of && of[0] != '\0') {
        if (!phb__id_is_valid(of)) {
            return phb__fail_because(error, PHB_ERROR_RANGE,
                                     "an id must be 1 to 64 letters, digits, points, underscores "
                                     "or hyphens");
        }
        item.of = phb__arena_text(&request->arena, of, strlen(of));
        status = item.of ? PHB_OK : phb__fail(error, PHB_ERROR_MEMORY);
    }
    return status == PHB_OK ? add_item(request, &request->renewals, &item, sizeof item, error)
                            : status;
}
