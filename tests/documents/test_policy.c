/* Policies in and out again; what they take, give back, and never quote. */

#include <stdbool.h>
#include <stdio.h>

#include "reading.h"
#include "support/json.h"

#define HEAD "{'format':'phb-policy/1','name':'north','version':'3'"

static char example[8192]; /* a policy */
static char budget_example[8192];

static void
read_example(const char *path, char *text)
{
    FILE *file = fopen(path, "rb");
    size_t size = file ? fread(text, 1, sizeof(example) - 1, file) : 0;
    if (file) {
        fclose(file);
    }
    text[size] = '\0';
}

/* ---- out and in again ---- */

static phb_text *
written(const char *json, size_t size)
{
    phb_policy *policy = NULL;
    phb_text *text = NULL;
    ck_assert_int_eq(phb_policy_from_json(NULL, json, size, &policy, NULL), PHB_OK);
    ck_assert_int_eq(phb_policy_to_json(policy, &text, NULL), PHB_OK);
    phb_policy_unref(policy);
    return text;
}

static void
remove_space(char *text)
{
    char *to = text;
    for (const char *at = text; *at != '\0'; at++) {
        if (*at != ' ' && *at != '\n') {
            *to++ = *at;
        }
    }
    *to = '\0';
}

/* The example is written as the library writes: nothing it says gets lost. */
START_TEST(what_is_written_says_all_that_was_read)
{
    static char in[sizeof(example)];
    static char out[sizeof(example)];
    phb_text *text = written(example, strlen(example));
    ck_assert_uint_lt(phb_text_size(text), sizeof(out));
    memcpy(out, phb_text_data(text), phb_text_size(text) + 1);
    memcpy(in, example, sizeof(in));
    remove_space(out);
    remove_space(in);
    ck_assert_str_eq(out, in);
    phb_text_free(text);
}
END_TEST

START_TEST(what_is_written_reads_back_the_same)
{
    const char *documents[] = {example, quoted(HEAD "}"),
                               quoted(HEAD ",'contingency':{'held':'inside'},'forbid':['dbs']}")};
    for (size_t i = 0; i < COUNT_OF(documents); i++) {
        phb_text *once = written(documents[i], strlen(documents[i]));
        phb_text *twice = written(phb_text_data(once), phb_text_size(once));
        ck_assert_str_eq(phb_text_data(once), phb_text_data(twice));
        phb_text_free(once);
        phb_text_free(twice);
    }
}
END_TEST

START_TEST(the_last_reference_gives_everything_back)
{
    struct failing failing;
    phb_policy *policy = NULL;
    phb_context *context = failing_context(&failing, 0, FAILING_ONCE);
    ck_assert_int_eq(phb_policy_from_json(context, example, strlen(example), &policy, NULL),
                     PHB_OK);
    phb_context_unref(context); /* the policy keeps it */
    ck_assert_ptr_eq(phb_policy_ref(policy), policy);
    phb_policy_unref(policy);
    ck_assert_str_eq(phb_policy_edition(policy), "north/3");
    phb_policy_unref(policy);
    failing.context = NULL;
    failing_close(&failing);
}
END_TEST

/* ---- too much, too short, spoilt ---- */

static const struct {
    const char *more;
    const char *path; /* NULL: not too many */
} lists[] = {
    {",'categories':[{'id':'x','as':'other'},{'id':'y','as':'other'}]", NULL},
    {",'categories':[{'id':'x','as':'other'},{'id':'y','as':'other'},{'id':'z','as':'other'}]",
     "/categories"},
    {",'forbid':['dbs','travel','other']", "/forbid"},
    {",'delegated_limits':[{'role':'a','limit':1},{'role':'b','limit':1},{'role':'c','limit':1}]",
     "/delegated_limits"},
    {",'one_off_tiers':[{'limit':1,'sign_off':'a'},{'limit':2,'sign_off':'a'},{'limit':3,'sign_off'"
     ":'a'}]",
     "/one_off_tiers"},
};

START_TEST(a_list_is_no_longer_than_the_limit)
{
    char text[512];
    phb_context *context = NULL;
    phb_policy *policy = NULL;
    phb_error error = PHB_ERROR_INIT;
    phb_context_options options = PHB_CONTEXT_OPTIONS_INIT;
    options.limits.lines = 2;
    ck_assert_int_eq(phb_context_new(&options, &context, NULL), PHB_OK);
    snprintf(text, sizeof(text), HEAD "%s}", lists[_i].more);
    const char *json = quoted(text);
    phb_status status = phb_policy_from_json(context, json, strlen(json), &policy, &error);
    ck_assert_int_eq(status, lists[_i].path ? PHB_ERROR_LIMIT : PHB_OK);
    ck_assert_str_eq(error.path, lists[_i].path ? lists[_i].path : "");
    phb_policy_unref(policy);
    phb_context_unref(context);
}
END_TEST

START_TEST(a_policy_cut_off_anywhere_is_refused)
{
    size_t end = strlen(example);
    while (example[end - 1] != '}') {
        end--;
    }
    for (size_t size = 0; size < end; size++) {
        phb_error error;
        ck_assert_int_eq(read_policy(example, size, &error), PHB_ERROR_JSON_SYNTAX);
        ck_assert_int_le(error.position, (int64_t)size);
    }
}
END_TEST

