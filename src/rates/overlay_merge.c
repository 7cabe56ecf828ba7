#include "rates/overlay_merge.h"

#include <string.h>

#include "core/alloc.h"
#include "core/error.h"
#include "core/path.h"
#include "core/unit.h"

/* Rows are numbered in 16 bits, and one number means none. */
#define ROWS_MAX (UINT16_MAX - 1)

uint8_t
phb__overlay_axis(const struct phb__overlay_parameter *given)
{
    return given->axis == 0 ? PHB__AXIS_DATE : (uint8_t)(given->axis - 1);
}

/* Room for one more text. Places have 32 bits; more than they can tell apart is no memory either.
 */
static bool
make_room(struct phb__merge *merge, size_t size)
{
    size_t used = merge->dataset.text_size;
    if (merge->texts && size <= merge->text_capacity - used) {
        return true;
    }
    size_t capacity = used + size + merge->text_capacity / 2 + 4096;
    char *texts = capacity <= UINT32_MAX ? phb__arena_bytes(merge->arena, capacity) : NULL;
    if (!texts) {
        return false;
    }
    memcpy(texts, merge->dataset.texts, used);
    merge->texts = texts;
    merge->text_capacity = capacity;
    merge->dataset.texts = texts;
    return true;
}

bool
phb__merge_text(struct phb__merge *merge, const char *text, struct phb__law_text *out_text)
{
    size_t size = strlen(text) + 1;
    if (!make_room(merge, size)) {
        return false;
    }
    out_text->at = merge->dataset.text_size;
    memcpy(merge->texts + out_text->at, text, size);
    merge->dataset.text_size += (uint32_t)size;
    return true;
}

static phb_status
fail_at_value(phb_error *error, phb_status status, uint32_t parameter, uint32_t value,
              const char *message)
{
    char path[PHB__PATH_SIZE] = "";
    (void)phb__path_add(path, "parameters");
    (void)phb__path_add_index(path, parameter);
    (void)phb__path_add(path, "values");
    (void)phb__path_add_index(path, value);
    phb__fail_because(error, status, message);
    phb__error_at_path(error, path);
    return status;
}

phb_status
phb__merge_start_rows(struct phb__merge *merge, phb_error *error)
{
    size_t count = merge->base->row_count;
    const struct phb__overlay_parameter *given = merge->overlay->parameters.items;
    for (uint32_t i = 0; i < merge->overlay->parameters.count; i++) {
        const struct phb__overlay_value *values = given[i].values.items;
        for (uint32_t j = 0; j < given[i].values.count; j++) {
            count += values[j].bands.count > 0 ? values[j].bands.count : 1;
        }
    }
    if (count > ROWS_MAX) {
        return phb__fail_because(error, PHB_ERROR_LIMIT,
                                 "there are more values than rates may have");
    }
    merge->rows = phb__arena_take(merge->arena, count, sizeof *merge->rows);
    merge->dataset.rows = merge->rows;
    merge->dataset.row_count = 0;
    return merge->rows ? PHB_OK : phb__fail(error, PHB_ERROR_MEMORY);
}

/* No rate is more than twice the whole (small employers get back more than they paid), and no
 * months or days more than a life: products then fit 64 bits. */
static int64_t
largest_of(const char *unit)
{
    static const struct {
        const char *unit;
        int64_t largest;
    } bounds[] = {{"ppm", 2 * PHB_PPM}, {"months", 1800}, {"days", 36600}};
    for (size_t i = 0; i < sizeof bounds / sizeof bounds[0]; i++) {
        if (strcmp(bounds[i].unit, unit) == 0) {
            return bounds[i].largest;
        }
    }
    return PHB_PENCE_MAX;
}

static bool
is_in_bounds(const struct phb__overlay_parameter *given, const struct phb__overlay_value *value)
{
    int64_t largest = largest_of(phb__overlay_unit(given->unit));
    const struct phb__overlay_band *bands = value->bands.items;
    for (uint32_t i = 0; i < value->bands.count; i++) {
        if (bands[i].value > largest) {
            return false;
        }
    }
    return value->value <= largest;
}

