#include "core/error.h"
#include "core/path.h"
#include "model/check.h"

phb_status
phb__fail_at(phb_error *error, phb_status status, struct phb__place place, const char *message)
{
    char path[PHB__PATH_SIZE] = "";
    for (uint32_t i = 0; i < place.count; i++) {
        (void)phb__path_add(path, place.steps[i].key);
        if (place.steps[i].index >= 0) {
            (void)phb__path_add_index(path, (uint32_t)place.steps[i].index);
        }
    }
    phb__fail_because(error, status, message);
    phb__error_at_path(error, path);
    return status;
}

phb_status
phb__check_order(phb_date start, phb_date end, struct phb__place place, phb_error *error)
{
    if (start != PHB_DATE_NONE && end != PHB_DATE_NONE && end < start) {
        return phb__fail_at(error, PHB_ERROR_DATE, phb__place_in(place, "end"),
                            "end is before start");
    }
    return PHB_OK;
}

phb_status
phb__check_dated(const struct phb__list *dated, phb_date begins, uint32_t most,
                 struct phb__place place, phb_error *error)
{
    const struct phb__dated *all = dated->items;
    if (dated->count > most) {
        return phb__fail_at(error, PHB_ERROR_LIMIT, place,
                            "there are more entries than a budget may have");
    }
    for (uint32_t i = 0; i < dated->count; i++) {
        const char *wrong = NULL;
        if (i == 0 && all[0].from > begins) {
            wrong = "from is after the day on which this begins: what holds until then";
        } else if (i > 0 && all[i].from <= all[i - 1].from) {
            wrong = "from is not after that of the entry before";
        }
        if (wrong) {
            place.steps[place.count - 1].index = i;
            return phb__fail_at(error, PHB_ERROR_DATE, phb__place_in(place, "from"), wrong);
        }
    }
    return PHB_OK;
}
