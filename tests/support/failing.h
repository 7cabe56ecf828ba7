/*
 * A context whose memory runs out when a test wants it to, and that counts what is still held. A
 * test of out-of-memory is a loop over n = 1, 2, 3 … until the call succeeds:
 *
 *     struct failing failing;
 *     phb_context *context = failing_context(&failing, n, FAILING_ONCE);
 *     … phb_status status = call(context, …); free what it gave …
 *     failing_close(&failing);
 */
#ifndef PHB_TESTS_SUPPORT_FAILING_H
#define PHB_TESTS_SUPPORT_FAILING_H

#include <stdbool.h>
#include <stddef.h>

#include <phb/context.h>

enum failing_how {
    FAILING_ONCE,  /* the n-th allocation only */
    FAILING_FROM_N /* the n-th and all behind it */
};

/* Stays where it is as long as the context lives. */
struct failing {
    phb_context *context;
    size_t fail_at; /* 0 is never */
    enum failing_how how;
    size_t calls;      /* allocations and resizes asked for, the context's own not counted */
    size_t failures;   /* of these, refused */
    size_t live_bytes; /* the context's own included */
    size_t live_blocks;
    size_t wrong_sizes; /* blocks given back, or resized, with another size than they had */
};

/*
 * A context of which the n-th allocation or resize fails, counted from 1; n of 0 only counts. The
 * caller's reference is `failing->context`, given back by failing_close.
 */
phb_context *failing_context(struct failing *failing, size_t n, enum failing_how how);

/* Fails the test when anything is still held, or was given back with a wrong size. */
void failing_close(struct failing *failing);

#endif
