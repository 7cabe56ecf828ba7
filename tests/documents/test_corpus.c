/*
 * A corpus: documents of one kind that are wrong in one way each, with the status, pointer and
 * byte. Which corpus, what reads it and how many cases it has at least, the build says.
 */

#include <stdbool.h>
#include <stdio.h>

#include <cjson/cJSON.h>

#include "reading.h"

static const char mark[] = "\xE2\x9F\xA6"; /* before the byte an error must name */

static cJSON *corpus;
static const cJSON *cases;

static void
read_corpus(void)
{
    FILE *file = fopen(CORPUS, "rb");
    static char text[1 << 20];
    size_t size = file ? fread(text, 1, sizeof(text) - 1, file) : 0;
    if (file) {
        fclose(file);
    }
    text[size] = '\0';
    corpus = cJSON_Parse(text); /* another reader than the one that is tested */
    cases = cJSON_GetObjectItemCaseSensitive(corpus, "cases");
}

static const char *
text_of(const cJSON *row, const char *key)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(row, key);
    ck_assert_msg(cJSON_IsString(item), "a case without %s", key);
    return item->valuestring;
}

START_TEST(a_document_is_what_the_corpus_says)
{
    const cJSON *row = cJSON_GetArrayItem(cases, _i);
    const char *about = text_of(row, "about");
    const char *marked = text_of(row, "text");
    char *text = malloc(strlen(marked) + 1);
    ck_assert_ptr_nonnull(text);
    memcpy(text, marked, strlen(marked) + 1);
    char *at = strstr(text, mark);
    int64_t position = at ? at - text : -1;
    if (at) {
        memmove(at, at + strlen(mark), strlen(at + strlen(mark)) + 1);
    }
    phb_error error = PHB_ERROR_INIT;
    phb_status status = READ(text, strlen(text), &error);
    free(text);
    ck_assert_msg(strcmp(phb_status_name(status), text_of(row, "status")) == 0, "%s: %s, %s", about,
                  phb_status_name(status), error.message);
    ck_assert_msg((status == PHB_OK) == (strcmp(text_of(row, "tag"), "ok") == 0), "%s", about);
    if (status == PHB_OK) {
        return;
    }
    ck_assert_msg(strcmp(error.message, text_of(row, "message")) == 0, "%s: %s", about,
                  error.message);
    ck_assert_msg(strcmp(error.path, text_of(row, "pointer")) == 0, "%s: %s", about, error.path);
    ck_assert_msg(error.position == position, "%s: byte %lld, not %lld", about,
                  (long long)error.position, (long long)position);
}
END_TEST

/* Text is found before shape, and shape before meaning: each status belongs to one of them. */
START_TEST(a_tag_goes_with_its_statuses)
{
    static const char *const allowed[][2] = {
        {"ok", " OK "},
        {"text", " JSON_SYNTAX UTF8 LIMIT "},
        {"shape", " JSON_SHAPE DUPLICATE INCOMPLETE "},
        {"meaning", " DATE RANGE DUPLICATE INCOMPLETE NOT_FOUND LIMIT "},
    };
    const cJSON *row = cJSON_GetArrayItem(cases, _i);
    char status[64];
    snprintf(status, sizeof(status), " %s ", text_of(row, "status"));
    bool is_allowed = false;
    for (size_t i = 0; i < COUNT_OF(allowed); i++) {
        bool is_tag = strcmp(allowed[i][0], text_of(row, "tag")) == 0;
        is_allowed = is_allowed || (is_tag && strstr(allowed[i][1], status) != NULL);
    }
    ck_assert_msg(is_allowed, "%s", text_of(row, "about"));
}
END_TEST

START_TEST(the_corpus_is_there)
{
    ck_assert_ptr_nonnull(cases);
    ck_assert_int_ge(cJSON_GetArraySize(cases), CASES_AT_LEAST);
}
END_TEST

int
main(void)
{
    read_corpus();
    TCase *tcase = tcase_create("corpus");
    int count = cJSON_GetArraySize(cases);
    tcase_add_test(tcase, the_corpus_is_there);
    tcase_add_loop_test(tcase, a_document_is_what_the_corpus_says, 0, count);
    tcase_add_loop_test(tcase, a_tag_goes_with_its_statuses, 0, count);
    int status = suite_run("corpus", tcase);
    cJSON_Delete(corpus);
    return status;
}
