/*
 * These are health records: nothing a document says may come back in a message or a path. The word
 * that must not come back stands wherever a document can hold a word, key or value.
 */

#include <stdbool.h>
#include <stdio.h>

#include <cjson/cJSON.h>

#include "reading.h"
#include "support/json.h"
#include "support/plan.h"

static const char canary[] = "CANARY";

static void
check_quiet(const phb_error *error)
{
    ck_assert_msg(!strstr(error->message, canary), "%s", error->message);
    ck_assert_msg(!strstr(error->path, canary), "%s", error->path);
}

static void
check_silence(const char *text, size_t size)
{
    phb_error error;
    if (read_document(text, size, &error) != PHB_OK) {
        check_quiet(&error);
    }
}

static void
check_silence_of_plan(const char *text, size_t size)
{
    phb_error error;
    if (read_plan(text, size, &error) != PHB_OK) {
        check_quiet(&error);
    }
}

#define PERIOD "'period':{'start':'2026-04-06','end':'2027-04-05'}"
#define HEAD "{'format':'phb-budget/1'," PERIOD ","
#define ASSISTANT(more) \
    HEAD "'assistants':[{'id':'CANARY','name':'CANARY','pay_frequency':'weekly','hours':[{'band':" \
         "'CANARY','hours_per_week':20,'rate':'13.50'}],'leave':{'method':'accrual','reason':" \
         "'CANARY'},'deployment':'direct_payment'" more "}]}"
#define LINE(more) \
    HEAD "'lines':[{'id':'CANARY','category':'dbs','amount':'1','per':'once','deployment':" \
         "'notional'" more "}]}"

static const char *const documents[] = {
    "CANARY",
    "'CANARY'",
    "'CANARY",
    "['CANARY']",
    "{'CANARY':1}",
    "{'CANARY'}",
    "{'CANARY':CANARY}",
    "{'format':'CANARY'}",
    "{'format':'phb-budget/1','CANARY':{'CANARY':'CANARY'}}",
    HEAD "'assistantsCANARY':[]}",
    HEAD "'linesCANARY':[]}",
    HEAD "'cohort':'CANARY'}",
    HEAD "'kind':['CANARY']}",
    HEAD "'kind':{'CANARY':'CANARY'}}",
    HEAD "'assistants':'CANARY'}",
    HEAD "'assistants':['CANARY']}",
    HEAD "'assistants':{'CANARY':{}}}",
    "{'format':'phb-budget/1','period':'CANARY'}",
    "{'format':'phb-budget/1','period':{'start':'CANARY'}}",
    "{'format':'phb-budget/1','period':{'CANARY':'2026-04-06'}}",
    ASSISTANT(",'date_of_birth':'CANARY'"),
    ASSISTANT(",'date_of_birth':'2027-02-29'"),
    ASSISTANT(",'ni_letter':'CANARY'"),
    ASSISTANT(",'name':'CANARY'"),
    ASSISTANT(",'pension':{'CANARY':1}"),
    ASSISTANT(",'pension':{'employer_rate':'CANARY'}"),
    ASSISTANT(",'pension':{'employer_rate':'CANARY%'}"),
    ASSISTANT(",'CANARY CANARY':'CANARY'"),
    ASSISTANT(",'start':'2027-01-01','end':'2026-01-01'"),
    ASSISTANT(",'id':'CANARY'"),
    LINE(",'quantity':'CANARY'"),
    LINE(",'quantity':-1"),
    LINE(",'amount':'CANARY'"),
    LINE("},{'id':'CANARY','category':'dbs','amount':'1','per':'once','deployment':'notional'"),
    LINE("},{'id':'CANARY CANARY'"),
    LINE("},{'category':'CANARY'"),
    ASSISTANT(",'funder':'CANARY'"),
    ASSISTANT(",'funder':'CANARY CANARY'"),
    ASSISTANT(",'relationship':'CANARY'"),
    ASSISTANT(",'lives_in_household':'CANARY'"),
    ASSISTANT(",'bank_holiday':{'CANARY':1}"),
    ASSISTANT(",'sickness':{'nil_reason':'CANARY','cover_rate':1}"),
    ASSISTANT(",'sickness':{'nil_reason':['CANARY']}"),
    LINE(",'assistants':['CANARY CANARY']"),
    LINE(",'assistants':['CANARY']"),
    LINE(",'unit':'CANARY'"),
    LINE(",'funder':'CANARY'"),
    LINE(",'provider':{'name':'CANARY','registration':'CANARY','cqc':'CANARY'}"),
    LINE(",'provider':{'CANARY':'CANARY'}"),
    HEAD "'lines':[{'id':'x','category':'dbs','amount':'1','per':'payslip','deployment':'notional',"
         "'assistants':['CANARY']}]}",
    HEAD "'agreed_by_line':{'CANARY':1}}",
    HEAD "'agreed_by_line':{'CANARY CANARY':1}}",
    HEAD "'employer':{'CANARY':1}}",
    HEAD "'employer':{'employment_allowance':{'claim':'CANARY'}}}",
    HEAD "'contingency':{'held':'CANARY'}}",
    HEAD "'funders':[{'id':'CANARY','kind':'nhs','share':'1%'}]}",
    HEAD "'funders':[{'id':'CANARY','kind':'nhs'},{'id':'CANARY','kind':'nhs'}]}",
    HEAD "'payments':{'frequency':'CANARY'}}",
    HEAD "'management':{'where_held':'CANARY','responsible':'CANARY','records':'CANARY',"
         "'third_party':{'organisation':'CANARY','agreement_on':'CANARY'}}}",
    HEAD "'wheelchair':{'option':'CANARY'}}",
};

