#include "support/nodes.h"

#include <stdlib.h>

#include <cJSON.h>
#include <check.h>

/* The hooks know no user: this is why they are the test's to set, and never the library's. */
static struct {
    size_t fail_at;
    enum failing_how how;
    size_t calls;
    size_t failures;
    size_t live;
} nodes;

static void *
node_allocate(size_t size)
{
    nodes.calls++;
    bool is_refused =
        nodes.how == FAILING_ONCE ? nodes.calls == nodes.fail_at : nodes.calls >= nodes.fail_at;
    nodes.failures += is_refused ? 1 : 0;
    void *block = is_refused ? NULL : malloc(size);
    nodes.live += block ? 1 : 0;
    return block;
}

static void
node_release(void *block)
{
    nodes.live -= block ? 1 : 0;
    free(block);
}

void
nodes_fail(size_t n, enum failing_how how)
{
    cJSON_Hooks hooks = {node_allocate, node_release};
    nodes.fail_at = n;
    nodes.how = how;
    nodes.calls = nodes.failures = nodes.live = 0;
    cJSON_InitHooks(&hooks);
}

bool
nodes_restore(void)
{
    cJSON_InitHooks(NULL);
    ck_assert_msg(nodes.live == 0, "%zu nodes stay when number %zu fails", nodes.live,
                  nodes.fail_at);
    return nodes.failures > 0;
}
