/*
 * Batches for a language whose memory moves: a call is for the rows of one range and knows of no
 * others. Where they lie is said by two numbers a column, in the order of the lists in batch.i: the
 * place of the first row and the bytes of a value; or one value for all rows and 0; or -1 bytes for
 * what is not said. Of columns out a place of 0 is not wanted.
 */
%{
#define PHB_SWIG_NUMBERS_MAX 128 /* of one call */

typedef struct phb_swig_places {
    const int64_t *numbers;
    size_t count;
} phb_swig_places;

static void *
phb_swig_at(int64_t place)
{
    return (void *)(uintptr_t)place;
}

static phb_batch_column
phb_swig_column_of(const int64_t *numbers)
{
    phb_batch_column column = PHB_BATCH_COLUMN_NONE;
    switch (numbers[1]) {
    case 0: /* the number itself is what is looked at */
        return (phb_batch_column)PHB_BATCH_SAME_INT64(numbers);
    case sizeof(int64_t):
        return (phb_batch_column)PHB_BATCH_EACH_INT64(phb_swig_at(numbers[0]));
    case sizeof(int32_t):
        return (phb_batch_column)PHB_BATCH_EACH_INT32(phb_swig_at(numbers[0]));
    case sizeof(uint8_t):
        return (phb_batch_column)PHB_BATCH_EACH_UINT8(phb_swig_at(numbers[0]));
    default:
        return column;
    }
}

#define PHB_SWIG_NUMBERS_OF(member) +2
#define PHB_SWIG_PLACE_IN(member) \
    batch.member = phb_swig_column_of(numbers); \
    numbers += 2;
#define PHB_SWIG_PLACE_OUT(member) \
    batch.member = phb_swig_at(numbers[0]); \
    numbers += 2;

/* Asks a kernel of all the rows that a caller has named the columns of. */
#define PHB_SWIG_ASK(kernel, members) \
    const int64_t *numbers = places.numbers; \
    const size_t first_row = 0; \
    if (places.count != 0 members(PHB_SWIG_NUMBERS_OF, PHB_SWIG_NUMBERS_OF)) { \
        phb_swig_note(PHB_ERROR_ARGUMENT); \
        return; \
    } \
    batch.row_count = rows; \
    members(PHB_SWIG_PLACE_IN, PHB_SWIG_PLACE_OUT) \
    PHB_SWIG_RUN(kernel)
%}

%inline %{
static void
batch_employer_ni(const phb_rates *rates, phb_rate_match match, phb_swig_places places, size_t rows)
{
    phb_ni_batch batch = PHB_NI_BATCH_INIT;
    batch.match = match;
    PHB_SWIG_ASK(phb_batch_employer_ni, PHB_SWIG_NI)
}

static void
batch_employer_pension(const phb_rates *rates, phb_rate_match match, phb_swig_places places,
                       size_t rows)
{
    phb_pension_batch batch = PHB_PENSION_BATCH_INIT;
    batch.match = match;
    PHB_SWIG_ASK(phb_batch_employer_pension, PHB_SWIG_PENSION)
}

static void
batch_minimum_wage(const phb_rates *rates, phb_rate_match match, phb_swig_places places,
                   size_t rows)
{
    phb_wage_batch batch = PHB_WAGE_BATCH_INIT;
    batch.match = match;
    PHB_SWIG_ASK(phb_batch_minimum_wage, PHB_SWIG_WAGE)
}

static void
batch_review_dates(const phb_rates *rates, const phb_policy *policy, phb_answer working_days,
                   phb_swig_places places, size_t rows)
{
    phb_review_batch batch = PHB_REVIEW_BATCH_INIT;
    batch.policy = policy;
    batch.working_days = working_days;
    PHB_SWIG_ASK(phb_batch_review_dates, PHB_SWIG_REVIEW)
}

static void
batch_cost(const phb_rates *rates, phb_rate_match match, phb_date law_on, phb_swig_places places,
           size_t rows)
{
    phb_cost_batch batch = PHB_COST_BATCH_INIT;
    batch.match = match;
    batch.law_on = law_on;
    PHB_SWIG_ASK(phb_batch_cost, PHB_SWIG_COST)
}
%}
