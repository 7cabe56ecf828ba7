/* What a chain shows, however it is set. */
#ifndef PHB_RENDER_CHAIN_WORDS_H
#define PHB_RENDER_CHAIN_WORDS_H

#include <phb/chain.h>
#include <stdbool.h>

#define PHB__CHAIN_TITLE "From each need to what pays for it"
#define PHB__NO_ROW (-1)

#define PHB__CHAIN_LEVELS ((size_t)4)
extern const char *const phb__chain_levels[PHB__CHAIN_LEVELS];

/* The columns of one row. */
struct phb__chain_link {
    size_t level; /* of phb__chain_levels */
    const char *id;
    const char *words;
    const char *lacks_above;
    const char *lacks_below;
    int32_t parent;
    int32_t same_as;
    bool is_free;
    int64_t amount;
};

struct phb__chain_link phb__chain_link_of(const phb_table *links, size_t row);

/* What is missing on either side of a link; NULL for nothing. */
const char *phb__chain_lacks_above(const struct phb__chain_link *link);
const char *phb__chain_lacks_below(const struct phb__chain_link *link);

/* Are there actions, or are they missed? Else they are not in this plan, and costs cannot be in
 * one. */
bool phb__chain_has_actions(const phb_table *links);

/*
 * Rows come in the order of the plan: needs, what belongs to a part that is not here, what hangs on
 * nothing, then what employing costs. NULL for a link that needs no heading.
 */
const char *phb__chain_heading(const struct phb__chain_link *link, bool are_actions_here);

#endif
