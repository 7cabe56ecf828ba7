#include "core/document.h"

#include <string.h>

#include <cjson/cJSON.h>
#include <phb/money.h>
#include <phb/render.h>

#include "support/failing.h"
#include "support/json.h"
#include "support/suite.h"
#include "thing.h"
#include "json/table.h"

static struct thing_stop stops[] = {{0, 0, 450}};
static struct thing_source sources[] = {{"s1", "A \"title\""}};
static const char *words[] = {"one", ""};
static struct thing_fare fares[] = {{0, 0, 100}};
static struct thing_ride rides[] = {{250, {NULL, 0, 0}}, {PHB_NUMBER_NONE, {fares, 1, 1}}};
static const char *tags[] = {"fast", "blue"};
static struct thing_mark marks[] = {{"m.1", 950}, {"m.2", 0}};

static struct thing
full_thing(void)
{
    return (struct thing){.id = "t-1",
                          .name = "Line\nbreak",
                          .letter = "B",
                          .colour = 3,
                          .is_wet = 2,
                          .day = 1,
                          .price_pence = 5,
                          .share_ppm = 120700,
                          .box_label = "x",
                          .box_count = PHB__NUMBER_NULL,
                          .stops = {stops, 1, 1},
                          .sources = {sources, 1, 1},
                          .words = {words, 2, 2},
                          .rides = {rides, 2, 2},
                          .tags = {tags, 2, 2},
                          .marks = {marks, 2, 2}};
}

static phb_text *
written(const struct thing *thing)
{
    struct phb__builder builder;
    phb_text *text = NULL;
    phb__builder_init(&builder, NULL);
    phb__json_write(&builder, &thing_shape, thing);
    ck_assert_int_eq(phb__builder_finish(&builder, &text, NULL), PHB_OK);
    return text;
}

START_TEST(all_that_is_said_is_written_in_the_order_of_the_table)
{
    struct thing thing = full_thing();
    phb_text *text = written(&thing);
    ck_assert_str_eq(phb_text_data(text), "{\n"
                                          "  \"format\": \"thing/1\",\n"
                                          "  \"id\": \"t-1\",\n"
                                          "  \"name\": \"Line\\nbreak\",\n"
                                          "  \"letter\": \"B\",\n"
                                          "  \"colour\": \"blue\",\n"
                                          "  \"is_wet\": true,\n"
                                          "  \"day\": \"1970-01-02\",\n"
                                          "  \"price\": \"0.05\",\n"
                                          "  \"share\": \"12.07%\",\n"
                                          "  \"box\": {\n"
                                          "    \"label\": \"x\",\n"
                                          "    \"count\": null\n"
                                          "  },\n"
                                          "  \"stops\": [\n"
                                          "    {\n"
                                          "      \"day\": \"1970-01-01\",\n"
                                          "      \"minutes\": 450\n"
                                          "    }\n"
                                          "  ],\n"
                                          "  \"sources\": {\n"
                                          "    \"s1\": {\n"
                                          "      \"title\": \"A \\\"title\\\"\"\n"
                                          "    }\n"
                                          "  },\n"
                                          "  \"words\": [\"one\", \"\"],\n"
                                          "  \"rides\": [\n"
                                          "    {\n"
                                          "      \"price\": \"2.50\"\n"
                                          "    },\n"
                                          "    {\n"
                                          "      \"price\": [\n"
                                          "        {\n"
                                          "          \"from\": \"1970-01-01\",\n"
                                          "          \"fare\": \"1.00\"\n"
                                          "        }\n"
                                          "      ]\n"
                                          "    }\n"
                                          "  ],\n"
                                          "  \"tags\": [\n"
                                          "    \"fast\",\n"
                                          "    \"blue\"\n"
                                          "  ],\n"
                                          "  \"marks\": {\n"
                                          "    \"m.1\": 9.5,\n"
                                          "    \"m.2\": 0\n"
                                          "  }\n"
                                          "}\n");
    phb_text_free(text);
}
END_TEST

START_TEST(what_is_not_said_is_left_out)
{
    struct thing thing;
    phb__shape_clear(&thing_shape, &thing);
    phb_text *text = written(&thing);
    ck_assert_str_eq(phb_text_data(text), "{\n  \"format\": \"thing/1\"\n}\n");
    phb_text_free(text);
}
END_TEST

/* The box's format may be left out, and is: a part need not say what the whole has said. An object
 * that says nothing else is none. */
