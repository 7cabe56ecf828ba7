/*
 * Paid time, held against paid time: by kind of work and name of the band, on an average day
 * employed, so that a year and half a year of the same hours are the same.
 */

#include <string.h>

#include "compare/compare.h"
#include "core/checked.h"

/* The bands of both sides while they are found. */
struct finder {
    struct phb__compare *compare;
    struct phb__ids ids;
};

/* Flat or by the hour, awake or not, and the name: what is the same kind of time. */
static struct phb__band *
band_of(struct finder *finder, const phb_hours *given, bool is_awake)
{
    struct phb__work *work = &finder->compare->work;
    const char *name = given->band ? given->band : "";
    size_t size = strlen(name);
    char *key = phb__arena_bytes(&finder->compare->arena, size + 3);
    if (!key) {
        return NULL;
    }
    key[0] = (char)('0' + (int)given->type);
    key[1] = is_awake ? 'a' : '-';
    memcpy(key + 2, name, size + 1);
    int32_t found = phb__ids_find(&finder->ids, key);
    if (found < 0) {
        found = (int32_t)work->count++;
        work->bands[found] = (struct phb__band){
            .name = name, .is_flat = phb__hours_are_flat(given), .is_awake = is_awake};
        (void)phb__ids_add(&finder->ids, key, found);
    }
    return &work->bands[found];
}

/* The days of an entry on which somebody is employed; false when there are none. */
static bool
days_worked(const phb_hours *given, struct phb__stretch employed, struct phb__stretch *out)
{
    struct phb__stretch days = {phb__day_or(given->start, employed.start),
                                phb__day_or(given->end, employed.end)};
    return phb__stretch_overlap(days, employed, out);
}

/* The last day on which the rate of a day holds. */
static phb_date
rate_until(const struct phb__list *rates, phb_date day, phb_date last)
{
    const struct phb__dated *dated = rates->items;
    for (uint32_t i = 0; i < rates->count && dated[i].from <= last; i++) {
        if (dated[i].from > day) {
            return dated[i].from - 1;
        }
    }
    return last;
}

/*
 * Adds so much of the time of a band, paid at a rate. The mean of the rates is kept up to date: it
 * moves towards the new rate by the new time's part of all.
 */
static void
add_time(struct phb__band_side *side, int64_t time, int64_t rate_penny_hundredths)
{
    int64_t rate = 0;
    int64_t part = 0;
    side->time += time;
    side->pieces++;
    if (side->time == 0 || !phb__multiply(rate_penny_hundredths, PHB__RATE_PARTS, &rate)) {
        return;
    }
    int64_t beyond = rate - side->rate;
    if (phb__mul_div(beyond, time, side->time, PHB_ROUND_HALF_UP, &part)) {
        side->rate += part;
    }
}

/* An entry of hours, stretch by stretch of one rate. */
static void
add_entry(struct phb__band_side *side, const struct phb__hours *hours, struct phb__stretch days)
{
    bool is_flat = phb__hours_are_flat(&hours->given);
    int64_t a_week =
        is_flat ? hours->given.nights_per_week_hundredths : hours->given.minutes_per_week;
    for (phb_date day = days.start; day <= days.end;) {
        struct phb__stretch stretch = {day, rate_until(&hours->rates, day, days.end)};
        add_time(side, a_week * phb__stretch_days(stretch),
                 phb__dated_on(&hours->rates, hours->given.rate_penny_hundredths, day));
        day = stretch.end + 1;
    }
}

/* Minutes awake in nights are paid by the hour: time of its own. */
static bool
add_awake(struct finder *finder, const struct phb__hours *hours, struct phb__stretch days, int side)
{
    const phb_hours *given = &hours->given;
    if (!phb__hours_are_flat(given) || given->awake_minutes_per_night == PHB_NUMBER_NONE ||
        given->awake_rate_penny_hundredths == PHB_NUMBER_NONE) {
        return true;
    }
    struct phb__band *band = band_of(finder, given, true);
    if (band) {
        int64_t a_week = given->awake_minutes_per_night * given->nights_per_week_hundredths / 100;
        add_time(&band->sides[side], a_week * phb__stretch_days(days),
                 given->awake_rate_penny_hundredths);
    }
    return band != NULL;
}

static bool
add_side(struct finder *finder, int side, int32_t index)
{
    struct phb__work *work = &finder->compare->work;
    const struct phb__employment *employment =
        &finder->compare->sides[side].costing->employments[index];
    const struct phb__hours *hours = phb__assistant_hours(employment->assistant);
    if (!employment->is_in_period) {
        return true;
    }
    work->days[side] = phb__stretch_days(employment->days);
    for (uint32_t i = 0; i < employment->assistant->hours.count; i++) {
        struct phb__stretch days;
        if (!days_worked(&hours[i].given, employment->days, &days)) {
            continue;
        }
        struct phb__band *band = band_of(finder, &hours[i].given, false);
        if (!band || !add_awake(finder, &hours[i], days, side)) {
            return false;
        }
        add_entry(&band->sides[side], &hours[i], days);
    }
    return true;
}

static uint32_t
entries_of(const struct phb__compare *compare, int side, int32_t index)
{
    return compare->sides[side].costing->employments[index].assistant->hours.count;
}

bool
phb__work_of(struct phb__compare *compare, const int32_t index[PHB__SIDES])
{
    struct finder finder = {.compare = compare};
    if (compare->worker[PHB__BEFORE] == index[PHB__BEFORE] &&
        compare->worker[PHB__AFTER] == index[PHB__AFTER]) {
        return true;
    }
    /* Each entry may be a band of its own, and its time awake another. */
    size_t most = 2 * ((size_t)entries_of(compare, PHB__BEFORE, index[PHB__BEFORE]) +
                       entries_of(compare, PHB__AFTER, index[PHB__AFTER]));
    compare->work = (struct phb__work){
        .bands = phb__arena_take(&compare->arena, most, sizeof *compare->work.bands)};
    compare->worker[PHB__BEFORE] = PHB__NOBODY;
    if (!phb__ids_init(&finder.ids, compare->arena.context, most)) {
        return false;
    }
    bool is_found = compare->work.bands && add_side(&finder, PHB__BEFORE, index[PHB__BEFORE]) &&
                    add_side(&finder, PHB__AFTER, index[PHB__AFTER]);
    phb__ids_free(&finder.ids);
    if (is_found) {
        compare->worker[PHB__BEFORE] = index[PHB__BEFORE];
        compare->worker[PHB__AFTER] = index[PHB__AFTER];
    }
    return is_found;
}

/* Time ÷ days on both sides, multiplied crosswise: some ten years of all the hours of a week fit.
 */
bool
phb__band_has_other_time(const struct phb__work *work, const struct phb__band *band)
{
    return band->sides[PHB__BEFORE].time * work->days[PHB__AFTER] !=
           band->sides[PHB__AFTER].time * work->days[PHB__BEFORE];
}

/* The means were rounded once for each piece of time. */
bool
phb__band_has_other_rate(const struct phb__band *band)
{
    const struct phb__band_side *before = &band->sides[PHB__BEFORE];
    const struct phb__band_side *after = &band->sides[PHB__AFTER];
    int64_t beside = before->rate - after->rate;
    int64_t rounded = before->pieces + after->pieces;
    return before->time > 0 && after->time > 0 && (beside > rounded || beside < -rounded);
}
