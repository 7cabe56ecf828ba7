/* Whether what is said of a plain line holds together. */

#include "model/check.h"

static bool
falls_due_once(phb_per per)
{
    return per == PHB_PER_ONCE || per == PHB_PER_ASSISTANT;
}

static bool
is_about_assistants(phb_per per)
{
    return per == PHB_PER_PAYSLIP || per == PHB_PER_ASSISTANT || per == PHB_PER_ASSISTANT_YEAR;
}

phb_status
phb__check_line(const struct phb__budget_content *content, uint32_t index, uint32_t most,
                phb_error *error)
{
    const struct phb__line *line = &phb__budget_lines(content)[index];
    const phb_line *given = &line->given;
    struct phb__place place = phb__place_of("lines", index);
    phb_status status = phb__check_order(given->start, given->end, place, error);
    if (status != PHB_OK) {
        return status;
    }
    if (line->amounts.count > 0 && falls_due_once(given->per)) {
        return phb__fail_at(error, PHB_ERROR_RANGE, phb__place_in(place, "amount"),
                            "amount is one amount, not a list, where the line falls due once");
    }
    status = phb__check_dated(&line->amounts, phb__day_or(given->start, content->settings.start),
                              most, phb__place_in(place, "amount"), error);
    if (status != PHB_OK || line->assistants.count == 0) {
        return status;
    }
    if (!is_about_assistants(given->per)) {
        return phb__fail_at(error, PHB_ERROR_RANGE, phb__place_in(place, "assistants"),
                            "assistants is only for what is per payslip, assistant or "
                            "assistant_year");
    }
    if (line->assistants.count > most) {
        return phb__fail_at(error, PHB_ERROR_LIMIT, phb__place_in(place, "assistants"),
                            "there are more entries than a budget may have");
    }
    return PHB_OK;
}
