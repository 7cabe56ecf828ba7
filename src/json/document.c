/* What a document says it is. */

#include <phb/document.h>
#include <string.h>

#include "core/error.h"
#include "json/node.h"
#include "json/scan.h"

static phb_document
document_of(const cJSON *root)
{
    static const char *const formats[] = {[PHB_DOCUMENT_BUDGET] = "phb-budget/1",
                                          [PHB_DOCUMENT_PLAN] = "phb-plan/1",
                                          [PHB_DOCUMENT_POLICY] = "phb-policy/1"};
    const cJSON *member = phb__node_is(root, cJSON_Object) ? root->child : NULL;
    while (member && strcmp(member->string, "format") != 0) {
        member = member->next;
    }
    for (size_t i = PHB_DOCUMENT_BUDGET; i < sizeof formats / sizeof formats[0] && member; i++) {
        if (phb__node_is(member, cJSON_String) && strcmp(member->valuestring, formats[i]) == 0) {
            return (phb_document)i;
        }
    }
    return (phb_document)0;
}

phb_status
phb_document_of(phb_context *context, const char *json, size_t size, phb_document *out_document,
                phb_error *error)
{
    if (!json || !out_document) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    struct phb__arena arena;
    cJSON *root = NULL;
    phb__arena_init(&arena, context, size + 512);
    phb_status status = phb__json_scan(&arena, json, size, &root, error);
    if (status == PHB_OK) {
        *out_document = document_of(root);
    }
    cJSON_Delete(root);
    phb__arena_free(&arena);
    return status;
}
