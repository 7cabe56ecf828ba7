/* A chain as a family reads it: each need, and below it what is planned, by whom it is paid. */

#include <phb/chain.h>
#include <phb/version.h>
#include <string.h>

#include "core/error.h"
#include "render/words.h"

#define WIDTH 96
#define AMOUNT_WIDTH 14
#define NO_ROW (-1)

static const char *const levels[] = {"need", "outcome", "action", "cost"};

#define LEVELS (sizeof levels / sizeof levels[0])

/* The columns of one row. */
struct link {
    size_t level; /* of `levels` */
    const char *id;
    const char *words;
    const char *lacks_above;
    const char *lacks_below;
    int32_t parent;
    int32_t same_as;
    bool is_free;
    int64_t amount;
};

static struct link
link_of(const phb_table *links, size_t row)
{
    struct link link = {
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
    while (link.level + 1 < LEVELS && strcmp(levels[link.level], level) != 0) {
        link.level++;
    }
    return link;
}

/* ---- what is missing ---- */

static const struct {
    const char *lacks;
    const char *words;
} above[] = {{"need", "answers no need"},
             {"outcome", "works towards no outcome"},
             {"action", "is in no action"}},
  below[] = {{"outcome", "no outcome answers this need"},
             {"action", "no action works towards this"},
             {"cost", "not said whether this costs anything"},
             {"money", "not paid for"}};

static void
put_lack(struct phb__builder *builder, const struct link *link, size_t indent)
{
    for (size_t i = 0; i < sizeof above / sizeof above[0]; i++) {
        if (strcmp(above[i].lacks, link->lacks_above) == 0) {
            phb__put_repeat(builder, ' ', indent);
            phb__put(builder, "! ");
            phb__put(builder, above[i].words);
            phb__put(builder, "\n");
        }
    }
    for (size_t i = 0; i < sizeof below / sizeof below[0]; i++) {
        if (strcmp(below[i].lacks, link->lacks_below) == 0) {
            bool is_short = link->amount != PHB_PENCE_NONE;
            phb__put_repeat(builder, ' ', indent);
            phb__put(builder, "! ");
            phb__put(builder, is_short ? "less was agreed than this costs" : below[i].words);
            phb__put(builder, "\n");
        }
    }
}

/* ---- one link ---- */

static void
put_cost(struct phb__builder *builder, const struct link *link, size_t indent)
{
    size_t line = builder->size;
    phb__put_repeat(builder, ' ', indent);
    phb__put(builder, link->id);
    if (link->words[0] != '\0') {
        phb__put(builder, " (");
        phb__put_words(builder, link->words);
        phb__put(builder, ")");
    }
    phb__put(builder, link->same_as != NO_ROW ? " (as above)" : "");
    if (link->amount != PHB_PENCE_NONE) {
        if (builder->size - line >= WIDTH - AMOUNT_WIDTH) {
            phb__put(builder, "\n");
            line = builder->size;
        }
        phb__pad_right(builder, line, WIDTH - AMOUNT_WIDTH);
        size_t amount = builder->size;
        phb__put_pounds(builder, link->amount);
        phb__pad_left(builder, amount, AMOUNT_WIDTH);
    }
    phb__put(builder, "\n");
}

static void
put_link(struct phb__builder *builder, const struct link *link)
{
    size_t indent = 2 * link->level;
    if (link->level == LEVELS - 1) {
        put_cost(builder, link, indent);
        put_lack(builder, link, indent);
        return;
    }
    if (link->level == 0) {
        phb__put(builder, "\n");
    }
    phb__put_repeat(builder, ' ', indent);
    size_t start = builder->size;
    phb__put_words(builder, levels[link->level]);
    phb__put(builder, " ");
    phb__put(builder, link->id);
    bool is_again = link->same_as != NO_ROW;
    phb__put(builder, is_again ? " (as above)" : link->is_free ? " (costs nothing)" : "");
    if (is_again || link->words[0] == '\0') {
        phb__put(builder, "\n");
    } else {
        phb__put(builder, ": ");
        phb__put_wrapped(builder, link->words, indent + builder->size - start, indent + 2, WIDTH);
    }
    put_lack(builder, link, indent + 2);
}

/* ---- the page ---- */

/* Are there actions, or are they missed? Else they are not in this plan, and costs cannot be in
 * one.
 */
static bool
has_actions(const phb_table *links)
{
    bool is_found = false;
    for (size_t row = 0; row < phb_table_rows(links) && !is_found; row++) {
        is_found = strcmp(phb_table_text(links, "level", row), "action") == 0 ||
                   strcmp(phb_table_text(links, "lacks_above", row), "action") == 0;
    }
    return is_found;
}

/* Rows come in the order of the plan: needs, what belongs to a part that is not here, what hangs on
 * nothing, then what employing costs. */
static const char *
heading_of(const struct link *link, bool are_actions_here)
{
    if (link->parent != NO_ROW || link->level == 0) {
        return NULL;
    }
    if (link->lacks_above[0] != '\0') {
        return "What hangs on nothing";
    }
    bool is_overhead = link->level == LEVELS - 1 && are_actions_here;
    return is_overhead ? "What comes with employing people or holding the money"
                       : "What belongs to a part that is not in this plan";
}

static void
put_page(struct phb__builder *builder, const phb_table *links)
{
    const char *last = "";
    bool are_actions_here = has_actions(links);
    phb__put(builder, "From each need to what pays for it\nlibphb ");
    phb__put(builder, phb_version());
    phb__put(builder, ".\n");
    for (size_t row = 0; row < phb_table_rows(links); row++) {
        struct link link = link_of(links, row);
        const char *heading = heading_of(&link, are_actions_here);
        if (heading && strcmp(heading, last) != 0) {
            phb__put(builder, "\n");
            phb__put(builder, heading);
            phb__put(builder, "\n");
            phb__put_repeat(builder, '-', WIDTH);
            phb__put(builder, "\n");
            last = heading;
        }
        put_link(builder, &link);
    }
    if (phb_table_rows(links) == 0) {
        phb__put(builder, "\nThe plan has no needs, outcomes, actions or costs.\n");
    }
}

phb_status
phb_chain_render(const phb_chain *chain, phb_format format, phb_text **out_text, phb_error *error)
{
    const phb_table *links = phb_chain_table(chain);
    if (out_text) {
        *out_text = NULL;
    }
    if (!chain || !out_text || (size_t)format < PHB_FORMAT_TEXT ||
        (size_t)format > PHB_FORMAT_MARKDOWN) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    if (format != PHB_FORMAT_TEXT) {
        return phb_table_render(phb_chain_context(chain), links, format, out_text, error);
    }
    struct phb__builder builder;
    phb__builder_init(&builder, phb_chain_context(chain));
    put_page(&builder, links);
    return phb__builder_finish(&builder, out_text, error);
}
