/*
 * An outcome says what the person wants, not how they get it. Whether a sentence does can only be
 * suspected, and only by how it begins: "a wheelchair" is a thing, "get out in my wheelchair" is a
 * fine outcome.
 */

#include "rules/plan_view.h"

/* Words that say nothing yet: "to have a carer", "I need 20 hours of physio". */
static const char *const openers[] = {
    "a",     "an",      "and",     "access",  "afford", "buy",     "daily", "employ",
    "extra", "for",     "funding", "get",     "have",   "help",    "i",     "hours",
    "hour",  "like",    "more",    "my",      "need",   "new",     "of",    "one",
    "pay",   "provide", "receive", "regular", "some",   "support", "the",   "to",
    "two",   "use",     "want",    "weekly",  "would"};

/* What is bought or provided, each with what may follow the first word. */
static const char *const services[] = {"agency",
                                       "assistant",
                                       "assistants",
                                       "care package",
                                       "carer",
                                       "carers",
                                       "chiropody",
                                       "counselling",
                                       "day centre",
                                       "equipment",
                                       "hoist",
                                       "hospital bed",
                                       "hydrotherapy",
                                       "massage",
                                       "nurse",
                                       "nursing",
                                       "occupational therapy",
                                       "pa",
                                       "pas",
                                       "personal assistant",
                                       "personal assistants",
                                       "physio",
                                       "physiotherapy",
                                       "powerchair",
                                       "profiling bed",
                                       "respite",
                                       "scooter",
                                       "sessions",
                                       "sleep-in",
                                       "speech therapy",
                                       "support worker",
                                       "support workers",
                                       "therapy",
                                       "treatment",
                                       "waking night",
                                       "wheelchair"};

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* Of English alone. No locale is asked. */
static char
lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Dashes, dots and quotation marks as printers set them: U+2000 to U+206F, of three bytes. */
#define PRINTED_SIZE 3

static bool
is_printed_mark(const char *text)
{
    return text[0] == '\xE2' && (text[1] == '\x80' || text[1] == '\x81') && text[2] != '\0';
}

/* Letters of other languages are letters too. */
static bool
is_letter(const char *text)
{
    char low = lower(*text);
    bool is_other = (unsigned char)*text >= 0x80 && !is_printed_mark(text);
    return (low >= 'a' && low <= 'z') || low == '-' || is_other;
}

/* How long the words are that a text begins with, whole and in whatever case; 0 when others do. */
static size_t
begins_with(const char *text, const char *words)
{
    size_t size = 0;
    while (words[size] != '\0' && lower(text[size]) == words[size]) {
        size++;
    }
    return words[size] == '\0' && !is_letter(text + size) ? size : 0;
}

static size_t
begins_with_any(const char *text, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t size = begins_with(text, list[i]);
        if (size > 0) {
            return size;
        }
    }
    return 0;
}

/* Behind what begins no word: blanks, figures, quotation marks, the dash of a list. */
static const char *
next_word(const char *text)
{
    while (*text != '\0' && (!is_letter(text) || *text == '-')) {
        text += is_printed_mark(text) ? PRINTED_SIZE : 1;
    }
    return text;
}

bool
phb__begins_with_service(const char *statement)
{
    const char *at = next_word(statement);
    size_t size = begins_with_any(at, openers, COUNT_OF(openers));
    while (size > 0) {
        at = next_word(at + size);
        size = begins_with_any(at, openers, COUNT_OF(openers));
    }
    return begins_with_any(at, services, COUNT_OF(services)) > 0;
}
