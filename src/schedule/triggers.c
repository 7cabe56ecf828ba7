/* What happened, and what somebody has to do because of it. */

#include "model/review_names.h"
#include "schedule/agenda.h"
#include "schedule/calendar.h"

#define DIRECT_PAYMENTS "National Health Service (Direct Payments) Regulations 2013 (SI 2013/1617)"
#define OF_2010 ", as read in SI 2010/1000, "

static const struct trigger {
    enum phb__duty duty;
    bool is_met_by_review; /* a review held on that day or later is what was asked for */
    uint64_t agenda;
    const char *source;
} triggers[] = {
    [PHB_HAPPENING_MONEY_INSUFFICIENT] = {PHB__DUTY_MUST, true, PHB__ON(REVIEW),
                                          DIRECT_PAYMENTS ", reg 14" OF_2010 "reg 17(4)"},
    [PHB_HAPPENING_HEALTH_CHANGED] = {PHB__DUTY_DECIDE, true,
                                      PHB__ON(DECIDE_WHETHER_TO_REVIEW) |
                                          PHB__ON(RECORD_AMOUNT_STILL_ENOUGH),
                                      DIRECT_PAYMENTS ", regs 13 and 14" OF_2010 "reg 17(3)"},
    [PHB_HAPPENING_ASKED_FOR_REVIEW] = {PHB__DUTY_ON_REQUEST, true, PHB__ON(REVIEW),
                                        "Personal Health Budget Quality Framework (NHS England, "
                                        "2023)"},
    [PHB_HAPPENING_NOMINATION_CHANGED] = {PHB__DUTY_MUST, true,
                                          PHB__ON(CONSIDER_STOPPING) |
                                              PHB__ON(REVIEW_AS_SOON_AS_POSSIBLE),
                                          DIRECT_PAYMENTS ", reg 6" OF_2010 "reg 9(5)"},
    [PHB_HAPPENING_CAPACITY_LOST] = {PHB__DUTY_MUST, false, PHB__ON(CONSENT_BY_REPRESENTATIVE),
                                     DIRECT_PAYMENTS ", reg 5"},
    [PHB_HAPPENING_CAPACITY_REGAINED] = {PHB__DUTY_MUST, false, PHB__ON(CONSENT_BY_PERSON),
                                         DIRECT_PAYMENTS ", reg 5"},
    [PHB_HAPPENING_CONSENT_WITHDRAWN] = {PHB__DUTY_MUST, false,
                                         PHB__ON(STOP_DIRECT_PAYMENT) |
                                             PHB__ON(ARRANGE_CARE_ANOTHER_WAY),
                                         DIRECT_PAYMENTS ", reg 17(1)"},
    [PHB_HAPPENING_MISUSE_SUSPECTED] = {PHB__DUTY_MAY, false,
                                        PHB__ON(STOP_DIRECT_PAYMENT) | PHB__ON(ASK_FOR_REPAYMENT),
                                        DIRECT_PAYMENTS ", regs 15(1) and 17(2)"},
    [PHB_HAPPENING_NOT_ELIGIBLE] = {PHB__DUTY_MAY, false,
                                    PHB__ON(GIVE_NOTICE) | PHB__ON(FINAL_AUDIT) |
                                        PHB__ON(END_EMPLOYMENT) | PHB__ON(HAND_OVER),
                                    DIRECT_PAYMENTS ", reg 17(2)"},
    [PHB_HAPPENING_SAFEGUARDING] = {PHB__DUTY_DECIDE, true, PHB__ON(DECIDE_WHETHER_TO_REVIEW),
                                    DIRECT_PAYMENTS ", reg 14" OF_2010 "reg 17(3)"},
    [PHB_HAPPENING_CARER_BREAKDOWN] = {PHB__DUTY_DECIDE, true, PHB__ON(DECIDE_WHETHER_TO_REVIEW),
                                       DIRECT_PAYMENTS ", reg 14" OF_2010 "reg 17(3)"},
    [PHB_HAPPENING_PROVIDER_FAILED] = {PHB__DUTY_DECIDE, true, PHB__ON(DECIDE_WHETHER_TO_REVIEW),
                                       DIRECT_PAYMENTS ", reg 14" OF_2010 "reg 17(3)"},
    [PHB_HAPPENING_HOSPITAL_ADMISSION] = {PHB__DUTY_DECIDE, true, PHB__ON(DECIDE_WHETHER_TO_REVIEW),
                                          DIRECT_PAYMENTS ", reg 14" OF_2010 "reg 17(3)"},
    [PHB_HAPPENING_FAST_TRACK_DETERIORATES] = {PHB__DUTY_DECIDE, true,
                                               PHB__ON(DECIDE_WHETHER_TO_REVIEW),
                                               DIRECT_PAYMENTS ", reg 14" OF_2010 "reg 17(3)"},
    [PHB_HAPPENING_MOVED_AREA] = {PHB__DUTY_MUST, false, PHB__ON(AGREE_TRANSFER),
                                  "Personal Health Budget Quality Framework (NHS England, 2023)"},
    [PHB_HAPPENING_DIED] = {PHB__DUTY_MUST, false,
                            PHB__ON(NOTICE_TO_PERSONAL_REPRESENTATIVES) | PHB__ON(FINAL_ACCOUNT),
                            DIRECT_PAYMENTS ", regs 15(2) and 17(3)"},
};

/* The first review of the plan on a day or later, PHB_DATE_NONE when none was held. */
static phb_date
review_since(const struct phb__held *held, uint32_t count, phb_date day)
{
    for (uint32_t i = 0; held && i < count; i++) {
        if (held[i].kind != PHB_REVIEW_AUDIT && held[i].on >= day) {
            return held[i].on;
        }
    }
    return PHB_DATE_NONE;
}

/* The events in the order of their days; those of one day as they were added. NULL: no memory. */
static struct phb__happened *
happened_by_day(struct phb__calendar *calendar)
{
    const struct phb__happened *happened = phb__request_happened(calendar->request);
    uint32_t count = calendar->request->happened.count;
    struct phb__happened *sorted = phb__arena_take(calendar->arena, count, sizeof *sorted);
    for (uint32_t i = 0; sorted && i < count; i++) {
        uint32_t place = i;
        while (place > 0 && sorted[place - 1].on > happened[i].on) {
            sorted[place] = sorted[place - 1];
            place--;
        }
        sorted[place] = happened[i];
    }
    return sorted;
}

void
phb__add_triggers(struct phb__calendar *calendar, const struct phb__held *held)
{
    uint32_t count = calendar->request->happened.count;
    if (count == 0) {
        return;
    }
    const struct phb__happened *happened = happened_by_day(calendar);
    if (!happened) {
        calendar->failed = true;
        return;
    }
    for (uint32_t i = 0; i < count && happened[i].on <= calendar->horizon; i++) {
        const struct trigger *trigger = &triggers[happened[i].what];
        struct phb__event event = {
            .kind = PHB__EVENT_TRIGGER,
            .duty = trigger->duty,
            .sequence = (int32_t)i + 1,
            .due = happened[i].on,
            .latest = PHB_DATE_NONE,
            .done_on = trigger->is_met_by_review
                           ? review_since(held, calendar->request->completed.count, happened[i].on)
                           : PHB_DATE_NONE,
            .mark = happened[i].on,
            .reason = phb__names_happening.names[happened[i].what - 1],
            .of = "",
            .source = trigger->source,
            .agenda = trigger->agenda,
        };
        phb__add_event(calendar, &event);
    }
}
