#include "render/words.h"

#include <string.h>

#include "support/suite.h"

static struct phb__builder builder;

static void
set_up(void)
{
    phb__builder_init(&builder, NULL);
    phb__put(&builder, ""); /* never NULL */
}

static void
tear_down(void)
{
    phb__builder_free(&builder);
}

static const char *
said(void)
{
    return builder.size == 0 ? "" : builder.data;
}

static const struct {
    const char *name;
    const char *words;
} names[] = {
    {"employer_ni", "Employer National Insurance"},
    {"dbs", "DBS checks"},
    {"direct_payment", "Direct payment"},
    {"pay", "Pay"},
    {"emergency_cover", "Emergency cover"},
    {"cover", "Cover of leave"},
    {"sickness_cover", "Cover of sickness"},
    {"employment_allowance", "Employment Allowance"},
    {"nhs_charges", "NHS charges"},
    {"vaccination", "Vaccination"},
    {"Gross pay", "Gross pay"},
    {"", ""},
};

START_TEST(a_name_has_plain_words)
{
    phb__put_words(&builder, names[_i].name);
    ck_assert_str_eq(said(), names[_i].words);
}
END_TEST

static const struct {
    phb_pence amount;
    const char *pounds;
    const char *grouped;
} amounts[] = {
    {0,
     "\xC2\xA3"
     "0.00",
     "0.00"},
    {5,
     "\xC2\xA3"
     "0.05",
     "0.05"},
    {99999,
     "\xC2\xA3"
     "999.99",
     "999.99"},
    {100000,
     "\xC2\xA3"
     "1,000.00",
     "1,000.00"},
    {-123456,
     "-\xC2\xA3"
     "1,234.56",
     "-1,234.56"},
    {123456789,
     "\xC2\xA3"
     "1,234,567.89",
     "1,234,567.89"},
    {PHB_PENCE_MAX,
     "\xC2\xA3"
     "10,000,000,000.00",
     "10,000,000,000.00"},
    {PHB_PENCE_NONE, "", ""},
};

START_TEST(an_amount_is_grouped_by_thousands)
{
    phb__put_pounds(&builder, amounts[_i].amount);
    ck_assert_str_eq(said(), amounts[_i].pounds);
    builder.size = 0;
    phb__put_grouped(&builder, amounts[_i].amount);
    ck_assert_str_eq(amounts[_i].grouped[0] == '\0' ? "" : said(), amounts[_i].grouped);
}
END_TEST

START_TEST(a_day_is_written_long_or_short)
{
    phb__put_long_date(&builder, date_of("2026-09-06"));
    phb__put(&builder, "|");
    phb__put_short_date(&builder, date_of("2026-09-06"));
    phb__put(&builder, "|");
    phb__put_long_date(&builder, PHB_DATE_NONE);
    ck_assert_str_eq(said(), "6 September 2026|6 Sep 2026|");
}
END_TEST

static const struct {
    int64_t numerator;
    int64_t denominator;
    const char *text;
} fractions[] = {
    {365, 7, "52 1/7"}, {6, 1, "6"},       {12, 2, "6"},      {1, 3, "1/3"},
    {0, 7, "0"},        {28, 5, "5.6"},    {1, 4, "0.25"},    {3, 2, "1.5"},
    {101, 100, "1.01"}, {110, 100, "1.1"}, {7, 200, "7/200"}, {895, 868, "1 27/868"},
    {-1, 2, ""},        {0, 0, ""},
};

START_TEST(a_fraction_is_written_as_people_do)
{
    phb__put_mixed(&builder, fractions[_i].numerator, fractions[_i].denominator);
    ck_assert_str_eq(said(), fractions[_i].text);
}
END_TEST

START_TEST(padding_counts_columns_and_not_bytes)
{
    phb__put(&builder, "\xC2\xA3"
                       "1");
    phb__pad_right(&builder, 0, 5);
    size_t start = builder.size;
    phb__put(&builder, "\xC2\xA3"
                       "2");
    phb__pad_left(&builder, start, 5);
    ck_assert_str_eq(said(), "\xC2\xA3"
                             "1      \xC2\xA3"
                             "2");
    start = builder.size;
    phb__put(&builder, "longer");
    phb__pad_left(&builder, start, 3);
    phb__pad_right(&builder, start, 3);
    ck_assert_str_eq(said() + start, "longer");
}
END_TEST

static const struct {
    const char *text;
    size_t column;
    size_t indent;
    size_t width;
    const char *wrapped;
} paragraphs[] = {
    {"one two three", 0, 2, 80, "one two three\n"},
    {"one two three", 0, 2, 7, "one two\n  three\n"},
    {"one two three", 2, 2, 7, "one\n  two\n  three\n"},
    {"one  two", 0, 0, 80, "one two\n"},
    {"incomprehensible", 0, 2, 5, "incomprehensible\n"},
    {"a incomprehensible b", 0, 2, 5, "a\n  incomprehensible\n  b\n"},
    {"\xC2\xA3\xC2\xA3 x", 0, 2, 4, "\xC2\xA3\xC2\xA3 x\n"},
    {"one\ntwo\t\r\n three", 0, 2, 7, "one two\n  three\n"},
    {"a\x1B[1m b", 0, 2, 7, "a\xEF\xBF\xBD[1m b\n"},
    {"", 0, 2, 5, "\n"},
};

START_TEST(a_paragraph_is_broken_at_spaces)
{
    phb__put_wrapped(&builder, paragraphs[_i].text, paragraphs[_i].column, paragraphs[_i].indent,
                     paragraphs[_i].width);
    ck_assert_str_eq(said(), paragraphs[_i].wrapped);
}
END_TEST

/* U+0000 to U+001F, U+007F and U+0080 to U+009F: the first and last of each, and their neighbours.
 */
static const struct {
    const char *text;
    const char *plain;
} texts[] = {
    {"", ""},
    {"as it is", "as it is"},
    {"a\nb\rc\td", "a b c d"},
    {"\x01\x1F ~\x7F", "\xEF\xBF\xBD\xEF\xBF\xBD ~\xEF\xBF\xBD"},
    {"\xC2\x80\xC2\x9F\xC2\xA0", "\xEF\xBF\xBD\xEF\xBF\xBD\xC2\xA0"},
    {"\xC3\x80\xE2\x80\x94", "\xC3\x80\xE2\x80\x94"},
};

START_TEST(plain_text_controls_nothing)
{
    phb__put_plain(&builder, texts[_i].text, strlen(texts[_i].text));
    ck_assert_str_eq(said(), texts[_i].plain);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("words");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    add_rows(tcase, a_name_has_plain_words, names);
    add_rows(tcase, an_amount_is_grouped_by_thousands, amounts);
    tcase_add_test(tcase, a_day_is_written_long_or_short);
    add_rows(tcase, a_fraction_is_written_as_people_do, fractions);
    tcase_add_test(tcase, padding_counts_columns_and_not_bytes);
    add_rows(tcase, a_paragraph_is_broken_at_spaces, paragraphs);
    add_rows(tcase, plain_text_controls_nothing, texts);
    return suite_run("words", tcase);
}
