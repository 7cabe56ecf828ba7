/*
 * Memory that lives and dies together: what a budget or a costing is made of. Blocks are chained,
 * each at least as large as the one before, so that n bytes cost O(log n) allocations; nothing is
 * freed on its own.
 */
#ifndef PHB_CORE_ARENA_H
#define PHB_CORE_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <phb/context.h>

struct phb__arena_block;

struct phb__arena {
    const phb_context *context;
    struct phb__arena_block *newest;
    size_t next_bytes; /* size of the next block */
};

/* No memory is taken before the first request. first_bytes of 0 means a sensible small block. */
void phb__arena_init(struct phb__arena *arena, const phb_context *context, size_t first_bytes);

/*
 * Zeroed and aligned for anything; NULL when out of memory or when count × size overflows. Nothing
 * at all (count or size 0) is not NULL either.
 */
void *phb__arena_take(struct phb__arena *arena, size_t count, size_t size);

/* Bytes for text: neither zeroed nor aligned; NULL when out of memory. */
char *phb__arena_bytes(struct phb__arena *arena, size_t size);

/* A copy of size bytes of text with a NUL behind; NULL when out of memory. */
const char *phb__arena_text(struct phb__arena *arena, const char *text, size_t size);

/* The arena may be used again afterwards. */
void phb__arena_free(struct phb__arena *arena);

/*
 * A growing list of equal items inside an arena. Growing leaves the old items behind in the arena
 * (at most as many again), which is cheaper than bookkeeping for lists that are filled once.
 */
struct phb__list {
    void *items;
    uint32_t count;
    uint32_t capacity;
};

/*
 * Room for so many items in an empty list: one that is filled to a known number leaves nothing
 * behind. Only a hint: at most PHB__LIST_RESERVED items, since what is announced may be no items at
 * all. false when out of memory.
 */
#define PHB__LIST_RESERVED ((uint32_t)1024)
bool phb__list_reserve(struct phb__list *list, struct phb__arena *arena, size_t count,
                       size_t item_size);

/* A zeroed new last item, or NULL when out of memory. Earlier items may move. */
void *phb__list_add(struct phb__list *list, struct phb__arena *arena, size_t item_size);

#endif
