#include "render/words.h"

#include <string.h>

#include "core/checked.h"
#include "core/utf8.h"

#define BREAKS "\n\r\t"
#define SPACES " " BREAKS
#define REPLACEMENT "\xEF\xBF\xBD" /* U+FFFD */

static const struct {
    const char *name;
    const char *words;
} words_of[] = {
    {"age_14", "14th birthday"},
    {"age_16", "16th birthday"},
    {"age_17", "17th birthday"},
    {"age_18", "18th birthday"},
    {"age_25", "25th birthday"},
    {"agency", "Agency care"},
    {"bank_holiday", "Bank holiday pay"},
    {"care_act_direct_payment", "Care Act direct payment"},
    {"chc", "NHS continuing healthcare"},
    {"child_continuing_care", "Children's continuing care"},
    {"contingency", "Contingency"},
    {"cover", "Cover of leave"},
    {"dbs", "DBS checks"},
    {"direct_payment", "Direct payment"},
    {"ehc_plan", "Education, health and care plan"},
    {"employer_ni", "Employer National Insurance"},
    {"employment_allowance", "Employment Allowance"},
    {"equipment_maintenance", "Equipment maintenance"},
    {"illegal", "Against the law"},
    {"insurance", "Insurance"},
    {"leave", "Leave pay"},
    {"managed_account", "Managed account fee"},
    {"nhs_charges", "NHS charges"},
    {"nhs_direct_payment", "NHS direct payment"},
    {"notice_end", "End of a notice"},
    {"notional", "Notional budget"},
    {"payroll", "Payroll service"},
    {"pension", "Employer pension contribution"},
    {"pension_setup", "Pension set-up"},
    {"plan_beyond_ehc", "Plan beyond the education, health and care plan"},
    {"recost", "Cost of the next year"},
    {"section_117", "Section 117 aftercare"},
    {"self_employed", "Self-employed help"},
    {"send_direct_payment", "Special educational needs direct payment"},
    {"sickness", "Sick pay"},
    {"sickness_cover", "Cover of sickness"},
    {"third_party", "Third party budget"},
    {"third_party_fee", "Third party fee"},
    {"unpaid_carer_support", "Support for unpaid carers"},
};

void
phb__put_words(struct phb__builder *builder, const char *name)
{
    for (size_t i = 0; i < sizeof words_of / sizeof words_of[0]; i++) {
        if (strcmp(words_of[i].name, name) == 0) {
            phb__put(builder, words_of[i].words);
            return;
        }
    }
    static const char capitals[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (const char *c = name; *c != '\0'; c++) {
        bool is_raised = c == name && *c >= 'a' && *c <= 'z';
        phb__put_bytes(builder, is_raised ? &capitals[*c - 'a'] : *c == '_' ? " " : c, 1);
    }
}

void
phb__put_plain(struct phb__builder *builder, const char *text, size_t size)
{
    const char *end = text + size;
    const char *start = text; /* of what was not yet put */
    while (text < end) {
        size_t control = phb__utf8_control(text);
        if (control == 0) {
            text++;
            continue;
        }
        phb__put_bytes(builder, start, (size_t)(text - start));
        phb__put(builder, strchr(BREAKS, *text) ? " " : REPLACEMENT);
        text += control;
        start = text;
    }
    phb__put_bytes(builder, start, (size_t)(end - start));
}

void
phb__put_day(struct phb__builder *builder, phb_date day)
{
    static const char *const weekdays[] = {"", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    phb__put(builder, weekdays[phb_date_weekday(day)]);
    phb__put(builder, " ");
    phb__put_short_date(builder, day);
}

/* "5.6", "0.25", "6": as a calculator shows it. */
static void
put_hundredths(struct phb__builder *builder, int64_t whole, int64_t hundredths)
{
    phb__put_int(builder, whole);
    if (hundredths > 0) {
        phb__put(builder, hundredths < 10 ? ".0" : ".");
        phb__put_int(builder, hundredths % 10 == 0 ? hundredths / 10 : hundredths);
    }
}

void
phb__put_mixed(struct phb__builder *builder, int64_t numerator, int64_t denominator)
{
    int64_t common = phb__gcd(numerator, denominator);
    if (numerator < 0 || common == 0) {
        return;
    }
    numerator /= common;
    denominator /= common;
    int64_t whole = numerator / denominator;
    int64_t rest = numerator % denominator;
    if (100 % denominator == 0) {
        put_hundredths(builder, whole, rest * (100 / denominator));
        return;
    }
    if (whole > 0) {
        phb__put_int(builder, whole);
        phb__put(builder, " ");
    }
    if (rest > 0) {
        phb__put_int(builder, rest);
        phb__put(builder, "/");
        phb__put_int(builder, denominator);
    }
}

/* The columns of what was put since `start`. */
static size_t
columns_since(const struct phb__builder *builder, size_t start)
{
    bool is_nothing = builder->failed || builder->size == start;
    return is_nothing ? 0 : phb__utf8_columns(builder->data + start);
}

void
phb__pad_right(struct phb__builder *builder, size_t start, size_t width)
{
    size_t columns = columns_since(builder, start);
    phb__put_repeat(builder, ' ', columns < width ? width - columns : 0);
}

void
phb__pad_left(struct phb__builder *builder, size_t start, size_t width)
{
    size_t size = builder->size - start;
    size_t columns = columns_since(builder, start);
    size_t spaces = columns < width ? width - columns : 0;
    phb__put_repeat(builder, ' ', spaces);
    if (!builder->failed && spaces > 0) {
        memmove(builder->data + start + spaces, builder->data + start, size);
        memset(builder->data + start, ' ', spaces);
    }
}

/* The columns of the first `size` bytes of valid UTF-8. */
static size_t
columns_of(const char *text, size_t size)
{
    size_t columns = 0;
    for (size_t i = 0; i < size; i++) {
        columns += ((unsigned char)text[i] & 0xC0u) != 0x80u; /* bytes that begin a character */
    }
    return columns;
}

void
phb__put_wrapped(struct phb__builder *builder, const char *text, size_t column, size_t indent,
                 size_t width)
{
    bool is_first = true;
    while (*text != '\0') {
        size_t size = strcspn(text, SPACES);
        size_t columns = columns_of(text, size);
        if (!is_first && column + 1 + columns > width) {
            phb__put(builder, "\n");
            phb__put_repeat(builder, ' ', indent);
            column = indent;
        } else if (!is_first) {
            phb__put(builder, " ");
            column++;
        }
        phb__put_plain(builder, text, size);
        column += columns;
        text += size;
        text += strspn(text, SPACES);
        is_first = false;
    }
    phb__put(builder, "\n");
}
