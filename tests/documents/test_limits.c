/* Documents that are cut off, too long, too deep or too many, and bytes that are no text. */

#include <stdio.h>

#include "reading.h"
#include "support/json.h"
#include "support/plan.h"

START_TEST(a_good_document_is_read)
{
    phb_error error;
    ck_assert_int_eq(read_document(good_document, strlen(good_document), &error), PHB_OK);
}
END_TEST

START_TEST(a_document_cut_off_anywhere_is_refused_at_its_end)
{
    for (size_t size = 0; size < strlen(good_document); size++) {
        phb_error error;
        phb_status status = read_document(good_document, size, &error);
        ck_assert_msg(status == PHB_ERROR_JSON_SYNTAX || status == PHB_ERROR_UTF8, "%zu", size);
        ck_assert_int_le(error.position, (int64_t)size);
        ck_assert_int_ge(error.position, (int64_t)size - 8); /* inside an escape, before it */
        ck_assert_str_eq(error.path, "");
    }
}
END_TEST

/* One byte spoilt: read or refused, but never beyond the end, and nothing is left behind. */
START_TEST(a_document_with_one_byte_changed_does_no_harm)
{
    static const char bytes[] = {'\0', '"', '\\', '{', ']', ',', '9', '\x7F', '\x80', '\xFF'};
    static char text[sizeof(good_document)];
    for (size_t at = 0; at < strlen(good_document); at++) {
        for (size_t i = 0; i < sizeof(bytes); i++) {
            phb_error error;
            memcpy(text, good_document, sizeof(text));
            text[at] = bytes[i];
            (void)read_document(text, strlen(good_document), &error);
        }
    }
}
END_TEST

#define MIB (1024u * 1024u)

static const struct {
    size_t size;
    phb_status status;
} lengths[] = {{4 * MIB, PHB_OK}, {4 * MIB + 1, PHB_ERROR_LIMIT}, {5 * MIB, PHB_ERROR_LIMIT}};

START_TEST(a_document_has_at_most_4_mib)
{
    phb_error error;
    char *text = malloc(lengths[_i].size);
    ck_assert_ptr_nonnull(text);
    memset(text, ' ', lengths[_i].size);
    memcpy(text, good_document, strlen(good_document));
    ck_assert_int_eq(read_document(text, lengths[_i].size, &error), lengths[_i].status);
    free(text);
    if (lengths[_i].status != PHB_OK) {
        ck_assert_int_eq(error.position, 4 * MIB);
    }
}
END_TEST

static const struct {
    size_t levels;
    char open;
    phb_status status;
    int64_t position;
} depths[] = {
    {32, '[', PHB_ERROR_JSON_SHAPE, 0}, /* read as text, and then it is no budget */
    {33, '[', PHB_ERROR_LIMIT, 32},
    {10000, '[', PHB_ERROR_LIMIT, 32},
    {1000000, '[', PHB_ERROR_LIMIT, 32},
};

START_TEST(a_document_has_at_most_32_levels)
{
    phb_error error;
    size_t levels = depths[_i].levels;
    char *text = malloc(levels * 2);
    ck_assert_ptr_nonnull(text);
    memset(text, depths[_i].open, levels);
    memset(text + levels, ']', levels);
    ck_assert_int_eq(read_document(text, levels * 2, &error), depths[_i].status);
    ck_assert_int_eq(error.position, depths[_i].position);
    free(text);
}
END_TEST

START_TEST(a_document_has_at_most_262144_values)
{
    phb_error error;
    const size_t commas = 262144; /* a list and so many zeros and one more */
    char *text = malloc(2 * commas + 3);
    ck_assert_ptr_nonnull(text);
    text[0] = '[';
    for (size_t i = 0; i < commas; i++) {
        text[1 + 2 * i] = '0';
        text[2 + 2 * i] = ',';
    }
    text[2 * commas] = ']'; /* over the last comma: a list and 262,144 zeros */
    ck_assert_int_eq(read_document(text, 2 * commas + 1, &error), PHB_ERROR_LIMIT);
    ck_assert_int_eq(error.position, (int64_t)(2 * commas - 1));
    text[2 * commas - 2] = ']'; /* a zero less */
    ck_assert_int_eq(read_document(text, 2 * commas - 1, &error), PHB_ERROR_JSON_SHAPE);
    free(text);
}
END_TEST

