#ifndef PHB_MODEL_CHECK_OPTIONS_H
#define PHB_MODEL_CHECK_OPTIONS_H

#include <phb/check.h>

/* What was asked for, or the defaults for NULL. ARGUMENT, STRUCT, DATE. */
phb_status phb__check_options_take(const phb_check_options *given, phb_check_options *out,
                                   phb_error *error);

#endif
