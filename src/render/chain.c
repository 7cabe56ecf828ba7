/* A chain as a family reads it: each need, and below it what is planned, by whom it is paid. */

#include <phb/chain.h>
#include <phb/version.h>
#include <string.h>

#include "core/error.h"
#include "render/chain_words.h"
#include "render/html.h"
#include "render/html_pages.h"
#include "render/words.h"

#define WIDTH 96
#define AMOUNT_WIDTH 14
static void
put_lack(struct phb__builder *builder, const struct phb__chain_link *link, size_t indent)
{
    const char *lacks[] = {phb__chain_lacks_above(link), phb__chain_lacks_below(link)};
    for (size_t i = 0; i < 2; i++) {
        if (lacks[i]) {
            phb__put_repeat(builder, ' ', indent);
            phb__put(builder, "! ");
            phb__put(builder, lacks[i]);
            phb__put(builder, "\n");
        }
    }
}

/* ---- one link ---- */

static void
put_cost(struct phb__builder *builder, const struct phb__chain_link *link, size_t indent)
{
    size_t line = builder->size;
    phb__put_repeat(builder, ' ', indent);
    phb__put(builder, link->id);
    if (link->words[0] != '\0') {
        phb__put(builder, " (");
        phb__put_words(builder, link->words);
        phb__put(builder, ")");
    }
    phb__put(builder, link->same_as != PHB__NO_ROW ? " (as above)" : "");
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
put_link(struct phb__builder *builder, const struct phb__chain_link *link)
{
    size_t indent = 2 * link->level;
    if (link->level == PHB__CHAIN_LEVELS - 1) {
        put_cost(builder, link, indent);
        put_lack(builder, link, indent);
        return;
    }
    if (link->level == 0) {
        phb__put(builder, "\n");
    }
    phb__put_repeat(builder, ' ', indent);
    size_t start = builder->size;
    phb__put_words(builder, phb__chain_levels[link->level]);
    phb__put(builder, " ");
    phb__put(builder, link->id);
    bool is_again = link->same_as != PHB__NO_ROW;
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

static void
put_page(struct phb__builder *builder, const phb_table *links)
{
    const char *last = "";
    bool are_actions_here = phb__chain_has_actions(links);
    phb__put(builder, PHB__CHAIN_TITLE "\nlibphb ");
    phb__put(builder, phb_version());
    phb__put(builder, ".\n");
    for (size_t row = 0; row < phb_table_rows(links); row++) {
        struct phb__chain_link link = phb__chain_link_of(links, row);
        const char *heading = phb__chain_heading(&link, are_actions_here);
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
        (size_t)format > PHB_FORMAT_HTML_PAGE || format == PHB_FORMAT_ICALENDAR) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    if (format == PHB_FORMAT_CSV || format == PHB_FORMAT_MARKDOWN) {
        return phb_table_render(phb_chain_context(chain), links, format, out_text, error);
    }
    struct phb__builder builder;
    phb__builder_init(&builder, phb_chain_context(chain));
    if (phb__is_html(format)) {
        phb__html_put_chain(&builder, format, chain);
    } else {
        put_page(&builder, links);
    }
    return phb__builder_finish(&builder, out_text, error);
}