static const struct {
    size_t size;
    phb_status status;
} texts[] = {{65536, PHB_OK}, {65537, PHB_ERROR_LIMIT}, {1000000, PHB_ERROR_LIMIT}};

START_TEST(a_text_has_at_most_65536_bytes)
{
    static const char key[] = "\"name\":\"";
    phb_error error;
    const char *at = strstr(good_document, key);
    size_t before = (size_t)(at - good_document) + strlen(key);
    size_t size = strlen(good_document) + texts[_i].size;
    char *text = malloc(size);
    ck_assert_ptr_nonnull(text);
    const char *behind = strstr(good_document, "\",\"pay_frequency\"");
    memcpy(text, good_document, before);
    memset(text + before, 'x', texts[_i].size);
    memcpy(text + before + texts[_i].size, behind, strlen(behind));
    ck_assert_int_eq(read_document(text, before + texts[_i].size + strlen(behind), &error),
                     texts[_i].status);
    free(text);
    if (texts[_i].status != PHB_OK) {
        ck_assert_int_eq(error.position, (int64_t)before - 1);
    }
}
END_TEST

/* So many lines, all good but for their number. */
static char *
document_of_lines(size_t count, size_t *out_size)
{
    char *text = malloc(200 + count * 120);
    ck_assert_ptr_nonnull(text);
    size_t size = (size_t)sprintf(text, "{\"format\":\"phb-budget/1\",\"period\":{\"start\":"
                                        "\"2026-04-06\",\"end\":\"2027-04-05\"},\"lines\":[");
    for (size_t i = 0; i < count; i++) {
        size += (size_t)sprintf(text + size,
                                "%s{\"id\":\"l%zu\",\"category\":\"other\",\"amount\":1,\"per\":"
                                "\"year\",\"deployment\":\"notional\"}",
                                i == 0 ? "" : ",", i);
    }
    size += (size_t)sprintf(text + size, "]}");
    *out_size = size;
    return text;
}

START_TEST(a_budget_has_at_most_1000_lines)
{
    phb_error error;
    size_t size = 0;
    char *text = document_of_lines(1000, &size);
    ck_assert_int_eq(read_document(text, size, &error), PHB_OK);
    free(text);
    text = document_of_lines(1001, &size);
    ck_assert_int_eq(read_document(text, size, &error), PHB_ERROR_LIMIT);
    ck_assert_str_eq(error.path, "/lines");
    ck_assert_int_eq(error.position, strchr(text, '[') - text);
    free(text);
}
END_TEST

/* In a context that allows two of each, three; where the list begins is where it is told. */
#define ASSISTANT_AND(hours, line) \
    "\"assistants\":[{\"id\":\"a\",\"pay_frequency\":\"weekly\",\"hours\":" hours \
    ",\"leave\":{\"method\":\"accrual\"},\"deployment\":\"notional\"}],\"lines\":[{\"id\":" \
    "\"l\",\"category\":\"other\",\"deployment\":\"notional\"," line "}]"
#define HOURS "{\"hours_per_week\":1,\"rate\":1}"
#define DATED \
    "[{\"from\":\"2020-01-01\",\"amount\":1},{\"from\":\"2020-01-02\",\"amount\":1},{\"from\":" \
    "\"2020-01-03\",\"amount\":1}]"
