/* What is asked of a check, and of whatever else looks at a plan in the same way. */

#include "model/check_options.h"

#include <stddef.h>

#include "core/date.h"
#include "core/error.h"
#include "core/input.h"

void
phb_check_options_init(phb_check_options *options, uint32_t size)
{
    const phb_check_options defaults = PHB_CHECK_OPTIONS_INIT;
    phb__input_init(options, size, &defaults, sizeof defaults);
}

/* What the options held in version 0.1. */
#define FIRST_SIZE_OPTIONS (offsetof(phb_check_options, superseded) + sizeof(const phb_plan *))

phb_status
phb__check_options_take(const phb_check_options *given, phb_check_options *out, phb_error *error)
{
    phb_status status = PHB_OK;
    if (given) {
        status = phb__input_copy(out, sizeof *out, FIRST_SIZE_OPTIONS, given, error);
    }
    if (status == PHB_OK && out->as_of != PHB_DATE_NONE && !phb__date_is_valid(out->as_of)) {
        status = phb__fail_because(error, PHB_ERROR_DATE,
                                   "as_of is not a day of the calendar from 1900 to 2199");
    }
    return status;
}
