#include "support/suite.h"

int
suite_run(const char *name, TCase *tcase)
{
    Suite *suite = suite_create(name);
    suite_add_tcase(suite, tcase);
    SRunner *runner = srunner_create(suite);
    srunner_set_tap(runner, "-");
    srunner_run_all(runner, CK_SILENT);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}

phb_date
date_of(const char *text)
{
    phb_date date = PHB_DATE_NONE;
    ck_assert_msg(phb_date_parse(text, &date) == PHB_OK, "\"%s\" is not a day", text);
    return date;
}

const char *
date_text(phb_date date)
{
    static char texts[4][PHB_DATE_TEXT_SIZE];
    static unsigned next;

    if (date == PHB_DATE_NONE) {
        return "(none)";
    }
    char *text = texts[next++ % COUNT_OF(texts)];
    return phb_date_format(date, text, sizeof(texts[0])) == PHB_OK ? text : "(no day)";
}

/* Multiplied by halves and without the carry that would wrap: sanitizers are to find real slips. */
uint64_t
random_bits(struct random_source *source)
{
    uint64_t bits = source->state;
    bits ^= bits >> 12;
    bits ^= (bits & (UINT64_MAX >> 25)) << 25;
    bits ^= bits >> 27;
    source->state = bits;

    const uint64_t factor = UINT64_C(0x2545F4914F6CDD1D);
    uint64_t low = (bits & UINT32_MAX) * (factor & UINT32_MAX);
    uint64_t cross = ((bits >> 32) * (factor & UINT32_MAX) & UINT32_MAX) +
                     ((bits & UINT32_MAX) * (factor >> 32) & UINT32_MAX) + (low >> 32);
    return (cross & UINT32_MAX) << 32 | (low & UINT32_MAX);
}

int64_t
random_between(struct random_source *source, int64_t from, int64_t to)
{
    int64_t width = to - from;
    int64_t steps = (int64_t)(random_bits(source) >> 1);
    return width == INT64_MAX ? from + steps : from + steps % (width + 1);
}
