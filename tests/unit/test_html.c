/* HTML: what is escaped, what explains itself, and that every part of a page is whole. */

#include <string.h>

#include <phb/chain.h>
#include <phb/costing.h>
#include <phb/version.h>

#include "core/table.h"
#include "render/html.h"
#include "some_report.h"
#include "support/costed.h"
#include "support/plan.h"
#include "support/scheduled.h"
#include "support/suite.h"

static const phb_format formats[] = {PHB_FORMAT_HTML, PHB_FORMAT_HTML_PAGE};

/* ---- words ---- */

static char shown[4096];

static const char *
finished(struct phb__html *html)
{
    phb_text *text = NULL;
    phb__builder_free(&html->words);
    ck_assert_int_eq(phb__builder_finish(html->builder, &text, NULL), PHB_OK);
    ck_assert_uint_lt(phb_text_size(text), sizeof shown);
    memcpy(shown, phb_text_data(text), phb_text_size(text) + 1);
    phb_text_free(text);
    return shown;
}

static struct phb__builder builder;

static struct phb__html
some_html(phb_format format)
{
    struct phb__html html;
    phb__builder_init(&builder, NULL);
    phb__html_init(&html, &builder, format);
    return html;
}

static const struct {
    const char *said;
    const char *shown;
} texts[] = {
    {"", ""},
    {"plain", "plain"},
    {"<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
    {"\" onload='x' &amp;", "&quot; onload=&#39;x&#39; &amp;amp;"},
    {"</td></table><!--", "&lt;/td&gt;&lt;/table&gt;&lt;!--"},
    {"a\x1b[2Jb\nc\x7f", "a\xEF\xBF\xBD[2Jb c\xEF\xBF\xBD"},
    {"שלום & co", "<bdi>שלום &amp; co</bdi>"},
    {"\xE2\x80\xAEover", "<bdi>\xE2\x80\xAEover</bdi>"}, /* written from right to left */
    {"NHS", "NHS"},                                      /* somebody's own words */
};

START_TEST(a_text_is_only_shown)
{
    struct phb__html html = some_html(PHB_FORMAT_HTML);
    phb__html_put_text(&html, texts[_i].said);
    ck_assert_str_eq(finished(&html), texts[_i].shown);
}
END_TEST

static const struct {
    const char *said;
    const char *shown;
} sentences[] = {
    {"a < b & c", "a &lt; b &amp; c"},
    {"HMRC rounds, as HMRC does.",
     "<abbr title=\"HM Revenue and Customs\">HMRC</abbr> rounds, as HMRC does."},
    {"NHS-funded", "<abbr title=\"National Health Service\">NHS</abbr>-funded"},
    {"XNHS NHS2 nhs", "XNHS NHS2 nhs"},
};

START_TEST(a_short_form_is_explained_once)
{
    struct phb__html html = some_html(PHB_FORMAT_HTML);
    phb__html_put_prose(&html, sentences[_i].said);
    ck_assert_str_eq(finished(&html), sentences[_i].shown);
}
END_TEST

START_TEST(a_day_is_for_machines_too)
{
    struct phb__html html = some_html(PHB_FORMAT_HTML);
    phb__html_put_long_date(&html, date_of("2026-04-06"));
    phb__html_put_short_date(&html, date_of("2026-04-06"));
    phb__html_put_day(&html, date_of("2026-04-06"));
    ck_assert_str_eq(finished(&html), "<time datetime=\"2026-04-06\">6 April 2026</time>"
                                      "<time datetime=\"2026-04-06\">6 Apr 2026</time>"
                                      "<time datetime=\"2026-04-06\">Mon 6 Apr 2026</time>");
}
END_TEST

START_TEST(the_highest_heading_of_a_part_is_the_second)
{
    struct phb__html html = some_html(formats[_i]);
    bool is_page = formats[_i] == PHB_FORMAT_HTML_PAGE;
    phb__put(phb__html_words(&html), "A & b");
    phb__html_put_title(&html);
    phb__html_put_heading(&html, 1, "C");
    ck_assert_str_eq(finished(&html), is_page ? "<h1 class=\"phb-title\">A &amp; b</h1>\n"
                                                "<h2 class=\"phb-part\">C</h2>\n"
                                              : "<h2 class=\"phb-title\">A &amp; b</h2>\n"
                                                "<h3 class=\"phb-part\">C</h3>\n");
}
END_TEST

/* ---- any table ---- */

static const struct phb__column columns[] = {
    {"name", PHB_COLUMN_TEXT}, {"cost", PHB_COLUMN_PENCE},         {"n", PHB_COLUMN_NUMBER},
    {"on", PHB_COLUMN_DATE},   {"no_of_parent", PHB_COLUMN_INDEX}, {"paid", PHB_COLUMN_YES_NO},
};

static const char expected_table[] =
    "<div class=\"phb-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Table: Things, 2 "
    "rows\">\n"
    "<table>\n"
    "<caption>Things, 2 rows</caption>\n"
    "<thead><tr><th scope=\"col\">Name</th><th scope=\"col\" class=\"phb-amount\">Cost (£)</th>"
    "<th scope=\"col\" class=\"phb-amount\">N</th><th scope=\"col\">On</th>"
    "<th scope=\"col\" class=\"phb-amount\">No of parent</th><th scope=\"col\">Paid</th></tr>"
    "</thead>\n"
    "<tbody>\n"
    "<tr><th scope=\"row\">&lt;b&gt;</th><td class=\"phb-amount\">-1,234.56</td>"
    "<td class=\"phb-amount\">7</td><td><time datetime=\"1970-01-01\">1 Jan 1970</time></td>"
    "<td class=\"phb-amount\">12</td><td>yes</td></tr>\n"
    "<tr><td></td><td class=\"phb-amount\"></td><td class=\"phb-amount\"></td><td></td>"
    "<td class=\"phb-amount\"></td><td>no</td></tr>\n"
    "</tbody>\n"
    "</table>\n"
    "</div>\n"
    "</section>\n";

START_TEST(a_table_has_a_caption_and_headings)
{
    phb_text *text = NULL;
    phb_table *table = phb__table_new(NULL, columns, COUNT_OF(columns), 2);
    phb__table_set_title(table, "Things");
    ck_assert(phb__table_add_row(table));
    ck_assert(phb__table_set_static(table, 0, "<b>"));
    phb__table_set(table, 1, -123456);
    phb__table_set(table, 2, 7);
    phb__table_set(table, 3, 0);
    phb__table_set(table, 4, 12);
    phb__table_set(table, 5, 1);
    ck_assert(phb__table_add_row(table));
    phb__table_set(table, 2, PHB_NUMBER_NONE);
    ck_assert_int_eq(phb_table_render(NULL, table, PHB_FORMAT_HTML, &text, NULL), PHB_OK);
    ck_assert_str_eq(strstr(phb_text_data(text), "<div"), expected_table);
    phb_text_free(text);
    phb_table_free(table);
}
END_TEST

START_TEST(a_table_without_a_title_is_a_table)
{
    phb_text *text = NULL;
    phb_table *table = phb__table_new(NULL, columns, 1, 0);
    phb__table_set_title(NULL, "ignored");
    ck_assert_int_eq(phb_table_render(NULL, table, PHB_FORMAT_HTML_PAGE, &text, NULL), PHB_OK);
    ck_assert_ptr_nonnull(strstr(phb_text_data(text), "<title>Table</title>"));
    ck_assert_ptr_nonnull(strstr(phb_text_data(text), "<caption>Table, 0 rows</caption>"));
    phb_text_free(text);
    phb_table_free(table);
}
END_TEST

/* ---- everything there is ---- */

static phb_status
render_costing(phb_format format, phb_text **out_text)
{
    phb_costing *costing =
        costed("2026-04-06/2028-04-05",
               "'assistants':[{'id':'pa-1','pay_frequency':'weekly','hours':[{'hours_per_week':20,"
               "'rate':'13.50'}],'leave':{'method':'accrual'},'deployment':'direct_payment'}],"
               "'lines':[{'id':'ins','category':'insurance','amount':'95.00','per':'year',"
               "'deployment':'direct_payment'}],'payments':{'frequency':'monthly'}");
    phb_status status = phb_costing_render(costing, format, out_text, NULL);
    phb_costing_free(costing);
    return status;
}

static phb_status
render_explanation(phb_format format, phb_text **out_text)
{
    phb_costing *costing =
        costed("2026-04-06/2027-04-05",
               "'assistants':[{'id':'pa-1','pay_frequency':'weekly','hours':[{'hours_per_week':20,"
               "'rate':'13.50'}],'leave':{'method':'accrual'},'deployment':'direct_payment'}]");
    phb_status status = phb_costing_explain_render(costing, NULL, format, out_text, NULL);
    phb_costing_free(costing);
    return status;
}

static phb_status
render_report(phb_format format, phb_text **out_text)
{
    phb_report *report = some_report();
    phb__table_set_at(report->findings, PHB__FINDING_ACCEPTED, 2, 1);
    phb_status status = phb_report_render(report, format, out_text, NULL);
    phb_report_free(report);
    return status;
}

static phb_status
render_schedule(phb_format format, phb_text **out_text)
{
    phb_schedule *schedule =
        schedule_of("as_of:2026-07-20 horizon:2027-04-05 chc:2026-04-06 "
                    "child_continuing_care:2026-03-04 review:2026-06-07:child_continuing_care "
                    "asked_for_review:2026-07-16 competence:2026-08-01:pa-1",
                    "");
    phb_status status = phb_schedule_render(schedule, format, out_text, NULL);
    phb_schedule_free(schedule);
    return status;
}

static phb_status
render_chain(phb_format format, phb_text **out_text)
{
    phb_plan *plan = planned(
        "'needs_and_outcomes':{'needs':[{'id':'n1','description':'<script> שלום'},{'id':'n2',"
        "'description':'x'}],'outcomes':[{'id':'o1','needs':['n1'],'domain':'health','statement':"
        "'s'},{'id':'o2','domain':'health','statement':'t'}]},"
        "'action_plan':{'actions':[{'id':'a1','outcomes':['o1','o2'],'what':'w','cost':'free'},"
        "{'id':'a2','what':'v'}]}");
    phb_chain *chain = NULL;
    ck_assert_int_eq(phb_plan_chain(plan, NULL, NULL, &chain, NULL), PHB_OK);
    phb_status status = phb_chain_render(chain, format, out_text, NULL);
    phb_chain_free(chain);
    phb_plan_free(plan);
    return status;
}

static phb_status
render_table(phb_format format, phb_text **out_text)
{
    phb_schedule *schedule = schedule_of("as_of:2026-07-20 chc:2026-04-06", NULL);
    phb_status status = phb_table_render(NULL, phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS),
                                         format, out_text, NULL);
    phb_schedule_free(schedule);
    return status;
}