static const struct {
    const char *members;
    const char *path;
    const char *list; /* the last text before it */
} lists[] = {
    {ASSISTANT_AND("[" HOURS "," HOURS "," HOURS "]", "\"amount\":1,\"per\":\"year\""),
     "/assistants/0/hours", "\"hours\":"},
    {ASSISTANT_AND("[{\"hours_per_week\":1,\"rate\":" DATED "}]", "\"amount\":1,\"per\":\"year\""),
     "/assistants/0/hours/0/rate", "\"rate\":"},
    {ASSISTANT_AND("[" HOURS "]", "\"per\":\"year\",\"amount\":" DATED), "/lines/0/amount",
     "\"per\":\"year\",\"amount\":"},
    {ASSISTANT_AND("[" HOURS "]",
                   "\"amount\":1,\"per\":\"payslip\",\"assistants\":[\"a\",\"b\",\"c\"]"),
     "/lines/0/assistants", "\"per\":\"payslip\",\"assistants\":"},
    {"\"funders\":[{\"id\":\"a\",\"kind\":\"nhs\"},{\"id\":\"b\",\"kind\":\"nhs\"},{\"id\":\"c\","
     "\"kind\":\"nhs\"}]",
     "/funders", "\"funders\":"},
    {"\"employer\":{\"employment_allowance\":{\"already_used\":[{\"tax_year\":2020,\"amount\":1},{"
     "\"tax_year\":2021,\"amount\":1},{\"tax_year\":2022,\"amount\":1}]}}",
     "/employer/employment_allowance/already_used", "\"already_used\":"},
    /* Twice as many and three: every assistant and line, and what stands for itself. */
    {"\"agreed_by_line\":{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1,\"g\":1,\"h\":1}",
     "/agreed_by_line", "\"agreed_by_line\":"},
};

START_TEST(a_list_has_at_most_as_many_as_the_context_allows)
{
    char text[1024];
    phb_context *context = NULL;
    phb_budget *budget = NULL;
    phb_error error = PHB_ERROR_INIT;
    phb_context_options options = PHB_CONTEXT_OPTIONS_INIT;
    options.limits.lines = 2;
    ck_assert_int_eq(phb_context_new(&options, &context, NULL), PHB_OK);
    snprintf(text, sizeof(text),
             "{\"format\":\"phb-budget/1\",\"period\":{\"start\":\"2026-04-06\",\"end\":"
             "\"2027-04-05\"},%s}",
             lists[_i].members);
    ck_assert_int_eq(phb_budget_from_json(context, text, strlen(text), &budget, &error),
                     PHB_ERROR_LIMIT);
    ck_assert_str_eq(error.path, lists[_i].path);
    ck_assert_int_eq(error.position, strstr(text, lists[_i].list) + strlen(lists[_i].list) - text);
    phb_context_unref(context);
}
END_TEST

/* ---- plans ---- */

/* So many needs, each a little more than its number. */
static char *
plan_of_needs(size_t count, size_t *out_size)
{
    char *text = malloc(200 + count * 40);
    ck_assert_ptr_nonnull(text);
    size_t size = (size_t)sprintf(text, "{\"format\":\"phb-plan/1\",\"status\":\"draft\","
                                        "\"needs_and_outcomes\":{\"needs\":[");
    for (size_t i = 0; i < count; i++) {
        size += (size_t)sprintf(text + size, "%s{\"id\":\"n%zu\"}", i == 0 ? "" : ",", i);
    }
    size += (size_t)sprintf(text + size, "]}}");
    *out_size = size;
    return text;
}

START_TEST(a_plan_has_at_most_1000_needs)
{
    phb_error error;
    size_t size = 0;
    char *text = plan_of_needs(1000, &size);
    ck_assert_int_eq(read_plan(text, size, &error), PHB_OK);
    free(text);
    text = plan_of_needs(1001, &size);
    ck_assert_int_eq(read_plan(text, size, &error), PHB_ERROR_LIMIT);
    ck_assert_str_eq(error.path, "/needs_and_outcomes/needs");
    ck_assert_int_eq(error.position, strchr(text, '[') - text);
    free(text);
}
END_TEST

START_TEST(a_plan_has_at_most_4_mib)
{
    phb_error error;
    char *text = malloc(lengths[_i].size);
    ck_assert_ptr_nonnull(text);
    memset(text, ' ', lengths[_i].size);
    memcpy(text, whole_plan(), strlen(whole_plan()));
    ck_assert_int_eq(read_plan(text, lengths[_i].size, &error), lengths[_i].status);
    free(text);
}
END_TEST

