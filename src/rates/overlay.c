/*
 * Laying an overlay over a dataset: sources, parameters, rows, letters and bank holidays are merged
 * in order, then the spans of the law are cut anew. What an overlay repeats word for word changes
 * nothing; what it changes must say so.
 */

#include "rates/overlay.h"

#include <string.h>

#include "core/error.h"
#include "core/ids.h"
#include "core/path.h"
#include "core/unit.h"
#include "rates/letters.h"
#include "rates/overlay_merge.h"

/* New parameters are put in order one by one, so their number is bounded. */
#define PARAMETERS_MAX 1000

/* Stretches of letters are numbered in 8 bits. */
#define LETTERS_MAX 255

static phb_status
fail_at(phb_error *error, phb_status status, const char *list, uint32_t index, const char *message)
{
    char path[PHB__PATH_SIZE] = "";
    (void)phb__path_add(path, list);
    (void)phb__path_add_index(path, index);
    phb__fail_because(error, status, message);
    phb__error_at_path(error, path);
    return status;
}

/* ---- sources ---- */

static const char *
joined(struct phb__arena *arena, const struct phb__list *texts)
{
    const char *const *items = texts->items;
    size_t size = 1;
    for (uint32_t i = 0; i < texts->count; i++) {
        size += strlen(items[i]) + 2;
    }
    char *text = phb__arena_take(arena, size, 1);
    char *end = text;
    for (uint32_t i = 0; text && i < texts->count; i++) {
        const char *separator = i == 0 ? "" : "; ";
        size_t length = strlen(items[i]);
        memcpy(end, separator, strlen(separator));
        end += strlen(separator);
        memcpy(end, items[i], length);
        end += length;
    }
    return text;
}

/* A source of the overlay, its texts lent by the document. */
struct source_texts {
    const char *title;
    const char *citation;
    const char *read_in;
    const char *checked_against;
};

static bool
same_source(const struct phb__dataset *base, const struct phb__rate_source *a,
            const struct source_texts *b)
{
    return strcmp(phb__law_text(base, a->title), b->title) == 0 &&
           strcmp(phb__law_text(base, a->citation), b->citation) == 0 &&
           strcmp(phb__law_text(base, a->read_in), b->read_in) == 0 &&
           strcmp(phb__law_text(base, a->checked_against), b->checked_against) == 0;
}

static bool
add_source(struct phb__merge *merge, const char *key, const struct source_texts *texts,
           struct phb__rate_source *out)
{
    return phb__merge_text(merge, key, &out->key) &&
           phb__merge_text(merge, texts->title, &out->title) &&
           phb__merge_text(merge, texts->citation, &out->citation) &&
           phb__merge_text(merge, texts->read_in, &out->read_in) &&
           phb__merge_text(merge, texts->checked_against, &out->checked_against);
}

/* Numbers one source of the overlay: the base's own where it is the same, else a new one. */
static phb_status
merge_source(struct phb__merge *merge, const struct phb__ids *known,
             const struct phb__overlay_source *given, struct phb__rate_source *sources,
             phb_error *error)
{
    struct source_texts texts = {given->title, given->citation, given->read_in,
                                 joined(merge->arena, &given->checked_against)};
    if (!texts.checked_against) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    int32_t number = phb__ids_find(known, given->key);
    if (number < 0 || !same_source(merge->base, &sources[number], &texts)) {
        number = (int32_t)merge->dataset.source_count++;
        if (!add_source(merge, given->key, &texts, &sources[number])) {
            return phb__fail(error, PHB_ERROR_MEMORY);
        }
    }
    if (!phb__ids_add(&merge->source_numbers, given->key, number)) {
        phb__fail_because(error, PHB_ERROR_DUPLICATE, "a source is given twice");
        phb__error_at_path(error, "/sources");
        return PHB_ERROR_DUPLICATE;
    }
    return PHB_OK;
}

