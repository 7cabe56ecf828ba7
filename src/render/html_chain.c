/* A chain in HTML: lists inside one another, from each need down to what pays for it. */

#include <string.h>

#include "core/figures.h"
#include "render/chain_words.h"
#include "render/html.h"
#include "render/html_pages.h"
#include "render/words.h"

struct lists {
    struct phb__html html;
    size_t open[PHB__CHAIN_LEVELS]; /* the levels of the entries that are open, from without */
    size_t count;
};

/* Ends all entries that one of this level cannot stand in, and begins a list if none is open. */
static void
make_place(struct lists *lists, size_t level)
{
    bool is_beside = false;
    while (lists->count > 0 && lists->open[lists->count - 1] >= level) {
        lists->count--;
        is_beside = lists->count == 0 || lists->open[lists->count - 1] < level;
        phb__html_put(&lists->html, is_beside ? "</li>\n" : "</li>\n</ul>\n");
    }
    if (!is_beside) {
        phb__html_put(&lists->html, lists->count == 0 ? "<ul class=\"phb-tree\">\n" : "\n<ul>\n");
    }
}

static void
end_lists(struct lists *lists)
{
    for (; lists->count > 0; lists->count--) {
        phb__html_put(&lists->html, "</li>\n</ul>\n");
    }
}

/* "Need moving: Moving about without falling"; of a cost "nell (Assistant): £12,564.71". */
static void
put_words(struct phb__html *html, const struct phb__chain_link *link)
{
    bool is_cost = link->level == PHB__CHAIN_LEVELS - 1;
    bool is_again = link->same_as != PHB__NO_ROW;
    if (!is_cost) {
        phb__html_put_name(html, phb__chain_levels[link->level]);
        phb__html_put(html, " ");
    }
    phb__html_put(html, "<b>");
    phb__html_put_text(html, link->id);
    phb__html_put(html, "</b>");
    if (is_cost && link->words[0] != '\0') {
        phb__html_put(html, " (");
        phb__html_put_name(html, link->words);
        phb__html_put(html, ")");
    }
    phb__html_put(html, is_again ? " (as above)" : link->is_free ? " (costs nothing)" : "");
    if (!is_cost && !is_again && link->words[0] != '\0') {
        phb__html_put(html, ": ");
        phb__html_put_text(html, link->words);
    }
    if (link->amount != PHB_PENCE_NONE) {
        phb__html_put(html, ": <span class=\"phb-value\">");
        phb__put_pounds(html->builder, link->amount);
        phb__html_put(html, "</span>");
    }
}

static void
put_lack(struct phb__html *html, const char *lack)
{
    if (lack) {
        phb__html_put(html, "<br><span class=\"phb-missing\">Missing link: ");
        phb__html_put_prose(html, lack);
        phb__html_put(html, "</span>");
    }
}

static void
put_link(struct lists *lists, const struct phb__chain_link *link)
{
    make_place(lists, link->parent == PHB__NO_ROW ? 0 : link->level);
    phb__html_put(&lists->html, "<li>");
    put_words(&lists->html, link);
    put_lack(&lists->html, phb__chain_lacks_above(link));
    put_lack(&lists->html, phb__chain_lacks_below(link));
    lists->open[lists->count++] = link->level;
}

static void
put_links(struct lists *lists, const phb_table *links)
{
    const char *last = "";
    bool are_actions_here = phb__chain_has_actions(links);
    for (size_t row = 0; row < phb_table_rows(links); row++) {
        struct phb__chain_link link = phb__chain_link_of(links, row);
        const char *heading = phb__chain_heading(&link, are_actions_here);
        if (heading && strcmp(heading, last) != 0) {
            end_lists(lists);
            phb__html_put_heading(&lists->html, 1, heading);
            last = heading;
        }
        put_link(lists, &link);
    }
    end_lists(lists);
    if (phb_table_rows(links) == 0) {
        phb__html_put(&lists->html, "<p>The plan has no needs, outcomes, actions or costs.</p>\n");
    }
}

void
phb__html_put_chain(struct phb__builder *builder, phb_format format, const phb_chain *chain)
{
    struct lists lists = {.count = 0};
    phb__html_init(&lists.html, builder, format);
    phb__put(phb__html_words(&lists.html), PHB__CHAIN_TITLE);
    phb__html_open(&lists.html);
    phb__html_put_title(&lists.html);
    phb__html_put_edition(&lists.html, NULL, NULL, ".");
    put_links(&lists, phb_chain_table(chain));
    phb__html_close(&lists.html);
}