static phb_status (*const renders[])(phb_format format, phb_text **out_text) = {
    render_costing, render_explanation, render_report, render_schedule, render_chain, render_table};

/* The bytes of the name of a tag, such as "td" of "<td class" or "/td" of "</td>". */
static size_t
name_of(const char *tag)
{
    return strcspn(tag + 1, " >");
}

static bool
is_void(const char *tag, size_t size)
{
    return (size == 2 && strncmp(tag + 1, "br", 2) == 0) ||
           (size == 4 && strncmp(tag + 1, "meta", 4) == 0) || tag[1] == '!';
}

/* Every tag is ended by its own, in order, outside the style, which has no tags. */
static void
check_tags(const char *text)
{
    const char *open[64];
    size_t count = 0;
    for (const char *tag = strchr(text, '<'); tag; tag = strchr(tag + 1, '<')) {
        size_t size = name_of(tag);
        if (is_void(tag, size)) {
            continue;
        }
        if (tag[1] != '/') {
            ck_assert_uint_lt(count, COUNT_OF(open));
            open[count++] = tag;
            continue;
        }
        ck_assert_uint_gt(count, 0);
        const char *opened = open[--count];
        ck_assert_msg(name_of(opened) == size - 1 && strncmp(opened + 1, tag + 2, size - 1) == 0,
                      "%.40s is ended by %.40s", opened, tag);
    }
    ck_assert_uint_eq(count, 0);
}

