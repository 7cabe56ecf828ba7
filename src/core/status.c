#include <phb/status.h>

#include <stddef.h>

struct status_row {
    const char *name;
    const char *message;
};

/* In the order of the codes, which are never given a second meaning. */
static const struct status_row status_rows[] = {
    [PHB_OK] = {"OK", "the call was carried out"},
    [PHB_ERROR_ARGUMENT] = {"ARGUMENT", "an argument is missing or has no meaning"},
    [PHB_ERROR_STRUCT] = {"STRUCT", "a struct was not initialised, or is newer than this library"},
    [PHB_ERROR_MEMORY] = {"MEMORY", "there is not enough memory"},
    [PHB_ERROR_INTERNAL] = {"INTERNAL", "the library contradicted itself; please report it"},
    [PHB_ERROR_LIMIT] = {"LIMIT", "something is more, longer or deeper than a limit allows"},
    [PHB_ERROR_UTF8] = {"UTF8", "a text is not valid UTF-8, or holds a NUL"},
    [PHB_ERROR_RANGE] = {"RANGE", "a number is outside the bounds it may have"},
    [PHB_ERROR_DATE] = {"DATE", "a date is not a day of the calendar from 1900 to 2199"},
    [PHB_ERROR_DATE_AMBIGUOUS] = {"DATE_AMBIGUOUS", "the month has no day of that number"},
    [PHB_ERROR_NOT_FOUND] = {"NOT_FOUND", "there is no such id, line, column or key"},
    [PHB_ERROR_DUPLICATE] = {"DUPLICATE", "a key or an id is given twice"},
    [PHB_ERROR_INCOMPLETE] = {"INCOMPLETE", "something needed is missing"},
    [PHB_ERROR_JSON_SYNTAX] = {"JSON_SYNTAX", "the document is not JSON"},
    [PHB_ERROR_JSON_SHAPE] = {"JSON_SHAPE", "the JSON does not have the shape of such a document"},
    [PHB_ERROR_RATE_UNKNOWN] = {"RATE_UNKNOWN", "there is no rate of that key"},
    [PHB_ERROR_RATE_NOT_IN_FORCE] = {"RATE_NOT_IN_FORCE", "the law of that day holds no such rate"},
};

static const struct status_row unknown_row = {"UNKNOWN", "this library knows no such status"};

static const struct status_row *
row_of(phb_status status)
{
    /* Whether an enum is signed is the compiler's choice; a cast makes a negative one too large. */
    size_t index = (size_t)status;
    if (index >= sizeof(status_rows) / sizeof(status_rows[0])) {
        return &unknown_row;
    }
    return &status_rows[index];
}

int32_t
phb_status_count(void)
{
    return (int32_t)(sizeof(status_rows) / sizeof(status_rows[0]));
}

const char *
phb_status_name(phb_status status)
{
    return row_of(status)->name;
}

const char *
phb_status_message(phb_status status)
{
    return row_of(status)->message;
}