/* A word about the person as long as a text may be, and one byte longer. */
START_TEST(a_text_of_a_plan_has_at_most_65536_bytes)
{
    static const char key[] = "\"who_i_am\":\"";
    phb_error error;
    const char *good = whole_plan();
    size_t before = (size_t)(strstr(good, key) - good) + strlen(key);
    const char *end = strchr(good + before, '"');
    size_t behind = strlen(end);
    char *text = malloc(before + texts[_i].size + behind);
    ck_assert_ptr_nonnull(text);
    memcpy(text, good, before);
    memset(text + before, 'x', texts[_i].size);
    memcpy(text + before + texts[_i].size, end, behind);
    ck_assert_int_eq(read_plan(text, before + texts[_i].size + behind, &error), texts[_i].status);
    free(text);
}
END_TEST

/* In a context that allows two of each, three. */
static const struct {
    const char *members;
    const char *path;
} plan_lists[] = {
    {"'assessments':[{'kind':'dst'},{'kind':'dst'},{'kind':'dst'}]", "/assessments"},
    {"'contacts':{'professionals':[{'id':'a'},{'id':'b'},{'id':'c'}]}", "/contacts/professionals"},
    {"'contacts':{'representatives':[{'id':'a'},{'id':'b'},{'id':'c'}]}",
     "/contacts/representatives"},
    {"'health':{'conditions':[{},{},{}]}", "/health/conditions"},
    {"'needs_and_outcomes':{'needs':[{'id':'a'},{'id':'b'},{'id':'c'}]}",
     "/needs_and_outcomes/needs"},
    {"'needs_and_outcomes':{'outcomes':[{'id':'a'},{'id':'b'},{'id':'c'}]}",
     "/needs_and_outcomes/outcomes"},
    {"'action_plan':{'actions':[{'id':'a'},{'id':'b'},{'id':'c'}]}", "/action_plan/actions"},
    {"'training':{'mandatory':[{},{},{}]}", "/training/mandatory"},
    {"'training':{'delegated_tasks':[{},{},{}]}", "/training/delegated_tasks"},
    {"'contingency':{'risks':[{'id':'a'},{'id':'b'},{'id':'c'}]}", "/contingency/risks"},
    {"'contingency':{'plans':[{'for':'other'},{'for':'other'},{'for':'other'}]}",
     "/contingency/plans"},
    {"'reviews':{'completed':[{'on':'2026-07-06','kind':'audit'},{'on':'2026-07-06','kind':'audit'}"
     ",{'on':'2026-07-06','kind':'audit'}]}",
     "/reviews/completed"},
    {"'sign_off':{'partners':[{},{},{}]}", "/sign_off/partners"},
    {"'accepted':[{'rule':'a'},{'rule':'a'},{'rule':'a'}]", "/accepted"},
    {"'budget':{'period':{'start':'2026-04-06','end':'2027-04-05'},'funders':[{'id':'a','kind':"
     "'nhs'},{'id':'b','kind':'nhs'},{'id':'c','kind':'nhs'}]}",
     "/budget/funders"},
};

START_TEST(a_list_of_a_plan_has_at_most_as_many_as_the_context_allows)
{
    phb_context *context = NULL;
    phb_plan *plan = NULL;
    phb_error error = PHB_ERROR_INIT;
    phb_context_options options = PHB_CONTEXT_OPTIONS_INIT;
    options.limits.lines = 2;
    ck_assert_int_eq(phb_context_new(&options, &context, NULL), PHB_OK);
    const char *text = plan_text(plan_lists[_i].members);
    ck_assert_int_eq(phb_plan_from_json(context, text, strlen(text), &plan, &error),
                     PHB_ERROR_LIMIT);
    ck_assert_ptr_null(plan);
    ck_assert_str_eq(error.path, plan_lists[_i].path);
    char list[64];
    snprintf(list, sizeof(list), "\"%s\":", strrchr(plan_lists[_i].path, '/') + 1);
    ck_assert_int_eq(error.position, strstr(text, list) + strlen(list) - text);
    phb_context_unref(context);
}
END_TEST

