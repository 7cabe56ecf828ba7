#include "cli/batch_totals.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAME_SIZE 32
#define KEY_SIZE 72 /* an id is at most 64 characters */
#define FIRST_COUNT 32

struct batch_total {
    char name[NAME_SIZE];
    char key[KEY_SIZE];
    bool is_pence;
    int64_t value;
};

/* ---- adding ---- */

/* NULL when there is no memory for another one. */
static struct batch_total *
total_of(struct batch_totals *totals, const char *name, const char *key, bool is_pence)
{
    for (size_t i = 0; i < totals->count; i++) {
        struct batch_total *item = &totals->items[i];
        if (strcmp(item->key, key) == 0 && strcmp(item->name, name) == 0) {
            return item;
        }
    }
    if (totals->count == totals->capacity) {
        size_t capacity = totals->capacity == 0 ? FIRST_COUNT : totals->capacity * 2;
        struct batch_total *items = realloc(totals->items, capacity * sizeof *items);
        if (!items) {
            totals->failed = true;
            return NULL;
        }
        totals->items = items;
        totals->capacity = capacity;
    }
    struct batch_total *item = &totals->items[totals->count++];
    (void)snprintf(item->name, sizeof item->name, "%s", name);
    (void)snprintf(item->key, sizeof item->key, "%s", key);
    item->is_pence = is_pence;
    item->value = 0;
    return item;
}

/* Beyond what can be counted it stays there, and is shown as none. */
static void
add(struct batch_total *item, int64_t value)
{
    if (!item) {
        return;
    }
    if (value > 0 && item->value > INT64_MAX - value) {
        item->value = INT64_MAX;
    } else if (value < 0 && item->value < INT64_MIN - value) {
        item->value = INT64_MIN;
    } else {
        item->value += value;
    }
}

void
totals_count(struct batch_totals *totals, const char *name, const char *key, int64_t number)
{
    add(total_of(totals, name, key, false), number);
}

void
totals_pence(struct batch_totals *totals, const char *name, const char *key, phb_pence pence)
{
    add(total_of(totals, name, key, true), pence);
}

void
totals_add(struct batch_totals *totals, const struct batch_totals *others)
{
    totals->lines += others->lines;
    totals->refused += others->refused;
    totals->has_findings = totals->has_findings || others->has_findings;
    totals->failed = totals->failed || others->failed;
    for (size_t i = 0; i < others->count; i++) {
        const struct batch_total *item = &others->items[i];
        add(total_of(totals, item->name, item->key, item->is_pence), item->value);
    }
}

void
totals_clear(struct batch_totals *totals)
{
    totals->lines = 0;
    totals->refused = 0;
    totals->has_findings = false;
    totals->count = 0;
}

void
totals_free(struct batch_totals *totals)
{
    free(totals->items);
    totals->items = NULL;
}

/* ---- showing ---- */

/* The sum of many budgets may be more than phb_pence_format writes for one. */
static void
put_value(struct batch_text *out, const struct batch_total *item, const char *quote)
{
    char pence[8];
    bool is_beyond = item->value == INT64_MAX || item->value == INT64_MIN;
    if (is_beyond) {
        text_put(out, "null");
        return;
    }
    if (!item->is_pence) {
        text_put_number(out, item->value);
        return;
    }
    int64_t amount = item->value < 0 ? -item->value : item->value;
    text_put(out, quote);
    text_put(out, item->value < 0 ? "-" : "");
    text_put_number(out, amount / 100);
    (void)snprintf(pence, sizeof pence, ".%02d", (int)(amount % 100));
    text_put(out, pence);
    text_put(out, quote);
}

void
totals_put_text(const struct batch_totals *totals, const char *file, struct batch_text *out)
{
    text_put(out, "phb: ");
    text_put(out, file);
    text_put(out, ": ");
    text_put_number(out, totals->lines);
    text_put(out, totals->lines == 1 ? " document, " : " documents, ");
    text_put_number(out, totals->refused);
    text_put(out, " refused\n");
    for (size_t i = 0; i < totals->count; i++) {
        const struct batch_total *item = &totals->items[i];
        text_put(out, "  ");
        text_put(out, item->name);
        text_put(out, item->key[0] == '\0' ? "" : " ");
        text_put(out, item->key);
        text_put(out, ": ");
        put_value(out, item, "");
        text_put(out, "\n");
    }
}

static bool
is_first_of_group(const struct batch_totals *totals, size_t index)
{
    for (size_t i = 0; i < index; i++) {
        if (strcmp(totals->items[i].name, totals->items[index].name) == 0) {
            return false;
        }
    }
    return true;
}

static void
put_group(const struct batch_totals *totals, size_t first, struct batch_text *out)
{
    text_put(out, "{");
    for (size_t i = first; i < totals->count; i++) {
        const struct batch_total *item = &totals->items[i];
        if (strcmp(item->name, totals->items[first].name) == 0) {
            text_put(out, i == first ? "" : ", ");
            text_put_json(out, item->key);
            text_put(out, ": ");
            put_value(out, item, "\"");
        }
    }
    text_put(out, "}");
}

void
totals_put_json(const struct batch_totals *totals, struct batch_text *out)
{
    text_put(out, "{\n  \"documents\": ");
    text_put_number(out, totals->lines);
    text_put(out, ",\n  \"refused\": ");
    text_put_number(out, totals->refused);
    for (size_t i = 0; i < totals->count; i++) {
        const struct batch_total *item = &totals->items[i];
        if (!is_first_of_group(totals, i)) {
            continue;
        }
        text_put(out, ",\n  ");
        text_put_json(out, item->name);
        text_put(out, ": ");
        if (item->key[0] == '\0') {
            put_value(out, item, "\"");
        } else {
            put_group(totals, i, out);
        }
    }
    text_put(out, "\n}\n");
}
