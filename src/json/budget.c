/* phb-budget/1: in by the shapes of the model, out by the same. */

#include "model/budget.h"
#include "core/document.h"
#include "core/error.h"
#include "core/text.h"
#include "json/read.h"
#include "json/scan.h"

static phb_status
read_content(const char *json, const cJSON *root, phb_budget *budget, phb_error *error)
{
    struct phb__document document = {json, root, &phb__shape_budget, &budget->memory->arena};
    phb_status status = phb__json_read(&document, &budget->content, error);
    if (status != PHB_OK) {
        return status;
    }
    status = phb__budget_check_read(budget->context, &budget->content, error);
    if (status != PHB_OK) {
        phb__json_locate(&document, error);
        return status;
    }
    budget->is_checked = true;
    /* Whether the law of the period is held is known only when it is costed: then the error says
     * where. */
    phb_error period = PHB_ERROR_INIT;
    phb__error_at_path(&period, "/period");
    phb__json_locate(&document, &period);
    budget->period_position = period.position;
    return PHB_OK;
}

phb_status
phb_budget_from_json(phb_context *context, const char *json, size_t size, phb_budget **out_budget,
                     phb_error *error)
{
    if (out_budget) {
        *out_budget = NULL;
    }
    if (!json || !out_budget) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    cJSON *root = NULL;
    phb_budget *budget = NULL;
    phb_status status = phb_budget_new(context, &budget, error);
    if (status == PHB_OK) {
        /* The copy of the document and most of what is made of it, in one block. */
        phb__arena_init(&budget->memory->arena, context, size * 3 + 512);
        status = phb__json_scan(&budget->memory->arena, json, size, &root, error);
    }
    if (status == PHB_OK) {
        status = read_content(json, root, budget, error);
    }
    cJSON_Delete(root);
    if (status != PHB_OK) {
        phb_budget_free(budget);
        return status;
    }
    *out_budget = budget;
    return PHB_OK;
}

phb_status
phb_budget_to_json(const phb_budget *budget, phb_text **out_text, phb_error *error)
{
    if (out_text) {
        *out_text = NULL;
    }
    if (!budget || !out_text) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__builder builder;
    phb__builder_init(&builder, budget->context);
    phb__json_write(&builder, &phb__shape_budget, &budget->content);
    return phb__builder_finish(&builder, out_text, error);
}
