#include "core/context.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "core/alloc.h"
#include "core/error.h"
#include "core/input.h"

struct phb_context {
    phb_allocator allocator;
    phb_limits limits;
    atomic_size_t references;
    phb_context *self; /* the way back from a pointer to const, for the count */
};

static const phb_limits widest_limits = {
    .json_bytes = 4194304,
    .json_values = 262144,
    .json_levels = 32,
    .text_bytes = 65536,
    .lines = 1000,
};

/* What the options were in version 0.1; members are only ever added behind. */
#define FIRST_OPTIONS_SIZE (offsetof(phb_context_options, limits) + sizeof(phb_limits))

static phb_status
settle_allocator(phb_allocator *allocator, phb_error *error)
{
    int given =
        (allocator->allocate ? 1 : 0) + (allocator->resize ? 1 : 0) + (allocator->release ? 1 : 0);
    if (given == 0) {
        *allocator = *phb__default_allocator();
        return PHB_OK;
    }
    if (given < 3) {
        return phb__fail_because(error, PHB_ERROR_ARGUMENT,
                                 "an allocator must have all of allocate, resize and release");
    }
    return PHB_OK;
}

static phb_status
settle_limits(phb_limits *limits, phb_error *error)
{
    const struct {
        uint32_t *limit;
        uint32_t widest;
        const char *message;
    } rows[] = {
        {&limits->json_bytes, widest_limits.json_bytes, "json_bytes must be at most 4194304"},
        {&limits->json_values, widest_limits.json_values, "json_values must be at most 262144"},
        {&limits->json_levels, widest_limits.json_levels, "json_levels must be at most 32"},
        {&limits->text_bytes, widest_limits.text_bytes, "text_bytes must be at most 65536"},
        {&limits->lines, widest_limits.lines, "lines must be at most 1000"},
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        if (*rows[i].limit > rows[i].widest) {
            return phb__fail_because(error, PHB_ERROR_RANGE, rows[i].message);
        }
        if (*rows[i].limit == 0) {
            *rows[i].limit = rows[i].widest;
        }
    }
    return PHB_OK;
}

/* A reserved member that is used was meant for a library that knows what it is for. */
static phb_status
settle_options(phb_context_options *wanted, phb_error *error)
{
    if (wanted->reserved != 0 || wanted->limits.reserved != 0) {
        return phb__fail_because(error, PHB_ERROR_STRUCT, "reserved must be 0");
    }
    phb_status status = settle_allocator(&wanted->allocator, error);
    if (status != PHB_OK) {
        return status;
    }
    return settle_limits(&wanted->limits, error);
}

void
phb_context_options_init(phb_context_options *options, uint32_t size)
{
    const phb_context_options defaults = PHB_CONTEXT_OPTIONS_INIT;
    phb__input_init(options, size, &defaults, sizeof defaults);
}

phb_status
phb_context_new(const phb_context_options *options, phb_context **out_context, phb_error *error)
{
    if (!out_context) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    *out_context = NULL;

    phb_context_options wanted = PHB_CONTEXT_OPTIONS_INIT;
    phb_status status = PHB_OK;
    if (options) {
        status = phb__input_copy(&wanted, sizeof(wanted), FIRST_OPTIONS_SIZE, options, error);
    }
    if (status == PHB_OK) {
        status = settle_options(&wanted, error);
    }
    if (status != PHB_OK) {
        return status;
    }

    /* A context lives in memory of its own allocator, so a draft of it has to come first. */
    struct phb_context draft = {.allocator = wanted.allocator, .limits = wanted.limits};
    phb_context *context = phb__allocate(&draft, 1, sizeof(*context));
    if (!context) {
        return phb__fail(error, PHB_ERROR_MEMORY);
    }
    context->allocator = wanted.allocator;
    context->limits = wanted.limits;
    context->self = context;
    atomic_init(&context->references, 1);
    *out_context = context;
    return PHB_OK;
}

phb_context *
phb_context_ref(phb_context *context)
{
    /* Whoever takes a reference already holds one, so nothing has to be made visible here. */
    if (context) {
        atomic_fetch_add_explicit(&context->references, 1, memory_order_relaxed);
    }
    return context;
}

void
phb_context_unref(phb_context *context)
{
    if (!context) {
        return;
    }
    /* The last one out must see what every other thread did before it let go. */
    if (atomic_fetch_sub_explicit(&context->references, 1, memory_order_acq_rel) == 1) {
        phb__release(context, context, sizeof(*context));
    }
}

phb_context *
phb__context_keep(const phb_context *context)
{
    return context ? phb_context_ref(context->self) : NULL;
}

const phb_limits *
phb__limits(const phb_context *context)
{
    return context ? &context->limits : &widest_limits;
}

const phb_allocator *
phb__allocator(const phb_context *context)
{
    return context ? &context->allocator : phb__default_allocator();
}
