/* A list of what happened, into a request for a schedule. */

#include "core/arena.h"
#include "core/error.h"
#include "model/schedule_request.h"
#include "json/read.h"
#include "json/scan.h"

phb_status
phb_schedule_request_add_events_json(phb_schedule_request *request, const char *json, size_t size,
                                     phb_error *error)
{
    if (!request || !json) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    cJSON *root = NULL;
    struct phb__arena arena; /* nothing of the document is kept */
    struct phb__list happened = {NULL, 0, 0};
    phb__arena_init(&arena, request->context, size + 512);
    phb_status status = phb__json_scan(&arena, json, size, &root, error);
    if (status == PHB_OK) {
        struct phb__document document = {json, root, &phb__shape_happened, &arena};
        status = phb__json_read_list(&document, &happened, error);
    }
    if (status == PHB_OK) {
        status = phb__schedule_request_add_happened(request, &happened, error);
    }
    cJSON_Delete(root);
    phb__arena_free(&arena);
    return status;
}
