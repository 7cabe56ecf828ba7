#include "core/ids.h"

#include <string.h>

#include "core/alloc.h"

/* FNV-1a, 32 bits: short texts spread well, and a hostile choice of ids costs at most their number
 * squared. */
static uint32_t
hash_of(const char *id)
{
    uint32_t hash = 2166136261u;
    for (; *id != '\0'; id++) {
        hash = (hash ^ (unsigned char)*id) * 16777619u;
    }
    return hash;
}

static size_t
slots_for(size_t room)
{
    size_t count = 16;
    while (count < room * 2) {
        count *= 2;
    }
    return count;
}

bool
phb__ids_init(struct phb__ids *ids, const phb_context *context, size_t room)
{
    ids->context = context;
    ids->slot_count = slots_for(room);
    ids->slots = phb__allocate(context, ids->slot_count, sizeof *ids->slots);
    return ids->slots != NULL;
}

bool
phb__ids_init_in(struct phb__ids *ids, struct phb__arena *arena, size_t room)
{
    ids->context = arena->context;
    ids->slot_count = slots_for(room);
    ids->slots = phb__arena_take(arena, ids->slot_count, sizeof *ids->slots);
    return ids->slots != NULL;
}

void
phb__ids_free(struct phb__ids *ids)
{
    phb__release(ids->context, ids->slots, ids->slot_count * sizeof *ids->slots);
    ids->slots = NULL;
}

/* Where an id is, or the free place where it would be. */
static struct phb__ids_slot *
slot_of(const struct phb__ids *ids, const char *id)
{
    size_t at = hash_of(id) & (ids->slot_count - 1);
    while (ids->slots[at].id && strcmp(ids->slots[at].id, id) != 0) {
        at = (at + 1) & (ids->slot_count - 1);
    }
    return &ids->slots[at];
}

bool
phb__ids_add(struct phb__ids *ids, const char *id, int32_t value)
{
    struct phb__ids_slot *slot = slot_of(ids, id);
    if (slot->id) {
        return false;
    }
    *slot = (struct phb__ids_slot){id, value};
    return true;
}

int32_t
phb__ids_find(const struct phb__ids *ids, const char *id)
{
    const struct phb__ids_slot *slot = slot_of(ids, id);
    return slot->id ? slot->value : -1;
}
