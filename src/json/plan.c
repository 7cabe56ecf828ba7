/* phb-plan/1: in by the shapes of the model, out by the same. */

#include "model/plan.h"

#include "core/document.h"
#include "core/error.h"
#include "core/text.h"
#include "json/read.h"
#include "json/scan.h"

static phb_status
read_content(const char *json, const cJSON *root, phb_plan *plan, phb_error *error)
{
    struct phb__document document = {json, root, &phb__shape_plan, &plan->budget->memory->arena};
    phb_status status = phb__json_read(&document, &plan->content, error);
    if (status != PHB_OK) {
        return status;
    }
    status = phb__plan_check_read(plan, error);
    if (status != PHB_OK) {
        phb__json_locate(&document, error);
        return status;
    }
    /* Whether the law of the period is held is known only when it is costed: then the error says
     * where. */
    phb_error period = PHB_ERROR_INIT;
    phb__error_at_path(&period, "/budget/period");
    phb__json_locate(&document, &period);
    plan->budget->period_position = period.position;
    return PHB_OK;
}

phb_status
phb_plan_from_json(phb_context *context, const char *json, size_t size, phb_plan **out_plan,
                   phb_error *error)
{
    if (out_plan) {
        *out_plan = NULL;
    }
    if (!json || !out_plan) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    cJSON *root = NULL;
    phb_plan *plan = NULL;
    /* The copy of the document and what is made of it, in one block: besides the copy that is less
     * than half of the document, unless it is little but references. */
    phb_status status = phb__plan_new(context, size + size / 2 + 1024, &plan, error);
    if (status == PHB_OK) {
        status = phb__json_scan(&plan->budget->memory->arena, json, size, &root, error);
    }
    if (status == PHB_OK) {
        status = read_content(json, root, plan, error);
    }
    cJSON_Delete(root);
    if (status != PHB_OK) {
        phb_plan_free(plan);
        return status;
    }
    *out_plan = plan;
    return PHB_OK;
}

phb_status
phb_plan_to_json(const phb_plan *plan, phb_text **out_text, phb_error *error)
{
    if (out_text) {
        *out_text = NULL;
    }
    if (!plan || !out_text) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__builder builder;
    phb__builder_init(&builder, plan->context);
    phb__json_write(&builder, &phb__shape_plan, &plan->content);
    return phb__builder_finish(&builder, out_text, error);
}