/* RFC 3629: in a text and in a key; the byte at which the wrong character begins. */
static const struct {
    const char *text;
    int64_t position;
} bad_utf8[] = {
    {"{\"\x80\":1}", 2},
    {"{\"a\":\"\xC2\"}", 6},
    {"{\"a\":\"b\xC0\xAF\"}", 7},
    {"{\"a\":\"\xE0\x80\xAF\"}", 6},
    {"{\"a\":\"\xED\xA0\x80\"}", 6},
    {"{\"a\":\"\xF0\x80\x80\xAF\"}", 6},
    {"{\"a\":\"\xF4\x90\x80\x80\"}", 6},
    {"{\"a\":\"\xF8\x88\x80\x80\x80\"}", 6},
    {"{\"a\":\"\xE2\x82\"}", 6},
    {"{\"a\":\"abcdefghijk\xFF\"}", 17},
};

START_TEST(bad_utf8_is_refused_at_its_first_byte)
{
    phb_error error;
    ck_assert_int_eq(read_document(bad_utf8[_i].text, strlen(bad_utf8[_i].text), &error),
                     PHB_ERROR_UTF8);
    ck_assert_int_eq(error.position, bad_utf8[_i].position);
    ck_assert_str_eq(error.message, "the document is not valid UTF-8");
}
END_TEST

static const struct {
    const char *start;
    const char *end;
} years[] = {{"2012-04-06", "2013-04-05"},
             {"2013-04-05", "2014-04-04"},
             {"2029-04-05", "2029-04-06"},
             {"2031-04-06", "2032-04-05"},
             {"2199-01-01", "2199-12-31"}};

START_TEST(years_that_are_not_held_are_refused_where_the_period_stands)
{
    char text[256];
    phb_budget *budget = NULL;
    phb_costing *costing = NULL;
    phb_error error = PHB_ERROR_INIT;
    snprintf(text, sizeof(text),
             " {\"format\":\"phb-budget/1\",\"period\": {\"start\":\"%s\","
             "\"end\":\"%s\"}}",
             years[_i].start, years[_i].end);
    ck_assert_int_eq(phb_budget_from_json(NULL, text, strlen(text), &budget, &error), PHB_OK);
    ck_assert_int_eq(phb_budget_cost(budget, NULL, NULL, &costing, &error),
                     PHB_ERROR_RATE_NOT_IN_FORCE);
    ck_assert_ptr_null(costing);
    ck_assert_str_eq(error.path, "/period");
    ck_assert_int_eq(error.position, strstr(text, "{\"start\"") - text);
    check_sentence(&error);
    phb_budget_free(budget);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("limits");
    tcase_set_timeout(tcase, 120);
    tcase_add_test(tcase, a_good_document_is_read);
    tcase_add_test(tcase, a_document_cut_off_anywhere_is_refused_at_its_end);
    tcase_add_test(tcase, a_document_with_one_byte_changed_does_no_harm);
    add_rows(tcase, a_document_has_at_most_4_mib, lengths);
    add_rows(tcase, a_document_has_at_most_32_levels, depths);
    tcase_add_test(tcase, a_document_has_at_most_262144_values);
    add_rows(tcase, a_text_has_at_most_65536_bytes, texts);
    tcase_add_test(tcase, a_budget_has_at_most_1000_lines);
    add_rows(tcase, a_list_has_at_most_as_many_as_the_context_allows, lists);
    tcase_add_test(tcase, a_plan_has_at_most_1000_needs);
    add_rows(tcase, a_plan_has_at_most_4_mib, lengths);
    add_rows(tcase, a_text_of_a_plan_has_at_most_65536_bytes, texts);
    add_rows(tcase, a_list_of_a_plan_has_at_most_as_many_as_the_context_allows, plan_lists);
    add_rows(tcase, bad_utf8_is_refused_at_its_first_byte, bad_utf8);
    add_rows(tcase, years_that_are_not_held_are_refused_where_the_period_stands, years);
    return suite_run("limits", tcase);
}
