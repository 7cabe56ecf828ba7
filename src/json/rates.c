/* Rates from a document of the format of the library's own data. */

#include "core/error.h"
#include "rates/overlay.h"
#include "json/read.h"
#include "json/scan.h"

static phb_status
read_overlay(const char *json, const cJSON *root, const phb_rates *base, phb_rates *rates,
             phb_error *error)
{
    struct phb__overlay overlay;
    struct phb__document document = {json, root, &phb__shape_overlay, phb__rates_arena(rates)};
    phb__shape_clear(&phb__shape_overlay, &overlay);
    phb_status status = phb__json_read(&document, &overlay, error);
    if (status != PHB_OK) {
        return status;
    }
    status = phb__overlay_apply(phb__rates_dataset(base), &overlay, rates, error);
    if (status != PHB_OK) {
        phb__json_locate(&document, error);
    }
    return status;
}

phb_status
phb_rates_overlay_json(phb_context *context, const phb_rates *base, const char *json, size_t size,
                       phb_rates **out_rates, phb_error *error)
{
    if (out_rates) {
        *out_rates = NULL;
    }
    if (!json || !out_rates) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    cJSON *root = NULL;
    phb_rates *rates = phb__rates_new(context, base);
    phb_status status = rates ? PHB_OK : phb__fail(error, PHB_ERROR_MEMORY);
    if (status == PHB_OK) {
        status = phb__json_scan(phb__rates_arena(rates), json, size, &root, error);
    }
    if (status == PHB_OK) {
        status = read_overlay(json, root, base, rates, error);
    }
    cJSON_Delete(root);
    if (status != PHB_OK) {
        phb_rates_unref(rates);
        return status;
    }
    *out_rates = rates;
    return PHB_OK;
}
