#include "batch/terms.h"

#include "rates/letters.h"

static struct phb__kept_days *
find_days(struct phb__slip_terms *kernel, phb_date day)
{
    for (size_t i = 0; i < PHB__DAYS_KEPT; i++) {
        if (phb__days_hold(&kernel->kept[i].days, day)) {
            return &kernel->kept[i];
        }
    }
    struct phb__kept_days *fresh = &kernel->kept[kernel->next_slot];
    kernel->next_slot = (kernel->next_slot + 1) % PHB__DAYS_KEPT;
    for (size_t i = 0; i <= PHB_PAY_ANNUAL; i++) {
        fresh->terms[i].has_asked_ni = false;
        fresh->terms[i].has_asked_pension = false;
    }
    phb__days_find(kernel->dataset, kernel->match, day, &fresh->days);
    return fresh;
}

struct phb__kept_days *
phb__days_kept(struct phb__slip_terms *kernel, phb_date day)
{
    if (!phb__days_hold(&kernel->last->days, day)) {
        kernel->last = find_days(kernel, day);
    }
    return kernel->last;
}

struct phb__period_terms *
phb__terms_on(struct phb__slip_terms *kernel, phb_date day, int64_t frequency)
{
    struct phb__kept_days *days = phb__days_kept(kernel, day);
    return days->days.is_held ? &days->terms[frequency] : NULL;
}

bool
phb__has_ni_terms(const struct phb__slip_terms *kernel, struct phb__period_terms *terms,
                  int64_t frequency)
{
    if (!terms->has_asked_ni) {
        terms->has_asked_ni = true;
        terms->has_ni =
            phb__ni_terms_of(&kernel->last->days.law, (phb_pay_frequency)frequency, &terms->ni);
    }
    return terms->has_ni;
}

bool
phb__has_pension_terms(const struct phb__slip_terms *kernel, struct phb__period_terms *terms,
                       int64_t frequency)
{
    if (!terms->has_asked_pension) {
        terms->has_asked_pension = true;
        terms->has_pension =
            phb__pension_minimum_of(&kernel->last->days.law, (phb_pay_frequency)frequency,
                                    &terms->pension, &terms->pension_certainty);
    }
    return terms->has_pension;
}

const struct phb__ni_letter *
phb__letter_kept(struct phb__slip_terms *kernel, int64_t code, phb_date day)
{
    const struct phb__ni_letter **known = &kernel->letters[code - 'A'];
    if (!*known || day < (*known)->from || day > (*known)->until) {
        *known = phb__letter_on(kernel->dataset, (char)code, day);
    }
    return *known;
}