static phb_status
merge_sources(struct phb__merge *merge, phb_error *error)
{
    const struct phb__dataset *base = merge->base;
    const struct phb__overlay_source *given = merge->overlay->sources.items;
    uint32_t given_count = merge->overlay->sources.count;
    struct phb__rate_source *sources =
        phb__arena_take(merge->arena, (size_t)base->source_count + given_count, sizeof *sources);
    if (!sources) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    memcpy(sources, base->sources, base->source_count * sizeof *sources);
    merge->dataset.sources = sources;
    if ((size_t)base->source_count + given_count > UINT16_MAX) {
        return phb__fail_because(error, PHB_ERROR_LIMIT,
                                 "there are more sources than rates may have");
    }
    struct phb__ids known;
    if (!phb__ids_init(&known, merge->context, base->source_count)) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    for (uint32_t i = 0; i < base->source_count; i++) {
        (void)phb__ids_add(&known, phb__law_text(base, base->sources[i].key), (int32_t)i);
    }
    phb_status status = PHB_OK;
    for (uint32_t i = 0; i < given_count && status == PHB_OK; i++) {
        status = merge_source(merge, &known, &given[i], sources, error);
    }
    phb__ids_free(&known);
    return status;
}

/* ---- parameters ---- */

static phb_status
check_same_kind(const struct phb__merge *merge, const struct phb__rate_parameter *base,
                const struct phb__overlay_parameter *given, uint32_t index, phb_error *error)
{
    bool cuts = given->cuts_payslip == 2;
    const char *unit = phb__law_text(merge->base, base->unit);
    if (strcmp(unit, phb__overlay_unit(given->unit)) != 0 ||
        base->axis != phb__overlay_axis(given) || base->cuts_payslip != cuts) {
        return fail_at(error, PHB_ERROR_RANGE, "parameters", index,
                       "unit, axis and cuts_payslip must be those the parameter has");
    }
    return PHB_OK;
}

/* Which parameter of the overlay speaks of each key; new ones are put in order behind the base's.
 */
static phb_status
index_parameters(struct phb__merge *merge, phb_error *error)
{
    const struct phb__overlay_parameter *given = merge->overlay->parameters.items;
    for (uint32_t i = 0; i < merge->overlay->parameters.count; i++) {
        if (!phb__ids_add(&merge->parameter_numbers, given[i].key, (int32_t)i)) {
            return fail_at(error, PHB_ERROR_DUPLICATE, "parameters", i, "the key is given twice");
        }
    }
    return PHB_OK;
}

static phb_status
merge_known(struct phb__merge *merge, struct phb__rate_parameter *out,
            const struct phb__rate_parameter *base, phb_error *error)
{
    const struct phb__overlay_parameter *given = merge->overlay->parameters.items;
    const char *key = phb__law_text(merge->base, base->key);
    int32_t number = phb__ids_find(&merge->parameter_numbers, key);
    *out = *base;
    if (number < 0) {
        return phb__merge_rows(merge, out, base, NULL, 0, error);
    }
    phb_status status = check_same_kind(merge, base, &given[number], (uint32_t)number, error);
    return status == PHB_OK
               ? phb__merge_rows(merge, out, base, &given[number], (uint32_t)number, error)
               : status;
}

/* A new parameter, moved forward to its place among the overlays' own. */
static phb_status
merge_new(struct phb__merge *merge, struct phb__rate_parameter *parameters, uint32_t number,
          phb_error *error)
{
    const struct phb__overlay_parameter *given = merge->overlay->parameters.items;
    const char *key = given[number].key;
    struct phb__rate_parameter added = {.axis = phb__overlay_axis(&given[number]),
                                        .cuts_payslip = given[number].cuts_payslip == 2};
    phb_status status = phb__merge_rows(merge, &added, NULL, &given[number], number, error);
    if (status != PHB_OK) {
        return status;
    }
    if (!phb__merge_text(merge, key, &added.key) ||
        !phb__merge_text(merge, given[number].label, &added.label) ||
        !phb__merge_text(merge, phb__overlay_unit(given[number].unit), &added.unit)) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    uint32_t at = merge->dataset.parameter_count++;
    while (at > merge->base->engine_parameter_count &&
           strcmp(phb__law_text(&merge->dataset, parameters[at - 1].key), key) > 0) {
        parameters[at] = parameters[at - 1];
        at--;
    }
    parameters[at] = added;
    return PHB_OK;
}

