#include "render/chain_words.h"

#include <string.h>

const char *const phb__chain_levels[PHB__CHAIN_LEVELS] = {"need", "outcome", "action", "cost"};

struct phb__chain_link
phb__chain_link_of(const phb_table *links, size_t row)
{
    struct phb__chain_link link = {
        .id = phb_table_text(links, "id", row),
        .words = phb_table_text(links, "words", row),
        .lacks_above = phb_table_text(links, "lacks_above", row),
        .lacks_below = phb_table_text(links, "lacks_below", row),
        .parent = phb_table_int32(links, "parent", NULL)[row],
        .same_as = phb_table_int32(links, "same_as", NULL)[row],
        .is_free = phb_table_int32(links, "free", NULL)[row] != 0,
        .amount = phb_table_int64(links, "amount", NULL)[row],
    };
    const char *level = phb_table_text(links, "level", row);
    while (link.level + 1 < PHB__CHAIN_LEVELS &&
           strcmp(phb__chain_levels[link.level], level) != 0) {
        link.level++;
    }
    return link;
}

struct lack {
    const char *lacks;
    const char *words;
};

static const char *
words_of(const struct lack *lacks, size_t count, const char *missing)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(lacks[i].lacks, missing) == 0) {
            return lacks[i].words;
        }
    }
    return NULL;
}

const char *
phb__chain_lacks_above(const struct phb__chain_link *link)
{
    static const struct lack above[] = {{"need", "answers no need"},
                                        {"outcome", "works towards no outcome"},
                                        {"action", "is in no action"}};
    return words_of(above, sizeof above / sizeof above[0], link->lacks_above);
}

const char *
phb__chain_lacks_below(const struct phb__chain_link *link)
{
    static const struct lack below[] = {{"outcome", "no outcome answers this need"},
                                        {"action", "no action works towards this"},
                                        {"cost", "not said whether this costs anything"},
                                        {"money", "not paid for"}};
    const char *words = words_of(below, sizeof below / sizeof below[0], link->lacks_below);
    bool is_short = words && link->amount != PHB_PENCE_NONE;
    return is_short ? "less was agreed than this costs" : words;
}

bool
phb__chain_has_actions(const phb_table *links)
{
    bool is_found = false;
    for (size_t row = 0; row < phb_table_rows(links) && !is_found; row++) {
        is_found = strcmp(phb_table_text(links, "level", row), "action") == 0 ||
                   strcmp(phb_table_text(links, "lacks_above", row), "action") == 0;
    }
    return is_found;
}

const char *
phb__chain_heading(const struct phb__chain_link *link, bool are_actions_here)
{
    if (link->parent != PHB__NO_ROW || link->level == 0) {
        return NULL;
    }
    if (link->lacks_above[0] != '\0') {
        return "What hangs on nothing";
    }
    bool is_overhead = link->level == PHB__CHAIN_LEVELS - 1 && are_actions_here;
    return is_overhead ? "What comes with employing people or holding the money"
                       : "What belongs to a part that is not in this plan";
}
