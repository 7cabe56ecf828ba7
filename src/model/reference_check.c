/*
 * Ids of a budget: each is said once within its kind, and whatever names one finds it. Assistants
 * and lines are one kind, for a computed line is found by the id of either.
 */

#include <string.h>

#include "core/alloc.h"
#include "core/error.h"
#include "core/ids.h"
#include "model/check.h"

/* An assistant's value is its index; a line's stands behind all of theirs. */
struct tables {
    struct phb__ids ids;
    struct phb__ids funders;
    struct phb__ids agreed;
    uint32_t *named_by; /* of each assistant: one more than the index of the last line naming it */
};

static bool
open_tables(struct tables *tables, const phb_context *context,
            const struct phb__budget_content *content)
{
    size_t assistants = content->assistants.count;
    tables->named_by = phb__allocate(context, assistants + 1, sizeof *tables->named_by);
    /* Each of them, so that all may be freed. */
    bool has_ids = phb__ids_init(&tables->ids, context, assistants + content->lines.count);
    bool has_funders = phb__ids_init(&tables->funders, context, content->funders.count);
    bool has_agreed = phb__ids_init(&tables->agreed, context, content->agreed_lines.count);
    return tables->named_by && has_ids && has_funders && has_agreed;
}

static void
close_tables(struct tables *tables, const phb_context *context, size_t assistants)
{
    phb__release(context, tables->named_by, (assistants + 1) * sizeof *tables->named_by);
    phb__ids_free(&tables->ids);
    phb__ids_free(&tables->funders);
    phb__ids_free(&tables->agreed);
}

static phb_status
check_unique(struct tables *tables, const struct phb__budget_content *content, phb_error *error)
{
    static const char twice[] = "id is already the id of another assistant or line";
    const struct phb__assistant *assistants = phb__budget_assistants(content);
    const struct phb__line *lines = phb__budget_lines(content);
    const phb_funder *funders = phb__budget_funders(content);
    uint32_t count = content->assistants.count;
    for (uint32_t i = 0; i < count; i++) {
        if (!phb__ids_add(&tables->ids, assistants[i].given.id, (int32_t)i)) {
            return phb__fail_at(error, PHB_ERROR_DUPLICATE,
                                phb__place_in(phb__place_of("assistants", i), "id"), twice);
        }
    }
    for (uint32_t i = 0; i < content->lines.count; i++) {
        if (!phb__ids_add(&tables->ids, lines[i].given.id, (int32_t)(count + i))) {
            return phb__fail_at(error, PHB_ERROR_DUPLICATE,
                                phb__place_in(phb__place_of("lines", i), "id"), twice);
        }
    }
    for (uint32_t i = 0; i < content->funders.count; i++) {
        if (!phb__ids_add(&tables->funders, funders[i].id, (int32_t)i)) {
            return phb__fail_at(error, PHB_ERROR_DUPLICATE,
                                phb__place_in(phb__place_of("funders", i), "id"),
                                "id is already the id of another funder");
        }
    }
    return PHB_OK;
}

static phb_status
check_funder(const struct tables *tables, const char *funder, struct phb__place place,
             phb_error *error)
{
    bool is_said = funder && funder[0] != '\0';
    return is_said && phb__ids_find(&tables->funders, funder) < 0
               ? phb__fail_at(error, PHB_ERROR_NOT_FOUND, phb__place_in(place, "funder"),
                              "funder is not the id of any of the funders")
               : PHB_OK;
}

static phb_status
check_line_assistants(struct tables *tables, const struct phb__budget_content *content,
                      uint32_t index, phb_error *error)
{
    const struct phb__line *line = &phb__budget_lines(content)[index];
    const char *const *named = line->assistants.items;
    struct phb__place place = phb__place_of("lines", index);
    for (uint32_t i = 0; i < line->assistants.count; i++) {
        int32_t found = phb__ids_find(&tables->ids, named[i]);
        if (found < 0 || (uint32_t)found >= content->assistants.count) {
            return phb__fail_at(error, PHB_ERROR_NOT_FOUND, phb__place_item(place, "assistants", i),
                                "this is not the id of any of the assistants");
        }
        if (tables->named_by[found] == index + 1) {
            return phb__fail_at(error, PHB_ERROR_DUPLICATE, phb__place_item(place, "assistants", i),
                                "this assistant is named already");
        }
        tables->named_by[found] = index + 1;
    }
    return PHB_OK;
}

/* What the costing works out for the budget as a whole has no assistant and no line. */
static bool
stands_for_itself(const char *id)
{
    return strcmp(id, "contingency") == 0 || strcmp(id, "wheelchair") == 0 ||
           strcmp(id, "employment_allowance") == 0;
}

static phb_status
check_agreed(struct tables *tables, const struct phb__budget_content *content, phb_error *error)
{
    const struct phb__agreed_line *agreed = content->agreed_lines.items;
    for (uint32_t i = 0; i < content->agreed_lines.count; i++) {
        const char *id = agreed[i].id;
        bool is_known = phb__ids_find(&tables->ids, id) >= 0 || stands_for_itself(id);
        phb_status status = PHB_OK;
        if (!is_known) {
            status = PHB_ERROR_NOT_FOUND;
        } else if (!phb__ids_add(&tables->agreed, id, (int32_t)i)) {
            status = PHB_ERROR_DUPLICATE;
        }
        if (status != PHB_OK) {
            struct phb__place place = {.count = 0};
            return phb__fail_at(error, status,
                                phb__place_in(phb__place_in(place, "agreed_by_line"), id),
                                is_known ? "agreed_by_line has this twice"
                                         : "a key of agreed_by_line is not the id of any "
                                           "assistant or line");
        }
    }
    return PHB_OK;
}

static phb_status
check_names(struct tables *tables, const struct phb__budget_content *content, phb_error *error)
{
    const struct phb__assistant *assistants = phb__budget_assistants(content);
    const struct phb__line *lines = phb__budget_lines(content);
    phb_status status = PHB_OK;
    for (uint32_t i = 0; i < content->assistants.count && status == PHB_OK; i++) {
        status =
            check_funder(tables, assistants[i].given.funder, phb__place_of("assistants", i), error);
    }
    for (uint32_t i = 0; i < content->lines.count && status == PHB_OK; i++) {
        status = check_line_assistants(tables, content, i, error);
        if (status == PHB_OK) {
            status = check_funder(tables, lines[i].given.funder, phb__place_of("lines", i), error);
        }
    }
    return status == PHB_OK ? check_agreed(tables, content, error) : status;
}

phb_status
phb__check_references(const phb_context *context, const struct phb__budget_content *content,
                      phb_error *error)
{
    struct tables tables;
    phb_status status = open_tables(&tables, context, content)
                            ? check_unique(&tables, content, error)
                            : phb__fail(error, PHB_ERROR_MEMORY);
    if (status == PHB_OK) {
        status = check_names(&tables, content, error);
    }
    close_tables(&tables, context, content->assistants.count);
    return status;
}
