/* What a plan says of its reviews, as a request for a schedule. */

#include "core/error.h"
#include "core/path.h"
#include "model/plan.h"
#include "model/schedule_request.h"

/* ---- settings ---- */

/* The first Checklist: the day it came is the day its clock begins. */
static phb_date
checklist_of(const struct phb__plan_content *said)
{
    const struct phb__assessment *assessments = said->assessments.items;
    phb_date first = PHB_DATE_NONE;
    for (uint32_t i = 0; i < said->assessments.count; i++) {
        bool is_checklist =
            assessments[i].kind == PHB__ASSESSMENT_CHECKLIST && assessments[i].on != PHB_DATE_NONE;
        if (is_checklist && (first == PHB_DATE_NONE || assessments[i].on < first)) {
            first = assessments[i].on;
        }
    }
    return first;
}

/* A reference that is an NHS number must not get into a calendar file. */
static const char *
reference_of(const struct phb__plan_content *said)
{
    const char *id = said->person.id;
    return id && !phb__reference_is_nhs_number(id) ? id : NULL;
}

static phb_status
set(phb_schedule_request *request, const phb_plan *plan, phb_date as_of, const phb_policy *policy,
    phb_error *error)
{
    const struct phb__plan_content *said = &plan->content;
    phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
    phb_date received = checklist_of(said);
    phb_date decided = phb__plan_anchor(said, (int32_t)PHB_REGIME_CHC); /* found eligible */
    /* A plan that is agreed has been found eligible, whether or not it says when. */
    bool is_open = said->status == PHB_PLAN_DRAFT || said->status == PHB_PLAN_SUBMITTED ||
                   decided != PHB_DATE_NONE;
    bool is_received = is_open && received != PHB_DATE_NONE && received <= as_of;
    bool is_decided = is_received && decided != PHB_DATE_NONE && decided >= received;
    settings.kind = said->kind;
    settings.cohort = said->cohort;
    settings.as_of = as_of;
    settings.date_of_birth = said->person.date_of_birth;
    settings.first_payment = phb__plan_first_payment(said);
    settings.ended_on = said->ended_on;
    settings.checklist_received = is_received ? received : PHB_DATE_NONE;
    settings.decided_on = is_decided && decided <= as_of ? decided : PHB_DATE_NONE;
    settings.policy = policy;
    settings.reference = reference_of(said);
    return phb_schedule_request_set(request, &settings, error);
}

/* ---- lists ---- */

static phb_status
fail_at_completed(phb_error *error, phb_status status, uint32_t index, const char *message)
{
    char path[PHB__PATH_SIZE] = "/reviews/completed";
    (void)phb__path_add_index(path, index);
    (void)phb__path_add(path, "on");
    phb__fail_because(error, status, message);
    phb__error_at_path(error, path);
    return status;
}

/* The National Health Service (Direct Payments) Regulations 2013, regulation 14, ask for reviews of
 * a direct payment whether or not a plan names them. */
static phb_status
add_regimes(phb_schedule_request *request, const struct phb__plan_content *said,
            const phb_policy *policy, phb_error *error)
{
    const struct phb__regime *regimes = said->reviews.regimes.items;
    phb_date first_payment = phb__plan_first_payment(said);
    phb_date start = said->budget.content.settings.start;
    phb_status status = PHB_OK;
    for (uint32_t i = 0; i < said->reviews.regimes.count && status == PHB_OK; i++) {
        status = phb_schedule_request_add_regime(request, (phb_regime)regimes[i].regime,
                                                 regimes[i].anchor, error);
    }
    if (status == PHB_OK && first_payment != PHB_DATE_NONE &&
        phb__plan_anchor(said, (int32_t)PHB_REGIME_NHS_DIRECT_PAYMENT) == PHB_DATE_NONE) {
        status = phb_schedule_request_add_regime(request, PHB_REGIME_NHS_DIRECT_PAYMENT,
                                                 first_payment, error);
    } else if (status == PHB_OK && said->reviews.regimes.count == 0 && policy &&
               start != PHB_DATE_NONE) {
        status = phb_schedule_request_add_regime(request, PHB_REGIME_LOCAL_POLICY, start, error);
    }
    return status;
}