/* Whether a value of the overlay is written as its parameter's axis and unit want it. */
static bool
is_well_formed(const struct phb__overlay_parameter *given, const struct phb__overlay_value *value)
{
    bool has_value = value->value != PHB_NUMBER_NONE;
    bool has_date = value->date != PHB_DATE_NONE;
    bool has_bands = value->bands.count > 0;
    if (has_value + has_date + has_bands != 1) {
        return false;
    }
    bool is_end = has_value && value->value == PHB__NUMBER_NULL;
    if (is_end) {
        return true;
    }
    bool wants_bands = phb__overlay_axis(given) == PHB__AXIS_AGE;
    bool wants_date = strcmp(phb__overlay_unit(given->unit), "date") == 0;
    return has_bands == wants_bands && has_date == wants_date;
}

static int64_t
plain_value(const struct phb__overlay_value *value)
{
    if (value->date != PHB_DATE_NONE) {
        return value->date;
    }
    return value->value == PHB__NUMBER_NULL ? PHB__RATE_ENDED : value->value;
}

static bool
row_precedes(const struct phb__rate_row *a, const struct phb__rate_row *b)
{
    return a->from != b->from ? a->from < b->from : a->age < b->age;
}

/* The base's rows of one parameter while the overlay's are worked in between them. */
struct base_rows {
    const struct phb__rate_row *next;
    const struct phb__rate_row *end;
};

static void
append(struct phb__merge *merge, struct phb__rate_parameter *out, const struct phb__rate_row *row)
{
    merge->rows[merge->dataset.row_count++] = *row;
    out->row_count++;
}

/* Works one row of the overlay in; false when it changes a value that is there without leave. */
static bool
work_in(struct phb__merge *merge, struct phb__rate_parameter *out, struct base_rows *base,
        const struct phb__rate_row *added, bool replace)
{
    while (base->next < base->end && row_precedes(base->next, added)) {
        append(merge, out, base->next++);
    }
    bool is_there = base->next < base->end && !row_precedes(added, base->next);
    if (!is_there) {
        append(merge, out, added);
        return true;
    }
    bool is_same = base->next->value == added->value && base->next->source == added->source &&
                   base->next->status == added->status;
    if (!is_same && !replace) {
        return false;
    }
    append(merge, out, is_same ? base->next : added);
    base->next++;
    return true;
}

/* One value of the overlay: one row, or one a band. */
static phb_status
work_value_in(struct phb__merge *merge, struct phb__rate_parameter *out, struct base_rows *base,
              const struct phb__overlay_value *value, const char **out_problem)
{
    static const char replaced[] =
        "the value is there already: say \"replace\": true to replace it";
    int32_t source = phb__ids_find(&merge->source_numbers, value->source);
    if (source < 0) {
        *out_problem = "source names no source that is given";
        return PHB_ERROR_NOT_FOUND;
    }
    struct phb__rate_row row = {.from = value->from,
                                .value = plain_value(value),
                                .source = (uint16_t)source,
                                .status =
                                    value->status == 2 ? PHB__ROW_ANNOUNCED : PHB__ROW_ENACTED,
                                .origin = merge->origin};
    const struct phb__overlay_band *bands = value->bands.items;
    uint32_t count = value->bands.count > 0 ? value->bands.count : 1;
    for (uint32_t i = 0; i < count; i++) {
        if (value->bands.count > 0) {
            row.age = (int16_t)bands[i].age_years;
            row.value = bands[i].value;
        }
        if (i > 0 && bands[i].age_years <= bands[i - 1].age_years) {
            *out_problem = "the ages must increase";
            return PHB_ERROR_RANGE;
        }
        if (!work_in(merge, out, base, &row, value->replace == 2)) {
            *out_problem = replaced;
            return PHB_ERROR_DUPLICATE;
        }
    }
    return PHB_OK;
}

