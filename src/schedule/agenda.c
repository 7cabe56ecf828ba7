#include "schedule/agenda.h"

#include <string.h>

static const char *const ids[PHB__AGENDA_COUNT] = {
    [PHB__AGENDA_NEEDS_MET] = "needs_met",
    [PHB__AGENDA_MONEY_USED_WELL] = "money_used_well",
    [PHB__AGENDA_AMOUNT_ENOUGH] = "amount_enough",
    [PHB__AGENDA_OBLIGATIONS_MET] = "obligations_met",
    [PHB__AGENDA_OUTCOMES_MET] = "outcomes_met",
    [PHB__AGENDA_ELIGIBILITY_IF_NEEDS_CHANGED] = "eligibility_if_needs_changed",
    [PHB__AGENDA_REASSESS_BEFORE_ENDING] = "reassess_before_ending",
    [PHB__AGENDA_AFTERCARE_STILL_NEEDED] = "aftercare_still_needed",
    [PHB__AGENDA_CHECK_RECORDS] = "check_records",
    [PHB__AGENDA_DECIDE_ELIGIBILITY] = "decide_eligibility",
    [PHB__AGENDA_TELL_ADULT_TEAM] = "tell_adult_team",
    [PHB__AGENDA_REFER_TO_ADULT_SCREENING] = "refer_to_adult_screening",
    [PHB__AGENDA_CONSENT_BY_PERSON] = "consent_by_person",
    [PHB__AGENDA_DECIDE_IN_PRINCIPLE] = "decide_in_principle",
    [PHB__AGENDA_DECIDE_ADULT_ELIGIBILITY] = "decide_adult_eligibility",
    [PHB__AGENDA_PLAN_BEYOND_EHC] = "plan_beyond_ehc",
    [PHB__AGENDA_NOTICE_RUNS_OUT] = "notice_runs_out",
    [PHB__AGENDA_COST_THE_NEXT_YEAR] = "cost_the_next_year",
    [PHB__AGENDA_RENEW] = "renew",
    [PHB__AGENDA_REVIEW] = "review",
    [PHB__AGENDA_CONSIDER_STOPPING] = "consider_stopping",
    [PHB__AGENDA_REVIEW_AS_SOON_AS_POSSIBLE] = "review_as_soon_as_possible",
    [PHB__AGENDA_DECIDE_WHETHER_TO_REVIEW] = "decide_whether_to_review",
    [PHB__AGENDA_RECORD_AMOUNT_STILL_ENOUGH] = "record_amount_still_enough",
    [PHB__AGENDA_CONSENT_BY_REPRESENTATIVE] = "consent_by_representative",
    [PHB__AGENDA_STOP_DIRECT_PAYMENT] = "stop_direct_payment",
    [PHB__AGENDA_ARRANGE_CARE_ANOTHER_WAY] = "arrange_care_another_way",
    [PHB__AGENDA_ASK_FOR_REPAYMENT] = "ask_for_repayment",
    [PHB__AGENDA_GIVE_NOTICE] = "give_notice",
    [PHB__AGENDA_FINAL_AUDIT] = "final_audit",
    [PHB__AGENDA_END_EMPLOYMENT] = "end_employment",
    [PHB__AGENDA_HAND_OVER] = "hand_over",
    [PHB__AGENDA_AGREE_TRANSFER] = "agree_transfer",
    [PHB__AGENDA_NOTICE_TO_PERSONAL_REPRESENTATIVES] = "notice_to_personal_representatives",
    [PHB__AGENDA_FINAL_ACCOUNT] = "final_account",
};

size_t
phb__agenda_text(uint64_t agenda, char text[PHB__AGENDA_TEXT_SIZE])
{
    size_t size = 0;
    for (size_t i = 0; i < PHB__AGENDA_COUNT; i++) {
        if ((agenda >> i & 1) == 0) {
            continue;
        }
        if (size > 0) {
            text[size++] = ',';
        }
        size_t length = strlen(ids[i]);
        memcpy(text + size, ids[i], length);
        size += length;
    }
    text[size] = '\0';
    return size;
}
