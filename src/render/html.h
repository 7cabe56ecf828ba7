/* Pages and parts of pages in HTML: what may be written, and how it is escaped. */
#ifndef PHB_RENDER_HTML_H
#define PHB_RENDER_HTML_H

#include <phb/render.h>

#include "core/text.h"

struct phb__html {
    struct phb__builder *builder;
    struct phb__builder words; /* what is escaped when it is whole: phb__html_words */
    phb_format format;
    uint32_t short_forms; /* which of them occurred, a bit each */
};

/* PHB_FORMAT_HTML or PHB_FORMAT_HTML_PAGE? */
bool phb__is_html(phb_format format);

/* Begins and ends all of it; a page is called by what stands in the words then. */
void phb__html_init(struct phb__html *html, struct phb__builder *builder, phb_format format);
void phb__html_open(struct phb__html *html);
void phb__html_close(struct phb__html *html);

/* Markup of ours, as it is. */
void phb__html_put(struct phb__html *html, const char *markup);

/* Sentences of ours, escaped. A short form says what it stands for, the first time and at the end.
 */
void phb__html_put_prose(struct phb__html *html, const char *text);

/* What a document says: only shown, and nothing around it moves if it is written from right to
 * left. */
void phb__html_put_text(struct phb__html *html, const char *text);

/* Empties the words, for what is made in several calls; they go out as prose. */
struct phb__builder *phb__html_words(struct phb__html *html);
void phb__html_put_words(struct phb__html *html);

/* "employer_ni" as "Employer National Insurance" */
void phb__html_put_name(struct phb__html *html, const char *name);

/* The words as the highest heading; then a heading so many levels below that, NULL: the words. */
void phb__html_put_title(struct phb__html *html);
void phb__html_put_heading(struct phb__html *html, int32_t level, const char *words);

/* By what this was made; NULL or "" is left out. */
void phb__html_put_edition(struct phb__html *html, const char *rates, const char *policy,
                           const char *ending);

/* "6 April 2026", "6 Apr 2026", "Mon 6 Apr 2026", and for machines "2026-04-06". */
void phb__html_put_long_date(struct phb__html *html, phb_date date);
void phb__html_put_short_date(struct phb__html *html, phb_date date);
void phb__html_put_day(struct phb__html *html, phb_date date);

/* "6 Apr 2026 to 5 Apr 2027" of a row that has a start and an end. */
void phb__html_put_days(struct phb__html *html, const phb_table *table, size_t row);

/* A table up to its rows: the words are its caption, a name after '>' is of a column of figures. */
void phb__html_open_table(struct phb__html *html, const char *const *names, size_t count);
void phb__html_put_column_heading(struct phb__html *html, const char *words, bool is_figure);
void phb__html_put_amount(struct phb__html *html, phb_pence amount);

/* What is wider than a small screen moves by itself; the words say what it is. Ends with </div>. */
void phb__html_open_scroll(struct phb__html *html);

/* A label and what follows it, in a <dl>. */
void phb__html_open_detail(struct phb__html *html, const char *label);
void phb__html_close_detail(struct phb__html *html);

#endif
