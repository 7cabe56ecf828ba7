#include "model/review_names.h"

static const char *const regime_words[] = {"nhs_direct_payment",
                                           "chc",
                                           "fast_track",
                                           "child_continuing_care",
                                           "care_act_direct_payment",
                                           "send_direct_payment",
                                           "ehc_plan",
                                           "section_117",
                                           "wheelchair",
                                           "local_policy"};
static const char *const review_kind_words[] = {"plan_review", "outcome_review", "audit"};
static const char *const checked_words[] = {"needs_met", "money_used_well", "amount_enough",
                                            "obligations_met"};
static const char *const happening_words[] = {"money_insufficient", "health_changed",
                                              "asked_for_review",   "nomination_changed",
                                              "capacity_lost",      "capacity_regained",
                                              "consent_withdrawn",  "misuse_suspected",
                                              "not_eligible",       "safeguarding",
                                              "carer_breakdown",    "provider_failed",
                                              "hospital_admission", "fast_track_deteriorates",
                                              "moved_area",         "died"};
static const char *const renewal_words[] = {"insurance", "check", "competence"};

const struct phb__choices phb__names_regime = PHB__CHOICES(regime_words);
const struct phb__choices phb__names_review_kind = PHB__CHOICES(review_kind_words);
const struct phb__choices phb__names_checked = PHB__CHOICES(checked_words);
const struct phb__choices phb__names_happening = PHB__CHOICES(happening_words);
const struct phb__choices phb__names_renewal = PHB__CHOICES(renewal_words);