phb_status
phb__merge_rows(struct phb__merge *merge, struct phb__rate_parameter *out,
                const struct phb__rate_parameter *base, const struct phb__overlay_parameter *given,
                uint32_t number, phb_error *error)
{
    struct base_rows rows = {NULL, NULL};
    if (base) {
        rows.next = merge->base->rows + base->first_row;
        rows.end = rows.next + base->row_count;
    }
    out->first_row = merge->dataset.row_count;
    out->row_count = 0;
    const struct phb__overlay_value *values = given ? given->values.items : NULL;
    for (uint32_t i = 0; given && i < given->values.count; i++) {
        if (!is_well_formed(given, &values[i])) {
            return fail_at_value(
                error, PHB_ERROR_RANGE, number, i,
                "a value needs one of value, date and bands, as axis and unit want it");
        }
        if (!is_in_bounds(given, &values[i])) {
            return fail_at_value(error, PHB_ERROR_RANGE, number, i,
                                 "the value is more than its unit allows");
        }
        if (i > 0 && values[i].from <= values[i - 1].from) {
            return fail_at_value(error, PHB_ERROR_RANGE, number, i, "the first days must increase");
        }
        const char *problem = NULL;
        phb_status status = work_value_in(merge, out, &rows, &values[i], &problem);
        if (status != PHB_OK) {
            return fail_at_value(error, status, number, i, problem);
        }
    }
    while (rows.next < rows.end) {
        append(merge, out, rows.next++);
    }
    return PHB_OK;
}

/* ---- spans ---- */

static bool
cuts(const struct phb__rate_parameter *parameter)
{
    return parameter->axis == PHB__AXIS_DATE && parameter->cuts_payslip;
}

/* Marks each day on which a span begins, one bit a day from the first day held; returns how many
 * there are. */
static uint32_t
mark_days(const struct phb__dataset *dataset, uint8_t *days)
{
    uint32_t count = 1;
    days[0] = 1;
    for (uint32_t i = 0; i < dataset->engine_parameter_count; i++) {
        const struct phb__rate_parameter *parameter = &dataset->parameters[i];
        for (uint32_t j = 0; cuts(parameter) && j < parameter->row_count; j++) {
            int64_t day =
                (int64_t)dataset->rows[parameter->first_row + j].from - dataset->first_day;
            if (day > 0 && (days[day / 8] >> (day % 8) & 1) == 0) {
                days[day / 8] |= (uint8_t)(1u << (day % 8));
                count++;
            }
        }
    }
    return count;
}

/* The row in force on a span's first day, searched on from the one of the span before. */
static uint16_t
row_from(const struct phb__dataset *dataset, const struct phb__rate_parameter *parameter,
         uint16_t last, int32_t day)
{
    uint32_t end = parameter->first_row + parameter->row_count;
    uint32_t next = last == PHB__ROW_NONE ? parameter->first_row : (uint32_t)last + 1;
    while (cuts(parameter) && next < end && dataset->rows[next].from <= day) {
        last = (uint16_t)next;
        next++;
    }
    return last;
}

static void
fill_spans(const struct phb__dataset *dataset, const uint8_t *days, size_t day_count,
           struct phb__law_span *spans, uint16_t *span_rows)
{
    uint32_t keys = dataset->engine_parameter_count;
    uint32_t count = 0;
    for (size_t day = 0; day < day_count; day++) {
        if ((days[day / 8] >> (day % 8) & 1) == 0) {
            continue;
        }
        int32_t from = dataset->first_day + (int32_t)day;
        spans[count] = (struct phb__law_span){from, count * keys};
        for (uint32_t key = 0; key < keys; key++) {
            uint16_t last = count == 0 ? PHB__ROW_NONE : span_rows[(count - 1) * keys + key];
            span_rows[count * keys + key] =
                row_from(dataset, &dataset->parameters[key], last, from);
        }
        count++;
    }
}

phb_status
phb__merge_spans(struct phb__merge *merge, phb_error *error)
{
    struct phb__dataset *dataset = &merge->dataset;
    size_t day_count = (size_t)(PHB_DATE_MAX - dataset->first_day) + 1;
    size_t bytes = day_count / 8 + 1;
    uint8_t *days = phb__allocate(merge->context, bytes, 1);
    if (!days) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    dataset->span_count = mark_days(dataset, days);
    struct phb__law_span *spans = phb__arena_take(merge->arena, dataset->span_count, sizeof *spans);
    size_t cells = (size_t)dataset->span_count * dataset->engine_parameter_count;
    uint16_t *span_rows = phb__arena_take(merge->arena, cells, sizeof *span_rows);
    if (spans && span_rows) {
        fill_spans(dataset, days, day_count, spans, span_rows);
        dataset->spans = spans;
        dataset->span_rows = span_rows;
    }
    phb__release(merge->context, days, bytes);
    return spans && span_rows ? PHB_OK : phb__fail(error, PHB_ERROR_MEMORY);
}
