/* Whether what is said of somebody employed holds together. */

#include "model/check.h"

/* What is wrong, and in which member; no message: nothing is. Where that stands is worked out only
 * when there is something. */
struct fault {
    phb_status status;
    const char *member; /* NULL: the whole */
    const char *message;
};

static const struct fault no_fault = {PHB_OK, NULL, NULL};

static phb_status
fail_for(struct fault fault, struct phb__place place, phb_error *error)
{
    return phb__fail_at(error, fault.status,
                        fault.member ? phb__place_in(place, fault.member) : place, fault.message);
}

/* What an entry must not say, and what it must, by whether it is paid by the hour or by the night.
 */
static struct fault
fault_of_pay(const phb_hours *hours)
{
    static const char flat_only[] = "flat pay is only for sleep_in and live_in";
    bool is_flat = phb__hours_are_flat(hours);
    if (is_flat && hours->minutes_per_week != PHB_NUMBER_NONE) {
        return (struct fault){PHB_ERROR_RANGE, "minutes_per_week",
                              "minutes_per_week is not for sleep_in and live_in, which are paid by "
                              "the night"};
    }
    if (is_flat && hours->nights_per_week_hundredths == PHB_NUMBER_NONE) {
        return (struct fault){PHB_ERROR_INCOMPLETE, NULL,
                              "nights_per_week is missing: how many nights is it"};
    }
    if (is_flat) {
        return no_fault;
    }
    if (hours->nights_per_week_hundredths != PHB_NUMBER_NONE) {
        return (struct fault){PHB_ERROR_RANGE, "nights_per_week", flat_only};
    }
    if (hours->awake_minutes_per_night != PHB_NUMBER_NONE) {
        return (struct fault){PHB_ERROR_RANGE, "awake_minutes_per_night", flat_only};
    }
    if (hours->awake_rate_penny_hundredths != PHB_NUMBER_NONE) {
        return (struct fault){PHB_ERROR_RANGE, "awake_rate", flat_only};
    }
    if (hours->minutes_per_week == PHB_NUMBER_NONE) {
        return (struct fault){PHB_ERROR_INCOMPLETE, NULL,
                              "minutes_per_week is missing: how much time is it"};
    }
    return no_fault;
}

static struct fault
fault_of_hours(const phb_hours *given)
{
    if (given->start != PHB_DATE_NONE && given->end != PHB_DATE_NONE && given->end < given->start) {
        return (struct fault){PHB_ERROR_DATE, "end", "end is before start"};
    }
    struct fault fault = fault_of_pay(given);
    if (!fault.message && given->awake_minutes_per_night > 0 &&
        given->awake_rate_penny_hundredths == PHB_NUMBER_NONE) {
        return (struct fault){PHB_ERROR_INCOMPLETE, NULL,
                              "awake_rate is missing: what is an hour awake paid"};
    }
    return fault;
}

/* The index-th entry of somebody. */
static phb_status
check_hours(const struct phb__assistant *assistant, uint32_t index, phb_date employed_from,
            uint32_t most, struct phb__place place, phb_error *error)
{
    const struct phb__hours *hours = &phb__assistant_hours(assistant)[index];
    struct fault fault = fault_of_hours(&hours->given);
    if (!fault.message && hours->rates.count == 0) {
        return PHB_OK;
    }
    place = phb__place_item(place, "hours", index);
    return fault.message
               ? fail_for(fault, place, error)
               : phb__check_dated(&hours->rates, phb__day_or(hours->given.start, employed_from),
                                  most, phb__place_in(place, "rate"), error);
}

/* Which kinds of pay an assistant has: cover is priced for each. */
struct kinds {
    bool hourly;
    bool flat;
};

static struct kinds
kinds_of(const struct phb__assistant *assistant)
{
    struct kinds kinds = {false, false};
    const struct phb__hours *hours = phb__assistant_hours(assistant);
    for (uint32_t i = 0; i < assistant->hours.count; i++) {
        bool is_flat = phb__hours_are_flat(&hours[i].given);
        kinds.flat = kinds.flat || is_flat;
        kinds.hourly = kinds.hourly || !is_flat;
    }
    return kinds;
}

static phb_status
check_leave(const phb_assistant *given, struct kinds kinds, struct phb__place place,
            phb_error *error)
{
    const char *missing = NULL;
    bool has_reason = given->leave_reason && given->leave_reason[0] != '\0';
    if (given->leave_method == PHB_LEAVE_NONE && !has_reason) {
        missing = "reason is missing: why does nobody cover the leave";
    } else if (given->leave_method != PHB_LEAVE_COVER) {
        return PHB_OK;
    } else if (given->leave_by == (phb_cover_by)0) {
        missing = "by is missing: who covers the leave";
    } else if (kinds.hourly && given->leave_rate_penny_hundredths == PHB_NUMBER_NONE) {
        missing = "rate is missing: what does an hour of cover cost";
    } else if (kinds.flat && given->leave_night_rate_pence == PHB_PENCE_NONE) {
        missing = "night_rate is missing: what does a night of cover cost";
    }
    return missing
               ? phb__fail_at(error, PHB_ERROR_INCOMPLETE, phb__place_in(place, "leave"), missing)
               : PHB_OK;
}

static phb_status
check_sickness(const phb_assistant *given, struct kinds kinds, struct phb__place place,
               phb_error *error)
{
    bool has_rate = given->sickness_cover_rate_penny_hundredths != PHB_NUMBER_NONE;
    bool has_night_rate = given->sickness_cover_night_rate_pence != PHB_PENCE_NONE;
    const char *missing = NULL;
    if (!has_rate && !has_night_rate) {
        return PHB_OK;
    }
    if (given->sickness_weeks_hundredths == PHB_NUMBER_NONE) {
        missing = "weeks is missing: how long is cover needed a year";
    } else if (kinds.hourly && !has_rate) {
        missing = "cover_rate is missing: what does an hour of cover cost";
    } else if (kinds.flat && !has_night_rate) {
        missing = "cover_night_rate is missing: what does a night of cover cost";
    }
    return missing ? phb__fail_at(error, PHB_ERROR_INCOMPLETE, phb__place_in(place, "sickness"),
                                  missing)
                   : PHB_OK;
}

phb_status
phb__check_assistant(const struct phb__budget_content *content, uint32_t index, uint32_t most,
                     phb_error *error)
{
    const struct phb__assistant *assistant = &phb__budget_assistants(content)[index];
    const phb_assistant *given = &assistant->given;
    phb_date first_day = phb__day_or(given->start, content->settings.start);
    struct phb__place place = phb__place_of("assistants", index);
    phb_status status = phb__check_order(given->start, given->end, place, error);
    if (status == PHB_OK && assistant->hours.count > most) {
        return phb__fail_at(error, PHB_ERROR_LIMIT, phb__place_in(place, "hours"),
                            "there are more entries than a budget may have");
    }
    if (status == PHB_OK && given->date_of_birth > first_day) {
        return phb__fail_at(error, PHB_ERROR_DATE, phb__place_in(place, "date_of_birth"),
                            "date_of_birth is after the first day employed");
    }
    for (uint32_t i = 0; i < assistant->hours.count && status == PHB_OK; i++) {
        status = check_hours(assistant, i, first_day, most, place, error);
    }
    struct kinds kinds = kinds_of(assistant);
    if (status == PHB_OK) {
        status = check_leave(given, kinds, place, error);
    }
    return status == PHB_OK ? check_sickness(given, kinds, place, error) : status;
}
