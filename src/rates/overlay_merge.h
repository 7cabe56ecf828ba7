/* The pieces of a merge: overlay.c says what is merged, overlay_merge.c puts the rows in order. */
#ifndef PHB_RATES_OVERLAY_MERGE_H
#define PHB_RATES_OVERLAY_MERGE_H

#include "core/ids.h"
#include "rates/lookup.h"
#include "rates/overlay.h"

struct phb__merge {
    const struct phb__dataset *base;
    const struct phb__overlay *overlay;
    const phb_context *context;
    struct phb__arena *arena;
    struct phb__dataset dataset; /* what comes out */
    struct phb__rate_row *rows;  /* dataset.rows, while they are being put together */
    char *texts;                 /* dataset.texts, once one is added */
    size_t text_capacity;
    struct phb__ids source_numbers; /* the overlay's source keys: numbers in dataset.sources */
    struct phb__ids
        parameter_numbers; /* the overlay's parameter keys: numbers in overlay.parameters */
    uint8_t origin;
};

/* The axis of an overlay's parameter. */
uint8_t phb__overlay_axis(const struct phb__overlay_parameter *given);

/* A text of the overlay for the dataset; false when out of memory. */
bool phb__merge_text(struct phb__merge *merge, const char *text, struct phb__law_text *out_text);

/* Room for all rows. */
phb_status phb__merge_start_rows(struct phb__merge *merge, phb_error *error);

/* Appends the rows of one parameter, the base's and the overlay's in order; either may be NULL. */
phb_status phb__merge_rows(struct phb__merge *merge, struct phb__rate_parameter *out,
                           const struct phb__rate_parameter *base,
                           const struct phb__overlay_parameter *given, uint32_t number,
                           phb_error *error);

/* The exceptions to the ordinary bank holidays, and up to when these are published. */
phb_status phb__merge_bank_holidays(struct phb__merge *merge, phb_error *error);

/* Cuts the law into spans inside which no value that a payslip uses changes. */
phb_status phb__merge_spans(struct phb__merge *merge, phb_error *error);

#endif