START_TEST(every_page_is_whole_and_runs_nothing)
{
    static const char *const never[] = {"<script", " id=\"", " href=", " src=", " onclick", "url("};
    phb_format format = formats[_i % 2];
    phb_text *text = NULL;
    ck_assert_int_eq(renders[_i / 2](format, &text), PHB_OK);
    const char *html = phb_text_data(text);
    check_tags(html);
    for (size_t i = 0; i < COUNT_OF(never); i++) {
        ck_assert_msg(!strstr(html, never[i]), "%s", never[i]);
    }
    ck_assert_ptr_nonnull(strstr(html, "<section class=\"phb\" lang=\"en-GB\">\n"));
    bool is_page = format == PHB_FORMAT_HTML_PAGE;
    ck_assert_int_eq(strncmp(html, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n", 36) == 0, is_page);
    ck_assert_int_eq(strncmp(html, "<section", 8) == 0, !is_page);
    phb_text_free(text);
}
END_TEST

/* Words say what colours say. */
static const struct {
    size_t render;
    const char *words;
} said[] = {
    {0, "Total of the budget<br><strong>£"},
    {0, ", <em>provisional</em></td>"},
    {0, "<tr class=\"phb-sum\"><th scope=\"row\">Total of the budget</th>"},
    {1, ": <span class=\"phb-value\">£270.00</span> = 20 hours × £13.50 an hour</li>"},
    {1, "<span class=\"phb-source\">(since <time datetime=\"2025-04-06\">6 April 2025</time>: "},
    {2, "<li class=\"phb-breach\">\n<p class=\"phb-what\"><span class=\"phb-tag\">Breach</span> "},
    {2, "<span class=\"phb-tag\">Gap, accepted</span> "},
    {3, "<li class=\"phb-overdue\">\n<p class=\"phb-what\"><span class=\"phb-tag\">14 days "
        "late</span> Plan review</p>\n"},
    {3, "<dt>Latest</dt><dd><time datetime=\"2026-08-01\">Sat 1 Aug 2026</time></dd>"},
    {4, "Need <b>n1</b>: <bdi>&lt;script&gt; שלום</bdi>"},
    {4, "Need <b>n2</b>: x<br><span class=\"phb-missing\">Missing link: no outcome answers this "
        "need</span></li>\n</ul>\n"},
    {4, "<h3 class=\"phb-part\">What hangs on nothing</h3>"},
};

START_TEST(words_say_what_colours_say)
{
    phb_text *text = NULL;
    ck_assert_int_eq(renders[said[_i].render](PHB_FORMAT_HTML, &text), PHB_OK);
    ck_assert_msg(strstr(phb_text_data(text), said[_i].words) != NULL, "%s",
                  strstr(phb_text_data(text), "</style>") + 8);
    phb_text_free(text);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("html");
    add_rows(tcase, a_text_is_only_shown, texts);
    add_rows(tcase, a_short_form_is_explained_once, sentences);
    tcase_add_test(tcase, a_day_is_for_machines_too);
    add_rows(tcase, the_highest_heading_of_a_part_is_the_second, formats);
    tcase_add_test(tcase, a_table_has_a_caption_and_headings);
    tcase_add_test(tcase, a_table_without_a_title_is_a_table);
    tcase_add_loop_test(tcase, every_page_is_whole_and_runs_nothing, 0, 2 * (int)COUNT_OF(renders));
    add_rows(tcase, words_say_what_colours_say, said);
    return suite_run("html", tcase);
}
