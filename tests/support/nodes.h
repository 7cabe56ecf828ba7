/*
 * The nodes of cJSON, whose memory comes from no context, and runs out on its own:
 *
 *     nodes_fail(n, FAILING_ONCE);
 *     … status = call(…); …
 *     bool failed = nodes_restore();
 */
#ifndef PHB_TESTS_SUPPORT_NODES_H
#define PHB_TESTS_SUPPORT_NODES_H

#include <stdbool.h>
#include <stddef.h>

#include "support/failing.h"

/* From now on the n-th allocation of a node fails, counted from 1. */
void nodes_fail(size_t n, enum failing_how how);

/* Nodes are allocated as ever; was one refused? Fails the test when any is still held. */
bool nodes_restore(void);

#endif
