/* phb-policy/1: in by the shapes of the model, out by the same. */

#include "model/policy.h"
#include "core/document.h"
#include "core/error.h"
#include "core/text.h"
#include "json/read.h"
#include "json/scan.h"

static phb_status
read_content(const char *json, const cJSON *root, phb_policy *policy, phb_error *error)
{
    struct phb__document document = {json, root, &phb__shape_policy, &policy->arena};
    phb_status status = phb__json_read(&document, &policy->content, error);
    if (status != PHB_OK) {
        return status;
    }
    status = phb__policy_check(policy->context, &policy->content, error);
    if (status != PHB_OK) {
        phb__json_locate(&document, error);
        return status;
    }
    return phb__policy_set_edition(policy, error);
}

phb_status
phb_policy_from_json(phb_context *context, const char *json, size_t size, phb_policy **out_policy,
                     phb_error *error)
{
    if (out_policy) {
        *out_policy = NULL;
    }
    if (!json || !out_policy) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    cJSON *root = NULL;
    phb_policy *policy = NULL;
    /* The copy of the document and most of what is made of it, in one block. */
    phb_status status = phb__policy_new(context, size * 3 + 512, &policy, error);
    if (status == PHB_OK) {
        status = phb__json_scan(&policy->arena, json, size, &root, error);
    }
    if (status == PHB_OK) {
        status = read_content(json, root, policy, error);
    }
    cJSON_Delete(root);
    if (status != PHB_OK) {
        phb_policy_unref(policy);
        return status;
    }
    *out_policy = policy;
    return PHB_OK;
}

phb_status
phb_policy_to_json(const phb_policy *policy, phb_text **out_text, phb_error *error)
{
    if (out_text) {
        *out_text = NULL;
    }
    if (!policy || !out_text) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__builder builder;
    phb__builder_init(&builder, policy->context);
    phb__json_write(&builder, &phb__shape_policy, &policy->content);
    return phb__builder_finish(&builder, out_text, error);
}
