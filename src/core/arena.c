#include "core/arena.h"

#include <stdalign.h>
#include <string.h>

#include "core/alloc.h"

#define FIRST_BYTES ((size_t)1024)
#define FIRST_ITEMS ((uint32_t)4)

struct phb__arena_block {
    struct phb__arena_block *older;
    size_t bytes; /* of data */
    size_t used;
    alignas(max_align_t) unsigned char data[];
};

static size_t
block_size(size_t data_bytes)
{
    return offsetof(struct phb__arena_block, data) + data_bytes;
}

/*
 * A new newest block with at least this much room. A request that is larger than its turn gets a
 * block of its own size: one long text must not make every later block as large.
 */
static struct phb__arena_block *
add_block(struct phb__arena *arena, size_t bytes)
{
    bool is_large = bytes > arena->next_bytes;
    size_t data_bytes = is_large ? bytes : arena->next_bytes;
    if (data_bytes > SIZE_MAX / 2) {
        return NULL;
    }
    struct phb__arena_block *block = phb__resize(arena->context, NULL, 0, block_size(data_bytes));
    if (!block) {
        return NULL;
    }
    *block = (struct phb__arena_block){.older = arena->newest, .bytes = data_bytes};
    arena->newest = block;
    arena->next_bytes = is_large ? arena->next_bytes : data_bytes * 2;
    return block;
}

/* Room in the newest block behind what is used, or in a new one. Alignment is a power of two. */
static void *
take_bytes(struct phb__arena *arena, size_t bytes, size_t alignment)
{
    struct phb__arena_block *block = arena->newest;
    if (block) {
        size_t start = (block->used + alignment - 1) & ~(alignment - 1);
        if (start <= block->bytes && bytes <= block->bytes - start) {
            block->used = start + bytes;
            return block->data + start;
        }
    }
    block = add_block(arena, bytes);
    if (!block) {
        return NULL;
    }
    block->used = bytes;
    return block->data;
}

void
phb__arena_init(struct phb__arena *arena, const phb_context *context, size_t first_bytes)
{
    arena->context = context;
    arena->newest = NULL;
    arena->next_bytes = first_bytes > 0 ? first_bytes : FIRST_BYTES;
}

void *
phb__arena_take(struct phb__arena *arena, size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / size) {
        return NULL;
    }
    void *memory = take_bytes(arena, count * size, alignof(max_align_t));
    return memory && count * size > 0 ? memset(memory, 0, count * size) : memory;
}

char *
phb__arena_bytes(struct phb__arena *arena, size_t size)
{
    return take_bytes(arena, size, 1);
}

const char *
phb__arena_text(struct phb__arena *arena, const char *text, size_t size)
{
    if (size == SIZE_MAX) {
        return NULL;
    }
    char *copy = take_bytes(arena, size + 1, 1);
    if (copy && size > 0) {
        memcpy(copy, text, size);
    }
    if (copy) {
        copy[size] = '\0';
    }
    return copy;
}

void
phb__arena_free(struct phb__arena *arena)
{
    struct phb__arena_block *block = arena->newest;
    while (block) {
        struct phb__arena_block *older = block->older;
        phb__release(arena->context, block, block_size(block->bytes));
        block = older;
    }
    arena->newest = NULL;
}

/* Earlier items are copied into the new room. */
static bool
make_room(struct phb__list *list, struct phb__arena *arena, uint32_t capacity, size_t item_size)
{
    void *items = phb__arena_take(arena, capacity, item_size);
    if (!items) {
        return false;
    }
    if (list->count > 0) {
        memcpy(items, list->items, list->count * item_size);
    }
    list->items = items;
    list->capacity = capacity;
    return true;
}

bool
phb__list_reserve(struct phb__list *list, struct phb__arena *arena, size_t count, size_t item_size)
{
    size_t capacity = count < PHB__LIST_RESERVED ? count : PHB__LIST_RESERVED;
    return capacity <= list->capacity || make_room(list, arena, (uint32_t)capacity, item_size);
}

void *
phb__list_add(struct phb__list *list, struct phb__arena *arena, size_t item_size)
{
    if (list->count == list->capacity) {
        if (list->capacity > UINT32_MAX / 2) {
            return NULL;
        }
        uint32_t capacity = list->capacity > 0 ? list->capacity * 2 : FIRST_ITEMS;
        if (!make_room(list, arena, capacity, item_size)) {
            return NULL;
        }
    }
    unsigned char *items = list->items;
    return items + item_size * list->count++;
}