static phb_status
merge_parameters(struct phb__merge *merge, phb_error *error)
{
    const struct phb__dataset *base = merge->base;
    const struct phb__overlay_parameter *given = merge->overlay->parameters.items;
    uint32_t given_count = merge->overlay->parameters.count;
    if (given_count > PARAMETERS_MAX) {
        return fail_at(error, PHB_ERROR_LIMIT, "parameters", PARAMETERS_MAX,
                       "there are more than rates may have");
    }
    struct phb__rate_parameter *parameters = phb__arena_take(
        merge->arena, (size_t)base->parameter_count + given_count, sizeof *parameters);
    if (!parameters) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    phb_status status = index_parameters(merge, error);
    for (uint32_t i = 0; i < base->parameter_count && status == PHB_OK; i++) {
        status = merge_known(merge, &parameters[i], &base->parameters[i], error);
    }
    merge->dataset.parameters = parameters;
    merge->dataset.parameter_count = base->parameter_count;
    for (uint32_t i = 0; i < given_count && status == PHB_OK; i++) {
        if (!phb__parameter_find(base, given[i].key)) {
            status = merge_new(merge, parameters, i, error);
        }
    }
    return status;
}

/* ---- letters ---- */

static bool
comes_before(const struct phb__ni_letter *a, const struct phb__ni_letter *b)
{
    return a->letter != b->letter ? a->letter < b->letter : a->from < b->from;
}

/* Puts a letter, still without its label, in its place. */
static phb_status
put_letter(struct phb__merge *merge, struct phb__ni_letter *letters, struct phb__ni_letter *added,
           uint32_t index, phb_error *error)
{
    const struct phb__overlay_letter *given = merge->overlay->letters.items;
    const char *label = given[index].label;
    uint32_t *count = &merge->dataset.letter_count;
    uint32_t at = *count;
    while (at > 0 && comes_before(added, &letters[at - 1])) {
        at--;
    }
    struct phb__ni_letter *before = at > 0 ? &letters[at - 1] : NULL;
    bool is_there = before && before->letter == added->letter && before->from == added->from;
    if (is_there && before->until == added->until && before->relief == added->relief &&
        before->source == added->source &&
        strcmp(phb__law_text(&merge->dataset, before->label), label) == 0) {
        return PHB_OK;
    }
    if (is_there && given[index].replace != 2) {
        return fail_at(error, PHB_ERROR_DUPLICATE, "ni_letters", index,
                       "the letter is there already: say \"replace\": true to replace it");
    }
    if (!phb__merge_text(merge, label, &added->label)) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    if (is_there) {
        *before = *added;
        return PHB_OK;
    }
    memmove(&letters[at + 1], &letters[at], (*count - at) * sizeof *letters);
    letters[at] = *added;
    ++*count;
    return PHB_OK;
}

static phb_status
merge_letters(struct phb__merge *merge, phb_error *error)
{
    const struct phb__dataset *base = merge->base;
    const struct phb__overlay_letter *given = merge->overlay->letters.items;
    uint32_t given_count = merge->overlay->letters.count;
    if ((size_t)base->letter_count + given_count > LETTERS_MAX) {
        return fail_at(error, PHB_ERROR_LIMIT, "ni_letters", 0,
                       "there are more than rates may have");
    }
    struct phb__ni_letter *letters =
        phb__arena_take(merge->arena, (size_t)base->letter_count + given_count, sizeof *letters);
    if (!letters) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    memcpy(letters, base->letters, base->letter_count * sizeof *letters);
    merge->dataset.letters = letters;
    merge->dataset.letter_count = base->letter_count;
    phb_status status = PHB_OK;
    for (uint32_t i = 0; i < given_count && status == PHB_OK; i++) {
        int32_t source = phb__ids_find(&merge->source_numbers, given[i].source);
        if (source < 0) {
            return fail_at(error, PHB_ERROR_NOT_FOUND, "ni_letters", i,
                           "source names no source that is given");
        }
        struct phb__ni_letter added = {.letter = given[i].letter[0],
                                       .relief = (uint8_t)(given[i].relief - 1),
                                       .from = given[i].from,
                                       .until = given[i].until == PHB_DATE_NONE ? INT32_MAX
                                                                                : given[i].until,
                                       .source = (uint16_t)source,
                                       .origin = merge->origin};
        status = put_letter(merge, letters, &added, i, error);
    }
    for (uint32_t i = 1; i < merge->dataset.letter_count && status == PHB_OK; i++) {
        if (letters[i].letter == letters[i - 1].letter && letters[i].from <= letters[i - 1].until) {
            phb__fail_because(error, PHB_ERROR_RANGE, "two stretches of one letter overlap");
            phb__error_at_path(error, "/ni_letters");
            status = PHB_ERROR_RANGE;
        }
    }
    phb__letters_index(&merge->dataset);
    return status;
}

