#include "support/failing.h"

#include <stdlib.h>
#include <string.h>

#include <check.h>

/* In front of every block, so that the size said on release can be checked. */
union header {
    size_t size;
    max_align_t alignment;
};

static bool
is_refused(struct failing *failing)
{
    failing->calls++;
    bool is_due = failing->calls == failing->fail_at;
    bool is_past = failing->how == FAILING_FROM_N && failing->calls > failing->fail_at;
    bool refused = failing->fail_at > 0 && (is_due || is_past);
    failing->failures += refused ? 1u : 0u;
    return refused;
}

static void *
take(struct failing *failing, size_t size)
{
    union header *header = malloc(sizeof(*header) + size);
    if (!header) {
        return NULL;
    }
    header->size = size;
    failing->live_bytes += size;
    failing->live_blocks++;
    /* Nobody may rely on fresh memory being zero. */
    memset(header + 1, 0xA5, size);
    return header + 1;
}

static void *
failing_allocate(void *user, size_t size)
{
    struct failing *failing = user;
    return is_refused(failing) ? NULL : take(failing, size);
}

static void
failing_release(void *user, void *memory, size_t size)
{
    struct failing *failing = user;
    union header *header = (union header *)memory - 1;
    failing->wrong_sizes += header->size != size ? 1u : 0u;
    failing->live_bytes -= header->size;
    failing->live_blocks--;
    /* Whoever reads it afterwards is to notice. */
    memset(memory, 0x5A, header->size);
    free(header);
}

/* Always moves: whoever keeps the old address is to notice. */
static void *
failing_resize(void *user, void *memory, size_t old_size, size_t size)
{
    struct failing *failing = user;
    void *moved = is_refused(failing) ? NULL : take(failing, size);
    if (!moved) {
        return NULL;
    }
    memcpy(moved, memory, old_size < size ? old_size : size);
    failing_release(user, memory, old_size);
    return moved;
}

phb_context *
failing_context(struct failing *failing, size_t n, enum failing_how how)
{
    *failing = (struct failing){.how = how};

    phb_context_options options = PHB_CONTEXT_OPTIONS_INIT;
    options.allocator = (phb_allocator){
        .allocate = failing_allocate,
        .resize = failing_resize,
        .release = failing_release,
        .user = failing,
    };
    ck_assert_int_eq(phb_context_new(&options, &failing->context, NULL), PHB_OK);
    failing->calls = 0;
    failing->fail_at = n;
    return failing->context;
}

void
failing_close(struct failing *failing)
{
    phb_context_unref(failing->context);
    failing->context = NULL;
    ck_assert_uint_eq(failing->wrong_sizes, 0);
    ck_assert_uint_eq(failing->live_blocks, 0);
    ck_assert_uint_eq(failing->live_bytes, 0);
}