START_TEST(a_literal_is_written_only_where_it_must_be)
{
    struct thing thing;
    phb__shape_clear(&thing_shape, &thing);
    thing.box_label = "x";
    phb_text *text = written(&thing);
    ck_assert_str_eq(phb_text_data(text), "{\n"
                                          "  \"format\": \"thing/1\",\n"
                                          "  \"box\": {\n"
                                          "    \"label\": \"x\"\n"
                                          "  }\n"
                                          "}\n");
    phb_text_free(text);
    const struct phb__field *format = thing_box_shape.fields;
    ck_assert_str_eq(format->key, "format");
    ck_assert(phb__field_is_absent(format, &thing));
}
END_TEST

START_TEST(another_reader_understands_it)
{
    struct thing thing = full_thing();
    phb_text *text = written(&thing);
    cJSON *root = cJSON_Parse(phb_text_data(text));
    ck_assert_ptr_nonnull(root);
    ck_assert_str_eq(cJSON_GetObjectItemCaseSensitive(root, "name")->valuestring, "Line\nbreak");
    cJSON_Delete(root);
    phb_text_free(text);
}
END_TEST

START_TEST(out_of_memory_is_said_at_the_end)
{
    struct failing failing;
    struct phb__builder builder;
    struct thing thing = full_thing();
    phb_text *text = NULL;
    phb__builder_init(&builder, failing_context(&failing, 2, FAILING_FROM_N));
    phb__json_write(&builder, &thing_shape, &thing);
    ck_assert_int_eq(phb__builder_finish(&builder, &text, NULL), PHB_ERROR_MEMORY);
    ck_assert_ptr_null(text);
    failing_close(&failing);
}
END_TEST

/* ---- tables ---- */

static const struct phb__column columns[] = {
    {"name", PHB_COLUMN_TEXT}, {"cost", PHB_COLUMN_PENCE},   {"hours", PHB_COLUMN_NUMBER},
    {"on", PHB_COLUMN_DATE},   {"parent", PHB_COLUMN_INDEX}, {"paid", PHB_COLUMN_YES_NO},
};

START_TEST(a_table_is_a_list_of_rows)
{
    phb_table *table = phb__table_new(NULL, columns, COUNT_OF(columns), 2);
    ck_assert(phb__table_add_row(table));
    ck_assert(phb__table_set_static(table, 0, "a \"b\""));
    phb__table_set(table, 1, -150);
    phb__table_set(table, 2, 7);
    phb__table_set(table, 3, 0);
    phb__table_set(table, 4, 0);
    phb__table_set(table, 5, 1);
    ck_assert(phb__table_add_row(table));
    phb__table_set(table, 2, PHB_NUMBER_NONE);
    phb_text *text = NULL;
    ck_assert_int_eq(phb_table_to_json(NULL, table, &text, NULL), PHB_OK);
    ck_assert_str_eq(phb_text_data(text),
                     "[\n"
                     "  {\"name\": \"a \\\"b\\\"\", \"cost\": \"-1.50\", \"hours\": 7,"
                     " \"on\": \"1970-01-01\", \"parent\": 0, \"paid\": true},\n"
                     "  {\"name\": \"\", \"cost\": null, \"hours\": null,"
                     " \"on\": null, \"parent\": null, \"paid\": false}\n"
                     "]\n");
    phb_text_free(text);
    phb_table_free(table);
}
END_TEST

START_TEST(a_table_without_rows_is_an_empty_list)
{
    phb_table *table = phb__table_new(NULL, columns, COUNT_OF(columns), 0);
    phb_text *text = NULL;
    ck_assert_int_eq(phb_table_to_json(NULL, table, &text, NULL), PHB_OK);
    ck_assert_str_eq(phb_text_data(text), "[]\n");
    phb_text_free(text);
    phb_table_free(table);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("write");
    tcase_add_test(tcase, all_that_is_said_is_written_in_the_order_of_the_table);
    tcase_add_test(tcase, what_is_not_said_is_left_out);
    tcase_add_test(tcase, a_literal_is_written_only_where_it_must_be);
    tcase_add_test(tcase, another_reader_understands_it);
    tcase_add_test(tcase, out_of_memory_is_said_at_the_end);
    tcase_add_test(tcase, a_table_is_a_list_of_rows);
    tcase_add_test(tcase, a_table_without_rows_is_an_empty_list);
    return suite_run("write", tcase);
}
