#include "render/html.h"

#include <phb/version.h>
#include <string.h>

#include "core/figures.h"
#include "core/utf8.h"
#include "render/html_style.h"
#include "render/words.h"

/* What our own sentences shorten. Arrays, not pointers, which would have to be set when loaded. */
static const struct {
    char form[5];
    char words[52];
} short_forms[] = {
    {"CQC", "Care Quality Commission"},
    {"DBS", "Disclosure and Barring Service"},
    {"GP", "general practitioner, a family doctor"},
    {"HMRC", "HM Revenue and Customs"},
    {"ICB", "integrated care board"},
    {"NHS", "National Health Service"},
    {"SI", "statutory instrument, a law that a minister makes"},
};

#define SHORT_FORMS (sizeof short_forms / sizeof short_forms[0])

bool
phb__is_html(phb_format format)
{
    return format == PHB_FORMAT_HTML || format == PHB_FORMAT_HTML_PAGE;
}

/* ---- text ---- */

void
phb__html_put(struct phb__html *html, const char *markup)
{
    phb__put(html->builder, markup);
}

static const char *
escape_of(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

static void
put_escaped(struct phb__html *html, const char *text, size_t size)
{
    const char *start = text; /* of what was not yet put */
    const char *end = text + size;
    for (const char *c = text; c < end; c++) {
        const char *escape = escape_of(*c);
        if (escape) {
            phb__put_plain(html->builder, start, (size_t)(c - start));
            phb__put(html->builder, escape);
            start = c + 1;
        }
    }
    phb__put_plain(html->builder, start, (size_t)(end - start));
}

void
phb__html_put_text(struct phb__html *html, const char *text)
{
    bool is_plain = true; /* ASCII goes from left to right, wherever it stands */
    for (const char *c = text; *c != '\0' && is_plain; c++) {
        is_plain = (unsigned char)*c < 0x80;
    }
    phb__html_put(html, is_plain ? "" : "<bdi>");
    put_escaped(html, text, strlen(text));
    phb__html_put(html, is_plain ? "" : "</bdi>");
}

static bool
is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* The bytes of the word, or of what is between two words, that a text begins with. */
static size_t
run_of(const char *text)
{
    size_t size = 0;
    while (text[size] != '\0' && is_word(text[size]) == is_word(text[0])) {
        size++;
    }
    return size;
}

/* The first time a short form says what it stands for. */
static bool
put_short_form(struct phb__html *html, const char *word, size_t size)
{
    for (size_t i = 0; i < SHORT_FORMS; i++) {
        bool is_it =
            strlen(short_forms[i].form) == size && strncmp(short_forms[i].form, word, size) == 0;
        bool is_known = (html->short_forms & (uint32_t)1 << i) != 0;
        if (is_it && !is_known) {
            html->short_forms |= (uint32_t)1 << i;
            phb__html_put(html, "<abbr title=\"");
            phb__html_put(html, short_forms[i].words);
            phb__html_put(html, "\">");
            phb__html_put(html, short_forms[i].form);
            phb__html_put(html, "</abbr>");
            return true;
        }
    }
    return false;
}

void
phb__html_put_prose(struct phb__html *html, const char *text)
{
    while (*text != '\0') {
        size_t size = run_of(text);
        if (!put_short_form(html, text, size)) {
            put_escaped(html, text, size);
        }
        text += size;
    }
}

struct phb__builder *
phb__html_words(struct phb__html *html)
{
    html->words.size = 0;
    return &html->words;
}

/* What was put into the words; of nothing there is no memory. */
static const char *
words_of(struct phb__html *html)
{
    html->builder->failed = html->builder->failed || html->words.failed;
    return html->words.size == 0 || html->words.failed ? "" : html->words.data;
}

void
phb__html_put_words(struct phb__html *html)
{
    phb__html_put_prose(html, words_of(html));
}

void
phb__html_put_name(struct phb__html *html, const char *name)
{
    phb__put_words(phb__html_words(html), name);
    phb__html_put_words(html);
}

/* Of a part of a page the highest heading is the second: the first is the host's. */
static void
open_heading(struct phb__html *html, int32_t level)
{
    static const char classes[][10] = {"phb-title", "phb-part", "phb-piece"};
    phb__html_put(html, "<h");
    phb__put_int(html->builder, level + (html->format == PHB_FORMAT_HTML_PAGE ? 1 : 2));
    phb__html_put(html, " class=\"");
    phb__html_put(html, classes[level]);
    phb__html_put(html, "\">");
}

static void
close_heading(struct phb__html *html, int32_t level)
{
    phb__html_put(html, "</h");
    phb__put_int(html->builder, level + (html->format == PHB_FORMAT_HTML_PAGE ? 1 : 2));
    phb__html_put(html, ">\n");
}

/* ---- the page ---- */

static void
put_style(struct phb__html *html)
{
    phb__html_put(html, "<style>\n");
    phb__html_put(html, phb__html_style);
    phb__html_put(html, phb__html_paper_style);
    phb__html_put(html, html->format == PHB_FORMAT_HTML_PAGE ? phb__html_page_style : "");
    phb__html_put(html, "</style>\n");
}

/* The page asks for nothing and runs nothing, and says so to the browser. */
static void
put_head(struct phb__html *html)
{
    const char *title = words_of(html);
    phb__html_put(html, "<!DOCTYPE html>\n"
                        "<html lang=\"en-GB\">\n"
                        "<head>\n"
                        "<meta charset=\"utf-8\">\n"
                        "<meta name=\"viewport\" content=\"width=device-width, "
                        "initial-scale=1\">\n"
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
                        "'none'; style-src 'unsafe-inline'\">\n"
                        "<title>");
    put_escaped(html, title, strlen(title));
    phb__html_put(html, "</title>\n");
    put_style(html);
    phb__html_put(html, "</head>\n<body class=\"phb-page\">\n<main>\n");
}

void
phb__html_init(struct phb__html *html, struct phb__builder *builder, phb_format format)
{
    *html = (struct phb__html){.builder = builder, .format = format};
    phb__builder_init(&html->words, builder->context);
}

void
phb__html_open(struct phb__html *html)
{
    bool is_page = html->format == PHB_FORMAT_HTML_PAGE;
    if (is_page) {
        put_head(html);
    }
    phb__html_put(html, "<section class=\"phb\" lang=\"en-GB\">\n");
    if (!is_page) {
        put_style(html);
    }
}

void
phb__html_put_title(struct phb__html *html)
{
    const char *title = words_of(html);
    open_heading(html, 0);
    put_escaped(html, title, strlen(title));
    close_heading(html, 0);
}

static void
put_short_forms(struct phb__html *html)
{
    const char *separator = "<p class=\"phb-about\">Short forms: ";
    for (size_t i = 0; i < SHORT_FORMS; i++) {
        if ((html->short_forms & (uint32_t)1 << i) != 0) {
            phb__html_put(html, separator);
            phb__html_put(html, short_forms[i].form);
            phb__html_put(html, " is ");
            phb__html_put(html, short_forms[i].words);
            separator = "; ";
        }
    }
    phb__html_put(html, html->short_forms == 0 ? "" : ".</p>\n");
}

void
phb__html_close(struct phb__html *html)
{
    put_short_forms(html);
    phb__html_put(html, "</section>\n");
    if (html->format == PHB_FORMAT_HTML_PAGE) {
        phb__html_put(html, "</main>\n</body>\n</html>\n");
    }
    (void)words_of(html); /* if they failed, so did all */
    phb__builder_free(&html->words);
}

/* ---- parts ---- */

void
phb__html_put_heading(struct phb__html *html, int32_t level, const char *words)
{
    open_heading(html, level);
    phb__html_put_prose(html, words ? words : words_of(html));
    close_heading(html, level);
}

static void
open_time(struct phb__html *html, phb_date date)
{
    phb__html_put(html, "<time datetime=\"");
    phb__put_date(html->builder, date);
    phb__html_put(html, "\">");
}

void
phb__html_put_long_date(struct phb__html *html, phb_date date)
{
    open_time(html, date);
    phb__put_long_date(html->builder, date);
    phb__html_put(html, "</time>");
}

void
phb__html_put_short_date(struct phb__html *html, phb_date date)
{
    open_time(html, date);
    phb__put_short_date(html->builder, date);
    phb__html_put(html, "</time>");
}

void
phb__html_put_day(struct phb__html *html, phb_date date)
{
    open_time(html, date);
    phb__put_day(html->builder, date);
    phb__html_put(html, "</time>");
}

void
phb__html_put_days(struct phb__html *html, const phb_table *table, size_t row)
{
    phb__html_put_short_date(html, phb_table_int32(table, "start", NULL)[row]);
    phb__html_put(html, " to ");
    phb__html_put_short_date(html, phb_table_int32(table, "end", NULL)[row]);
}

void
phb__html_put_edition(struct phb__html *html, const char *rates, const char *policy,
                      const char *ending)
{
    phb__html_put(html, "<p class=\"phb-about\">");
    if (rates) {
        phb__html_put(html, "Rates ");
        phb__html_put_text(html, rates);
        phb__html_put(html, ", ");
    }
    if (policy && policy[0] != '\0') {
        phb__html_put(html, "policy ");
        phb__html_put_text(html, policy);
        phb__html_put(html, ", ");
    }
    phb__html_put(html, "libphb ");
    phb__html_put(html, phb_version());
    phb__html_put(html, ending);
    phb__html_put(html, "</p>\n");
}

/* ---- tables and lists ---- */

void
phb__html_put_column_heading(struct phb__html *html, const char *words, bool is_figure)
{
    phb__html_put(html,
                  is_figure ? "<th scope=\"col\" class=\"phb-amount\">" : "<th scope=\"col\">");
    phb__html_put_prose(html, words);
    phb__html_put(html, "</th>");
}

void
phb__html_open_table(struct phb__html *html, const char *const *names, size_t count)
{
    phb__html_put(html, "<table>\n<caption>");
    phb__html_put_words(html);
    phb__html_put(html, "</caption>\n<thead><tr>");
    for (size_t i = 0; i < count; i++) {
        bool is_figure = names[i][0] == '>';
        phb__html_put_column_heading(html, names[i] + (is_figure ? 1 : 0), is_figure);
    }
    phb__html_put(html, "</tr></thead>\n<tbody>\n");
}

void
phb__html_put_amount(struct phb__html *html, phb_pence amount)
{
    phb__html_put(html, "<td class=\"phb-amount\">");
    phb__put_grouped(html->builder, amount);
    phb__html_put(html, "</td>");
}

void
phb__html_open_scroll(struct phb__html *html)
{
    phb__html_put(html, "<div class=\"phb-scroll\" role=\"group\" tabindex=\"0\" "
                        "aria-label=\"Table: ");
    put_escaped(html, words_of(html), strlen(words_of(html)));
    phb__html_put(html, "\">\n");
}

void
phb__html_open_detail(struct phb__html *html, const char *label)
{
    phb__html_put(html, "<div><dt>");
    phb__html_put(html, label);
    phb__html_put(html, "</dt><dd>");
}

void
phb__html_close_detail(struct phb__html *html)
{
    phb__html_put(html, "</dd></div>\n");
}