/* ---- the whole ---- */

static const char *
new_edition(const struct phb__merge *merge)
{
    const char *pieces[] = {merge->base->edition, "+", merge->overlay->family,
                            merge->overlay->version ? "/" : "",
                            merge->overlay->version ? merge->overlay->version : ""};
    size_t size = 1;
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        size += strlen(pieces[i]);
    }
    char *edition = phb__arena_take(merge->arena, size, 1);
    for (size_t i = 0, at = 0; edition && i < sizeof pieces / sizeof pieces[0]; i++) {
        memcpy(edition + at, pieces[i], strlen(pieces[i]));
        at += strlen(pieces[i]);
    }
    return edition;
}

static phb_status
begin(struct phb__merge *merge, phb_error *error)
{
    const struct phb__overlay *overlay = merge->overlay;
    merge->dataset = *merge->base;
    merge->dataset.edition = new_edition(merge);
    merge->dataset.overlay_count = merge->base->overlay_count + 1;
    if (merge->dataset.overlay_count > UINT8_MAX) {
        return phb__fail_because(error, PHB_ERROR_LIMIT,
                                 "there are more overlays than rates may have");
    }
    merge->origin = (uint8_t)merge->dataset.overlay_count;
    if (overlay->last_day != PHB_DATE_NONE) {
        if (overlay->last_day < merge->base->last_day) {
            phb__fail_because(error, PHB_ERROR_RANGE,
                              "last_day must not be before the day the base is complete to");
            phb__error_at_path(error, "/last_day");
            return PHB_ERROR_RANGE;
        }
        merge->dataset.last_day = overlay->last_day;
    }
    bool has_memory =
        merge->dataset.edition &&
        phb__ids_init(&merge->source_numbers, merge->context, overlay->sources.count) &&
        phb__ids_init(&merge->parameter_numbers, merge->context, overlay->parameters.count);
    return has_memory ? PHB_OK : phb__fail(error, PHB_ERROR_MEMORY);
}

static phb_status
merge_all(struct phb__merge *merge, phb_error *error)
{
    phb_status status = begin(merge, error);
    if (status == PHB_OK) {
        status = merge_sources(merge, error);
    }
    if (status == PHB_OK) {
        status = phb__merge_start_rows(merge, error);
    }
    if (status == PHB_OK) {
        status = merge_parameters(merge, error);
    }
    if (status == PHB_OK) {
        status = merge_letters(merge, error);
    }
    if (status == PHB_OK) {
        status = phb__merge_bank_holidays(merge, error);
    }
    return status == PHB_OK ? phb__merge_spans(merge, error) : status;
}

phb_status
phb__overlay_apply(const struct phb__dataset *base, const struct phb__overlay *overlay,
                   phb_rates *rates, phb_error *error)
{
    struct phb__arena *arena = phb__rates_arena(rates);
    struct phb__merge merge = {
        .base = base, .overlay = overlay, .arena = arena, .context = arena->context};
    phb_status status = merge_all(&merge, error);
    phb__ids_free(&merge.source_numbers);
    phb__ids_free(&merge.parameter_numbers);
    if (status != PHB_OK) {
        return status;
    }
    struct phb__dataset *dataset = phb__arena_take(arena, 1, sizeof *dataset);
    if (!dataset) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    *dataset = merge.dataset;
    phb__rates_set_dataset(rates, dataset);
    return PHB_OK;
}