/* Choices are counted from 1; in a set each is a bit. */
static uint32_t
set_of(const struct phb__list *list)
{
    const int32_t *choices = list->items;
    uint32_t set = 0;
    for (uint32_t i = 0; i < list->count; i++) {
        set |= UINT32_C(1) << (choices[i] - 1);
    }
    return set;
}

static phb_status
add_completed(phb_schedule_request *request, const struct phb__plan_content *said, phb_date as_of,
              phb_error *error)
{
    const struct phb__completed_review *all = said->reviews.completed.items;
    for (uint32_t i = 0; i < said->reviews.completed.count; i++) {
        if (as_of != PHB_DATE_NONE && all[i].on > as_of) {
            return fail_at_completed(error, PHB_ERROR_RANGE, i,
                                     "on is after as_of, although the review was completed");
        }
        phb_status status = phb_schedule_request_add_completed(
            request, all[i].on, (phb_review_kind)all[i].kind, set_of(&all[i].regimes),
            set_of(&all[i].checked), error);
        if (status == PHB_ERROR_DUPLICATE) {
            return fail_at_completed(error, status, i,
                                     "there is another review of this kind on this day");
        }
        if (status != PHB_OK) {
            return status;
        }
    }
    return PHB_OK;
}

static phb_status
add_renewals(phb_schedule_request *request, const struct phb__plan_content *said, phb_error *error)
{
    const struct phb__delegated_task *tasks = said->training.delegated_tasks.items;
    phb_status status = PHB_OK;
    for (uint32_t i = 0; i < said->training.delegated_tasks.count && status == PHB_OK; i++) {
        const struct phb__ref *assistants = tasks[i].assistants.items;
        const char *of = tasks[i].assistants.count > 0 ? assistants[0].id : NULL;
        if (tasks[i].expires_on != PHB_DATE_NONE) {
            status = phb_schedule_request_add_renewal(request, tasks[i].expires_on,
                                                      PHB_RENEWAL_COMPETENCE, of, error);
        }
    }
    return status;
}

/* ---- the whole ---- */

/* The last day that a plan records: when it was signed, or a review was held. */
static phb_date
last_recorded(const struct phb__plan_content *said)
{
    const struct phb__completed_review *completed = said->reviews.completed.items;
    phb_date day = phb__plan_day(said);
    for (uint32_t i = 0; i < said->reviews.completed.count; i++) {
        if (completed[i].on > day) {
            day = completed[i].on;
        }
    }
    return day;
}

phb_status
phb_plan_schedule_request(const phb_plan *plan, phb_date as_of, const phb_policy *policy,
                          phb_schedule_request **out_request, phb_error *error)
{
    phb_schedule_request *request = NULL;
    if (out_request) {
        *out_request = NULL;
    }
    if (!plan || !out_request) {
        return phb__fail(error, PHB_ERROR_ARGUMENT);
    }
    if (as_of == PHB_DATE_NONE) {
        as_of = last_recorded(&plan->content);
    }
    phb_status status = phb_schedule_request_new(plan->context, &request, error);
    if (status == PHB_OK) {
        status = set(request, plan, as_of, policy, error);
    }
    if (status == PHB_OK) {
        status = add_regimes(request, &plan->content, policy, error);
    }
    if (status == PHB_OK) {
        status = add_completed(request, &plan->content, as_of, error);
    }
    if (status == PHB_OK) {
        status = add_renewals(request, &plan->content, error);
    }
    if (status != PHB_OK) {
        phb_schedule_request_free(request);
        return status;
    }
    *out_request = request;
    return PHB_OK;
}
