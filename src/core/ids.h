/* Ids, found without searching: a table of what was said so far, with room for a known number. */
#ifndef PHB_CORE_IDS_H
#define PHB_CORE_IDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <phb/context.h>

#include "core/arena.h"

struct phb__ids {
    const phb_context *context;
    struct phb__ids_slot {
        const char *id; /* NULL: free */
        int32_t value;
    } * slots;
    size_t slot_count; /* a power of two, at least twice as many as ids */
};

/* false when out of memory. Ids are kept by pointer and must outlive the table. */
bool phb__ids_init(struct phb__ids *ids, const phb_context *context, size_t room);
void phb__ids_free(struct phb__ids *ids);

/* The same in an arena that frees it: for several tables that are needed together. */
bool phb__ids_init_in(struct phb__ids *ids, struct phb__arena *arena, size_t room);

/* false when the id is there already. */
bool phb__ids_add(struct phb__ids *ids, const char *id, int32_t value);

/* The value of an id, -1 when it is not there. */
int32_t phb__ids_find(const struct phb__ids *ids, const char *id);

#endif
