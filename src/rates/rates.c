#include "rates/rates.h"

#include <stdatomic.h>

#include "core/alloc.h"
#include "core/error.h"

struct phb_rates {
    phb_context *context;
    phb_rates
        *self; /* counting references changes nothing that a holder of const rates could see */
    phb_rates *base; /* NULL: the built-in ones */
    const struct phb__dataset *dataset;
    struct phb__arena arena; /* of an overlay's dataset; unused by the built-in one */
    atomic_uint references;
};

const struct phb__dataset *
phb__rates_dataset(const phb_rates *rates)
{
    return rates ? rates->dataset : &phb__dataset_builtin;
}

phb_rates *
phb__rates_keep(const phb_rates *rates)
{
    return rates ? phb_rates_ref(rates->self) : NULL;
}

phb_rates *
phb__rates_new(phb_context *context, const phb_rates *base)
{
    phb_rates *rates = phb__allocate(context, 1, sizeof *rates);
    if (rates) {
        rates->context = phb_context_ref(context);
        rates->self = rates;
        rates->base = phb__rates_keep(base);
        rates->dataset = phb__rates_dataset(base);
        phb__arena_init(&rates->arena, context, 0);
        atomic_init(&rates->references, 1);
    }
    return rates;
}

struct phb__arena *
phb__rates_arena(phb_rates *rates)
{
    return &rates->arena;
}

void
phb__rates_set_dataset(phb_rates *rates, const struct phb__dataset *dataset)
{
    rates->dataset = dataset;
}

phb_status
phb_rates_builtin(phb_context *context, phb_rates **out_rates, phb_error *error)
{
    if (!out_rates) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    *out_rates = phb__rates_new(context, NULL);
    return *out_rates ? PHB_OK : phb__fail(error, PHB_ERROR_MEMORY);
}

phb_rates *
phb_rates_ref(phb_rates *rates)
{
    if (rates) {
        atomic_fetch_add_explicit(&rates->references, 1, memory_order_relaxed);
    }
    return rates;
}

void
phb_rates_unref(phb_rates *rates)
{
    /* A chain of overlays is let go of one by one, not by recursion. */
    while (rates && atomic_fetch_sub_explicit(&rates->references, 1, memory_order_acq_rel) == 1) {
        phb_context *context = rates->context;
        phb_rates *base = rates->base;
        phb__arena_free(&rates->arena);
        phb__release(context, rates, sizeof *rates);
        phb_context_unref(context);
        rates = base;
    }
}

const char *
phb_rates_edition(const phb_rates *rates)
{
    return phb__rates_dataset(rates)->edition;
}

phb_date
phb_rates_first_day(const phb_rates *rates)
{
    return phb__rates_dataset(rates)->first_day;
}

phb_date
phb_rates_last_day(const phb_rates *rates)
{
    return phb__rates_dataset(rates)->last_day;
}