START_TEST(a_refusal_quotes_nothing)
{
    const char *text = quoted(documents[_i]);
    phb_error error;
    ck_assert_int_ne(read_document(text, strlen(text), &error), PHB_OK);
    check_silence(text, strlen(text));
}
END_TEST

START_TEST(nor_does_one_of_a_document_cut_off_or_spoilt)
{
    const char *text = quoted(ASSISTANT(""));
    char spoilt[2048];
    for (size_t size = 0; size <= strlen(text); size++) {
        check_silence(text, size);
        memcpy(spoilt, text, strlen(text) + 1);
        spoilt[size] = '#';
        check_silence(spoilt, strlen(text));
    }
}
END_TEST

/* ---- plans ---- */

START_TEST(nor_does_one_of_a_plan_cut_off_or_spoilt)
{
    const char *text = whole_plan();
    static char spoilt[16384];
    memcpy(spoilt, text, strlen(text) + 1);
    for (size_t size = 0; size < strlen(text); size++) {
        check_silence_of_plan(text, size);
        spoilt[size] = '#';
        check_silence_of_plan(spoilt, strlen(text));
        spoilt[size] = text[size];
    }
}
END_TEST

/* The node behind another, in the order of the document; NULL behind the last. */
static cJSON *
node_behind(cJSON *root, int number)
{
    cJSON *above[32];
    size_t depth = 0;
    cJSON *node = root;
    while (node && number > 0) {
        if (node->child) {
            above[depth++] = node;
            node = node->child;
        } else {
            while (!node->next && depth > 0) {
                node = above[--depth];
            }
            node = node->next;
        }
        number--;
    }
    return node;
}

static void
check_printed(const cJSON *root)
{
    char *text = cJSON_PrintUnformatted(root);
    ck_assert_ptr_nonnull(text);
    check_silence_of_plan(text, strlen(text));
    cJSON_free(text);
}

/* Every value and every key of a plan in turn is a word, and then two, which are no id. */
static struct {
    char value[24]; /* as JSON */
    char key[16];
} words[] = {{"\"CANARY\"", "CANARY"}, {"\"CANARY CANARY\"", "CANARY CANARY"}};

