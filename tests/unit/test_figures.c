#include "core/figures.h"

#include "support/suite.h"

static struct phb__builder builder;

static void
set_up(void)
{
    phb__builder_init(&builder, NULL);
}

static void
tear_down(void)
{
    phb__builder_free(&builder);
}

static const struct {
    void (*put)(struct phb__builder *builder, int64_t number);
    int64_t number;
    const char *text;
} figures[] = {
    {phb__put_pounds, 123456789, "£1,234,567.89"},
    {phb__put_pounds, -5, "-£0.05"},
    {phb__put_grouped, 100000, "1,000.00"},
    {phb__put_day_count, 0, "0 days"},
    {phb__put_day_count, 1, "1 day"},
    {phb__put_day_count, 2, "2 days"},
    {phb__put_week_count, 99, "0.99 weeks"},
    {phb__put_week_count, 100, "1 week"},
    {phb__put_week_count, 101, "1.01 weeks"},
    {phb__put_week_count, 560, "5.6 weeks"},
    {phb__put_minute_count, 0, "0 minutes"},
    {phb__put_minute_count, 1, "1 minute"},
    {phb__put_minute_count, 59, "59 minutes"},
    {phb__put_minute_count, 60, "1 hour"},
    {phb__put_minute_count, 61, "1 hour 1 minute"},
    {phb__put_minute_count, 2880, "48 hours"},
    {phb__put_minute_count, 450, "7 hours 30 minutes"},
    {phb__put_percent, 30000, "3%"},
    {phb__put_percent, 120700, "12.07%"},
    {phb__put_percent, 1, "0.0001%"},
};

START_TEST(a_figure_is_written_as_people_do)
{
    figures[_i].put(&builder, figures[_i].number);
    ck_assert_str_eq(builder.data, figures[_i].text);
}
END_TEST

int
main(void)
{
    TCase *tcase = tcase_create("figures");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    add_rows(tcase, a_figure_is_written_as_people_do, figures);
    return suite_run("figures", tcase);
}