START_TEST(a_policy_with_one_byte_changed_does_no_harm)
{
    static const char bytes[] = {'\0', '"', '\\', '{', ']', ',', '9', '\x7F', '\x80', '\xFF'};
    static char text[sizeof(example)];
    memcpy(text, example, sizeof(text));
    for (size_t at = 0; example[at] != '\0'; at++) {
        for (size_t i = 0; i < sizeof(bytes); i++) {
            phb_error error;
            text[at] = bytes[i];
            (void)read_policy(text, strlen(example), &error);
        }
        text[at] = example[at];
    }
}
END_TEST

/* ---- nothing is quoted ---- */

static const char *const silent[] = {
    "CANARY",
    "['CANARY']",
    "{'CANARY':1}",
    "{'format':'CANARY'}",
    "{'format':'phb-policy/1','name':'CANARY'}",
    "{'format':'phb-policy/1','name':'CANARY CANARY','version':'1'}",
    "{'format':'phb-policy/1','name':'n','version':'CANARY CANARY'}",
    HEAD ",'CANARY':'CANARY'}",
    HEAD ",'from':'CANARY'}",
    HEAD ",'weeks_in_year':'CANARY'}",
    HEAD ",'contingency':{'CANARY':'CANARY'}}",
    HEAD ",'contingency':{'held':'CANARY'}}",
    HEAD ",'contingency':{'max_percent':'CANARY%'}}",
    HEAD ",'audit':{'every_months':'CANARY'}}",
    HEAD ",'delegated_limits':['CANARY']}",
    HEAD ",'delegated_limits':[{'role':'CANARY'}]}",
    HEAD ",'delegated_limits':[{'role':'CANARY','limit':'CANARY'}]}",
    HEAD ",'delegated_limits':[{'role':'CANARY','limit':1},{'role':'CANARY','limit':1}]}",
    HEAD ",'pay_range':{'min':'CANARY'}}",
    HEAD ",'redundancy':'CANARY'}",
    HEAD ",'categories':{'CANARY':'CANARY'}}",
    HEAD ",'categories':[{'id':'CANARY','as':'CANARY'}]}",
    HEAD ",'categories':[{'id':'CANARY','as':'dbs'},{'id':'CANARY','as':'dbs'}]}",
    HEAD ",'forbid':'CANARY'}",
    HEAD ",'forbid':['CANARY']}",
    HEAD ",'forbid':[{'CANARY':1}]}",
    HEAD ",'categories':[{'id':'CANARY','as':'dbs'}],'forbid':['CANARY','CANARY']}",
    HEAD ",'one_off_tiers':[{'sign_off':'CANARY'}]}",
    HEAD ",'one_off_tiers':[{'limit':2,'sign_off':'CANARY'},{'limit':1,'sign_off':'CANARY'}]}",
};

START_TEST(a_refusal_quotes_nothing)
{
    const char *text = quoted(silent[_i]);
    phb_error error;
    ck_assert_int_ne(read_policy(text, strlen(text), &error), PHB_OK);
    ck_assert_msg(!strstr(error.message, "CANARY"), "%s", error.message);
    ck_assert_msg(!strstr(error.path, "CANARY"), "%s", error.path);
}
END_TEST

/* ---- categories and costings ---- */

/* Whatever a costing computes has a category of its own, and no local one may take its name. */
START_TEST(no_local_category_is_called_like_a_computed_one)
{
    phb_budget *budget = NULL;
    phb_costing *costing = NULL;
    size_t computed = 0;
    ck_assert_int_eq(
        phb_budget_from_json(NULL, budget_example, strlen(budget_example), &budget, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_cost(budget, NULL, NULL, &costing, NULL), PHB_OK);
    const phb_table *lines = phb_costing_table(costing, PHB_COSTING_LINES);
    for (size_t row = 0; row < phb_table_rows(lines); row++) {
        char text[256];
        phb_error error;
        const char *category = phb_table_text(lines, "category", row);
        snprintf(text, sizeof(text), HEAD ",'categories':[{'id':'%s','as':'other'}]}", category);
        const char *json = quoted(text);
        ck_assert_msg(read_policy(json, strlen(json), &error) == PHB_ERROR_DUPLICATE, "%s",
                      category);
        computed += strstr(error.message, "computes") != NULL;
    }
    ck_assert_uint_ge(computed, 3);
    phb_costing_free(costing);
    phb_budget_free(budget);
}
END_TEST

int
main(void)
{
    read_example(EXAMPLES "/policies/north.json", example);
    read_example(EXAMPLES "/budgets/adult-chc.json", budget_example);
    TCase *tcase = tcase_create("policy");
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, what_is_written_says_all_that_was_read);
    tcase_add_test(tcase, what_is_written_reads_back_the_same);
    tcase_add_test(tcase, the_last_reference_gives_everything_back);
    add_rows(tcase, a_list_is_no_longer_than_the_limit, lists);
    tcase_add_test(tcase, a_policy_cut_off_anywhere_is_refused);
    tcase_add_test(tcase, a_policy_with_one_byte_changed_does_no_harm);
    add_rows(tcase, a_refusal_quotes_nothing, silent);
    tcase_add_test(tcase, no_local_category_is_called_like_a_computed_one);
    return suite_run("policy", tcase);
}
