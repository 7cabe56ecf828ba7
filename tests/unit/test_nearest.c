#include "json/nearest.h"

#include "support/suite.h"

static const struct phb__field fields[] = {
    {.key = "assistants"}, {.key = "pay_frequency"},  {.key = "start"},
    {.key = "end"},        {.key = "hours_per_week"}, {.key = "minutes_per_week"},
};
static const struct phb__shape shape = PHB__SHAPE("a thing", fields, 0);

static const struct {
    const char *key;
    const char *nearest;
} guesses[] = {
    {"assistant", "assistants"},
    {"asistants", "assistants"},
    {"Assistants", "assistants"},
    {"pay-frequency", "pay_frequency"},
    {"payfrequency", "pay_frequency"},
    {"strat", "start"},
    {"hour_per_week", "hours_per_week"},
    {"minutes_per_weeks", "minutes_per_week"},
    {"ends", "end"},
    {"comment", NULL},
    {"q", NULL},
    {"", NULL},
    {"something quite different", NULL},
    {"assistantsassistantsassistantsassistantsassistants", NULL},
};

START_TEST(the_key_that_was_probably_meant)
{
    const char *nearest = phb__nearest_key(&shape, guesses[_i].key);
    if (guesses[_i].nearest) {
        ck_assert_ptr_nonnull(nearest);
        ck_assert_str_eq(nearest, guesses[_i].nearest);
    } else {
        ck_assert_msg(!nearest, "%s for \"%s\"", nearest, guesses[_i].key);
    }
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("nearest");
    add_rows(tcase, the_key_that_was_probably_meant, guesses);
    return suite_run("nearest", tcase);
}
