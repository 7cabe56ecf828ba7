#include "core/utf8.h"

#include <stdbool.h>
#include <string.h>

#include "support/suite.h"

/* The first character of the bytes: its length, 0 when they are not valid. */
static const struct {
    const char *bytes;
    size_t size;
    size_t length;
} lengths[] = {
    {"", 0, 0},
    {"a", 1, 1},
    {"\0", 1, 1},
    {"\x7F", 1, 1},
    {"ab", 2, 1},
    /* The first and the last of each length: U+0080, U+07FF, U+0800, U+FFFF, U+10000, U+10FFFF. */
    {"\xC2\x80", 2, 2},
    {"\xDF\xBF", 2, 2},
    {"\xE0\xA0\x80", 3, 3},
    {"\xEF\xBF\xBF", 3, 3},
    {"\xF0\x90\x80\x80", 4, 4},
    {"\xF4\x8F\xBF\xBF", 4, 4},
    {"\xE1\x80\x80", 3, 3},
    {"\xEC\xBF\xBF", 3, 3},
    {"\xF1\x80\x80\x80", 4, 4},
    {"\xF3\xBF\xBF\xBF", 4, 4},
    /* Around the surrogates: U+D7FF and U+E000 are characters, U+D800 and U+DFFF are not. */
    {"\xED\x9F\xBF", 3, 3},
    {"\xEE\x80\x80", 3, 3},
    {"\xED\xA0\x80", 3, 0},
    {"\xED\xBF\xBF", 3, 0},
    /* Overlong: "/" in two, three and four bytes, and the largest that a shorter form can say. */
    {"\xC0\xAF", 2, 0},
    {"\xC1\xBF", 2, 0},
    {"\xE0\x80\xAF", 3, 0},
    {"\xE0\x9F\xBF", 3, 0},
    {"\xF0\x80\x80\xAF", 4, 0},
    {"\xF0\x8F\xBF\xBF", 4, 0},
    /* Above U+10FFFF. */
    {"\xF4\x90\x80\x80", 4, 0},
    {"\xF5\x80\x80\x80", 4, 0},
    {"\xFE", 1, 0},
    {"\xFF", 1, 0},
    /* A continuation alone; a character that is cut, by the size or by another character. */
    {"\x80", 1, 0},
    {"\xBF\x80", 2, 0},
    {"\xC2", 1, 0},
    {"\xE2\x82", 2, 0},
    {"\xF0\x9F\x98", 3, 0},
    {"\xF0\x9F\x98\x80", 3, 0},
    {"\xC2\x41", 2, 0},
    {"\xC2\xC0", 2, 0},
    {"\xE2\x41\xAC", 3, 0},
    {"\xE2\x82\x41", 3, 0},
    {"\xE2\x82\xC0", 3, 0},
    {"\xF0\x9F\x41\x80", 4, 0},
    {"\xF0\x9F\x98\x41", 4, 0},
};

START_TEST(the_length_of_a_character)
{
    ck_assert_uint_eq(phb__utf8_length(lengths[_i].bytes, lengths[_i].size), lengths[_i].length);
}
END_TEST

static const struct {
    uint32_t code_point;
    const char *bytes;
} encodings[] = {
    {0x41, "A"},
    {0x7F, "\x7F"},
    {0x80, "\xC2\x80"},
    {0xA3, "\xC2\xA3"},
    {0x7FF, "\xDF\xBF"},
    {0x800, "\xE0\xA0\x80"},
    {0x20AC, "\xE2\x82\xAC"},
    {0xD7FF, "\xED\x9F\xBF"},
    {0xE000, "\xEE\x80\x80"},
    {0xFFFF, "\xEF\xBF\xBF"},
    {0x10000, "\xF0\x90\x80\x80"},
    {0x1F600, "\xF0\x9F\x98\x80"},
    {0x10FFFF, "\xF4\x8F\xBF\xBF"},
    {0xD800, ""},
    {0xDFFF, ""},
    {0x110000, ""},
    {UINT32_MAX, ""},
};

START_TEST(the_bytes_of_a_character)
{
    char bytes[5] = "";
    size_t size = phb__utf8_encode(encodings[_i].code_point, bytes);
    ck_assert_uint_eq(size, strlen(encodings[_i].bytes));
    ck_assert_str_eq(bytes, encodings[_i].bytes);
}
END_TEST

START_TEST(every_character_comes_back)
{
    for (uint32_t code_point = 0; code_point <= 0x10FFFF; code_point++) {
        char bytes[4];
        size_t size = phb__utf8_encode(code_point, bytes);
        bool is_surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
        /* An assertion each for a million characters would take seconds. */
        if ((size == 0) != is_surrogate || phb__utf8_length(bytes, size) != size) {
            ck_abort_msg("U+%04X is not itself", (unsigned)code_point);
        }
    }
}
END_TEST

static const struct {
    const char *text;
    size_t columns;
} widths[] = {
    {"", 0},
    {"Zoe", 3},
    {"\xC2\xA3"
     "12.50",
     6},
    /* é in one character, and as an e with an accent behind it. */
    {"caf\xC3\xA9", 4},
    {"cafe\xCC\x81", 4},
    /* U+02FF, U+0300, U+036F, U+0370. */
    {"\xCB\xBF", 1},
    {"a\xCC\x80", 1},
    {"a\xCD\xAF", 1},
    {"a\xCD\xB0", 2},
    {"\xE2\x82\xAC"
     "5",
     2},
    /* Bytes that are no text count one each. */
    {"a\xFF\x80", 3},
    {"\xCC", 1},
};

START_TEST(columns_on_a_terminal)
{
    ck_assert_uint_eq(phb__utf8_columns(widths[_i].text), widths[_i].columns);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("utf8");
    tcase_set_timeout(tcase, 60);
    add_rows(tcase, the_length_of_a_character, lengths);
    add_rows(tcase, the_bytes_of_a_character, encodings);
    tcase_add_test(tcase, every_character_comes_back);
    add_rows(tcase, columns_on_a_terminal, widths);
    return suite_run("utf8", tcase);
}