START_TEST(nor_does_one_of_a_plan_with_a_word_where_it_cannot_be)
{
    cJSON *root = cJSON_Parse(whole_plan());
    int number = 1;
    for (cJSON *node; (node = node_behind(root, number)) != NULL; number++) {
        cJSON kept = *node; /* and put back */
        node->type = cJSON_Raw;
        node->child = NULL;
        node->valuestring = words[_i].value;
        check_printed(root);
        *node = kept;
        node->string = node->string ? words[_i].key : NULL;
        check_printed(root);
        node->string = kept.string;
    }
    cJSON_Delete(root);
    ck_assert_int_gt(number, 300);
}
END_TEST

/* Names and reasons are kept for those who wrote them: no table, text or note shows them. */
START_TEST(a_costing_shows_no_words_about_a_person)
{
    const char *text = quoted(
        HEAD "'assistants':[{'id':'pa-1','name':'CANARY','pay_frequency':'weekly','hours':[{"
             "'hours_per_week':20,'rate':'13.50'}],'leave':{'method':'none','reason':'CANARY'},"
             "'pension':{'membership':'opted_out'},'sickness':{'nil_reason':'CANARY'},"
             "'deployment':'direct_payment'}],'lines':[{'id':'x','category':'dbs','amount':'1',"
             "'per':'once','deployment':'notional','nil_reason':'CANARY','provider':{'name':"
             "'CANARY','registration':'CANARY'}}],'management':{'where_held':'CANARY',"
             "'responsible':'CANARY','records':'CANARY','third_party':{'organisation':"
             "'CANARY'}}}");
    phb_budget *budget = NULL;
    phb_costing *costing = NULL;
    phb_text *texts[3] = {NULL};
    ck_assert_int_eq(phb_budget_from_json(NULL, text, strlen(text), &budget, NULL), PHB_OK);
    ck_assert_int_eq(phb_budget_cost(budget, NULL, NULL, &costing, NULL), PHB_OK);
    ck_assert_int_eq(phb_costing_to_json(costing, 1, &texts[0], NULL), PHB_OK);
    ck_assert_int_eq(phb_costing_render(costing, PHB_FORMAT_TEXT, &texts[1], NULL), PHB_OK);
    ck_assert_int_eq(phb_costing_explain(costing, "pa-1/pay/2026-04-06", &texts[2], NULL), PHB_OK);
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        ck_assert_ptr_null(strstr(phb_text_data(texts[i]), canary));
        phb_text_free(texts[i]);
    }
    phb_costing_free(costing);
    phb_budget_free(budget);
}
END_TEST

/* What the builder refuses, it does not quote either. */
START_TEST(a_builder_quotes_nothing)
{
    phb_budget *budget = NULL;
    phb_error error = PHB_ERROR_INIT;
    int32_t index = -1;
    phb_assistant assistant = PHB_ASSISTANT_INIT;
    ck_assert_int_eq(phb_budget_new(NULL, &budget, NULL), PHB_OK);
    assistant.id = "CANARY CANARY";
    ck_assert_int_ne(phb_budget_add_assistant(budget, &assistant, &index, &error), PHB_OK);
    ck_assert_ptr_null(strstr(error.message, canary));
    assistant.id = "CANARY";
    assistant.ni_letter = "CANARY";
    ck_assert_int_ne(phb_budget_add_assistant(budget, &assistant, &index, &error), PHB_OK);
    ck_assert_ptr_null(strstr(error.message, canary));
    ck_assert_int_ne(phb_budget_add_agreed_line(budget, "CANARY CANARY", 1, &error), PHB_OK);
    ck_assert_ptr_null(strstr(error.message, canary));
    phb_budget_free(budget);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("privacy");
    add_rows(tcase, a_refusal_quotes_nothing, documents);
    tcase_add_test(tcase, nor_does_one_of_a_document_cut_off_or_spoilt);
    tcase_set_timeout(tcase, 120);
    tcase_add_test(tcase, nor_does_one_of_a_plan_cut_off_or_spoilt);
    add_rows(tcase, nor_does_one_of_a_plan_with_a_word_where_it_cannot_be, words);
    tcase_add_test(tcase, a_costing_shows_no_words_about_a_person);
    tcase_add_test(tcase, a_builder_quotes_nothing);
    return suite_run("privacy", tcase);
}
