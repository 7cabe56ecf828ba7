/*
 * A budget as the engine reads it: the public structs, with lists, all in one arena. The JSON
 * reader fills it by the shapes, the builder call by call; phb__budget_check says whether it holds
 * together.
 */
#ifndef PHB_MODEL_BUDGET_H
#define PHB_MODEL_BUDGET_H

#include <stdatomic.h>

#include <phb/budget.h>

#include "core/arena.h"
#include "core/shape.h"

/* A rate or an amount from a day on. */
struct phb__dated {
    phb_date from;
    int64_t penny_hundredths;
};

struct phb__hours {
    phb_hours given;
    struct phb__list rates; /* struct phb__dated, by day; empty: given.rate_penny_hundredths */
};

struct phb__assistant {
    phb_assistant given;
    struct phb__list hours; /* struct phb__hours */
};

struct phb__line {
    phb_line given;
    struct phb__list amounts; /* struct phb__dated, by day; empty: given.amount_penny_hundredths */
    struct phb__list assistants; /* const char *: the ids it is about; empty: all */
};

/* Of the Employment Allowance, outside this budget. */
struct phb__allowance_used {
    int64_t tax_year; /* named by the year it starts in */
    phb_pence amount;
};

struct phb__agreed_line {
    const char *id;
    phb_pence amount;
};

/* What a document says; the root of the shapes. */
struct phb__budget_content {
    phb_budget_settings settings;
    struct phb__list assistants;     /* struct phb__assistant */
    struct phb__list lines;          /* struct phb__line */
    struct phb__list funders;        /* phb_funder */
    struct phb__list allowance_used; /* struct phb__allowance_used */
    struct phb__list agreed_lines;   /* struct phb__agreed_line */
};

/* What a budget is made of in memory, shared with the costings that were made of it. */
struct phb__budget_memory {
    phb_context *context;
    struct phb__arena arena;
    atomic_uint references;
};

struct phb_budget {
    phb_context *context;
    struct phb__budget_memory *memory;
    struct phb__budget_content content;
    bool is_checked;         /* found to hold together, and nothing was said since */
    int64_t period_position; /* in the document; -1 when it was built call by call */
};

/*
 * A costing keeps a copy of the content and the memory behind it. What is added to the budget
 * afterwards lies behind the items that the copy counts; an item that is changed is copied first.
 */
struct phb__budget_memory *phb__budget_memory_ref(struct phb__budget_memory *memory);
void phb__budget_memory_unref(struct phb__budget_memory *memory);

extern const struct phb__shape phb__shape_budget;
extern const struct phb__shape phb__shape_assistant;
extern const struct phb__shape phb__shape_hours;
extern const struct phb__shape phb__shape_line;
extern const struct phb__shape phb__shape_funder;

/* Everything that is said is allowed and all that is required is there. The error has a path. */
phb_status phb__budget_check(const phb_context *context, const struct phb__budget_content *content,
                             phb_error *error);

/* The same for one that was read from a document: its reader has checked each value by itself. */
phb_status phb__budget_check_read(const phb_context *context,
                                  const struct phb__budget_content *content, phb_error *error);

/* The items, typed. */
const struct phb__assistant *phb__budget_assistants(const struct phb__budget_content *content);
const struct phb__line *phb__budget_lines(const struct phb__budget_content *content);
const phb_funder *phb__budget_funders(const struct phb__budget_content *content);
const struct phb__hours *phb__assistant_hours(const struct phb__assistant *assistant);

/* Flat pay, by the night, and not by the hour. */
bool phb__hours_are_flat(const phb_hours *hours);

/* What holds on a day: the dated one, or the only one there is. */
int64_t phb__dated_on(const struct phb__list *dated, int64_t otherwise, phb_date day);

/* The first and last day somebody is employed, or a line runs, within the period. */
phb_date phb__day_or(phb_date date, phb_date otherwise);

#endif
