#include "batch/straight_law.h"

void
phb__straight_laws_init(struct phb__straight_laws *laws, const struct phb__dataset *dataset)
{
    for (size_t i = 0; i < PHB__STRAIGHT_LAWS; i++) {
        laws->kept[i].from = laws->kept[i].next = 0; /* a call for one row clears no more */
    }
    laws->dataset = dataset;
    laws->last = &laws->kept[0];
    laws->before = &laws->kept[0];
}

/* The value of a key on all days of a span; PHB_NUMBER_NONE when there is none, or more than one.
 */
static int64_t
value_throughout(const struct phb__law *first, const struct phb__law *last, enum phb__rate_key key)
{
    const struct phb__rate_row *row = phb__law_row(first, key);
    return row && row == phb__law_row(last, key) ? row->value : PHB_NUMBER_NONE;
}

static void
fill_values(struct phb__straight_law *out, const struct phb__law *first,
            const struct phb__law *last)
{
    out->leave_ppm = value_throughout(first, last, PHB__RATE_LEAVE_ACCRUAL_RATE);
    out->leave_weeks_hundredths = value_throughout(first, last, PHB__RATE_LEAVE_WEEKS);
    out->leave_days_most = value_throughout(first, last, PHB__RATE_LEAVE_DAYS_MOST);
    out->sick_pay = value_throughout(first, last, PHB__RATE_SSP_WEEKLY_RATE);
    out->sick_pay_ppm = value_throughout(first, last, PHB__RATE_SSP_EARNINGS_RATE);
    out->sick_pay_limit = value_throughout(first, last, PHB__RATE_LOWER_EARNINGS_LIMIT_WEEKLY);
    out->ni_ppm = value_throughout(first, last, PHB__RATE_EMPLOYER_NI_RATE);
    out->pension_ppm = value_throughout(first, last, PHB__RATE_PENSION_EMPLOYER_RATE);
    out->is_whole =
        out->leave_ppm != PHB_NUMBER_NONE && out->leave_weeks_hundredths != PHB_NUMBER_NONE &&
        out->leave_days_most != PHB_NUMBER_NONE && out->sick_pay != PHB_NUMBER_NONE &&
        (out->sick_pay_ppm != PHB_NUMBER_NONE || out->sick_pay_limit != PHB_NUMBER_NONE) &&
        out->ni_ppm != PHB_NUMBER_NONE && out->pension_ppm != PHB_NUMBER_NONE;
}

/* Of the span of a law, which is that of one of its days. */
static void
fill_law(const struct phb__law *law, struct phb__straight_law *out)
{
    const struct phb__dataset *dataset = law->dataset;
    struct phb__law first;
    struct phb__law last;
    phb_date change = phb__law_next_change(law);
    out->from = law->span->from;
    out->next = change <= dataset->last_day ? change : dataset->last_day + 1;
    (void)phb__law_on(dataset, out->from, PHB_RATE_EXACT, &first);
    (void)phb__law_on(dataset, out->next - 1, PHB_RATE_EXACT, &last);
    fill_values(out, &first, &last);
    for (size_t i = 0; i < sizeof out->letters / sizeof out->letters[0]; i++) {
        out->letters[i] =
            phb__letter_throughout(dataset, (char)('A' + i), out->from, out->next - 1);
    }
    for (int i = PHB_PAY_WEEKLY; i <= PHB_PAY_MONTHLY; i++) {
        phb__terms_find(&out->terms[i], &first, (phb_pay_frequency)i);
        out->is_whole = out->is_whole && out->terms[i].has_ni && out->terms[i].has_pension;
    }
}

static inline bool
holds(const struct phb__straight_law *law, phb_date day)
{
    return day >= law->from && day < law->next;
}

/* Looked for among all that are held; NULL when the day is not. */
static struct phb__straight_law *
find_law(struct phb__straight_laws *laws, phb_date day)
{
    struct phb__law law;
    if (!phb__law_on(laws->dataset, day, PHB_RATE_EXACT, &law)) {
        return NULL;
    }
    size_t span = (size_t)(law.span - laws->dataset->spans);
    struct phb__straight_law *found = &laws->kept[span % PHB__STRAIGHT_LAWS];
    if (!holds(found, day)) {
        fill_law(&law, found);
    }
    return found;
}

/* A period lies in two tax years, and so does the next one. */
const struct phb__straight_law *
phb__straight_law_on(struct phb__straight_laws *laws, phb_date day)
{
    struct phb__straight_law *found = laws->last;
    if (!holds(found, day)) {
        found = holds(laws->before, day) ? laws->before : find_law(laws, day);
        laws->before = laws->last;
        laws->last = found ? found : laws->last;
    }
    return found && found->is_whole ? found : NULL;
}
