/* What a plan may say of the person and of those around them, in the order in which it is written
 * out. */

#include "model/names.h"
#include "model/plan_sections.h"
#include "model/shapes.h"

/* ---- about ---- */

static const struct phb__field about_fields[] = {
    PHB__TEXT("who_i_am", struct phb__about, who_i_am, PHB__FREE_TEXT, "who I am, as a person"),
    PHB__TEXT("appreciated_for", struct phb__about, appreciated_for, PHB__FREE_TEXT,
              "what others value about me"),
    PHB__TEXT("background", struct phb__about, background, PHB__FREE_TEXT,
              "how I came to where I am: life, culture, community"),
    PHB__TEXT("important_to_me", struct phb__about, important_to_me, PHB__FREE_TEXT,
              "what matters to me"),
    PHB__TEXT("best_support", struct phb__about, best_support, PHB__FREE_TEXT,
              "how best to support me"),
    PHB__SECTION_ANSWER(struct phb__about),
};

const struct phb__shape phb__shape_about =
    PHB__SHAPE("the section about", about_fields, sizeof(struct phb__about));

/* ---- contacts ---- */

static const struct phb__field relative_fields[] = {
    PHB__TEXT("name", struct phb__relative, name, PHB__FREE_TEXT, "their name"),
    PHB__TEXT("relationship", struct phb__relative, relationship, PHB__FREE_TEXT,
              "how they stand to the person"),
    PHB__TEXT("contact", struct phb__relative, contact, PHB__FREE_TEXT, "how to reach them"),
};

static const struct phb__shape relative_shape =
    PHB__SHAPE("a relative", relative_fields, sizeof(struct phb__relative));

static const struct phb__field carer_fields[] = {
    PHB__TEXT("name", struct phb__carer, name, PHB__FREE_TEXT, "their name"),
    PHB__TEXT("relationship", struct phb__carer, relationship, PHB__FREE_TEXT,
              "how they stand to the person"),
    PHB__TEXT("contact", struct phb__carer, contact, PHB__FREE_TEXT, "how to reach them"),
    PHB__DATE("assessment_offered_on", struct phb__carer, assessment_offered_on, 0,
              "when they were offered an assessment of their own needs"),
};

static const struct phb__shape carer_shape =
    PHB__SHAPE("a family carer", carer_fields, sizeof(struct phb__carer));

static const struct phb__field professional_fields[] = {
    PHB__ID("id", struct phb__professional, id, PHB__REQUIRED, "unique among professionals"),
    PHB__CHOICE("role", struct phb__professional, role, phb__names_professional_role, 0,
                "what they are to the plan"),
    PHB__TEXT("name", struct phb__professional, name, PHB__FREE_TEXT, "their name"),
    PHB__TEXT("organisation", struct phb__professional, organisation, PHB__FREE_TEXT,
              "whom they work for"),
    PHB__TEXT("contact", struct phb__professional, contact, PHB__FREE_TEXT, "how to reach them"),
};

static const struct phb__shape professional_shape =
    PHB__SHAPE("a professional", professional_fields, sizeof(struct phb__professional));

static const struct phb__field capacity_fields[] = {
    PHB__CHOICE("decision", struct phb__capacity, decision, phb__names_capacity_decision,
                PHB__REQUIRED, "which decision this is about"),
    PHB__FLAG("has_capacity", struct phb__capacity, has_capacity, 0,
              "whether the person can make it themself"),
    PHB__TEXT("how_decided", struct phb__capacity, how_decided, PHB__FREE_TEXT,
              "how that was found out"),
    PHB__DATE("decided_on", struct phb__capacity, decided_on, 0, "when"),
    PHB__TEXT("consulted", struct phb__capacity, consulted, PHB__FREE_TEXT, "who was asked"),
};

static const struct phb__shape capacity_shape =
    PHB__SHAPE("an entry of capacity", capacity_fields, sizeof(struct phb__capacity));

/* What is said of a representative and of a nominee alike. */
#define AGENT_ROWS(type_) \
    PHB__CHOICE("relationship", type_, agent.relationship, phb__names_relationship, 0, \
                "how they stand to the person"), \
        PHB__FLAG("lives_in_household", type_, agent.lives_in_household, 0, \
                  "whether they live with the person"), \
        PHB__FLAG("involved_in_care", type_, agent.involved_in_care, 0, \
                  "whether they take part in the care"), \
        PHB__DATE("dbs_on", type_, agent.dbs_on, 0, "when their criminal record was checked")

static const struct phb__field representative_fields[] = {
    PHB__ID("id", struct phb__representative, id, PHB__REQUIRED, "unique among representatives"),
    PHB__TEXT("name", struct phb__representative, agent.name, PHB__FREE_TEXT, "their name"),
    PHB__CHOICE("kind", struct phb__representative, kind, phb__names_representative_kind, 0,
                "by what right they act"),
    PHB__TEXT("contact", struct phb__representative, agent.contact, PHB__FREE_TEXT,
              "how to reach them"),
    AGENT_ROWS(struct phb__representative),
    PHB__DATE("consented_on", struct phb__representative, consented_on, 0,
              "when they consented to the direct payment"),
    PHB__DATE("agreed_to_manage_on", struct phb__representative, agreed_to_manage_on, 0,
              "when they agreed to look after it"),
};

static const struct phb__shape representative_shape =
    PHB__SHAPE("a representative", representative_fields, sizeof(struct phb__representative));

static const struct phb__field nominee_fields[] = {
    PHB__TEXT("name", struct phb__nominee, agent.name, PHB__FREE_TEXT, "their name"),
    PHB__TEXT("contact", struct phb__nominee, agent.contact, PHB__FREE_TEXT, "how to reach them"),
    AGENT_ROWS(struct phb__nominee),
    PHB__DATE("agreed_on", struct phb__nominee, agreed_on, 0, "when they agreed"),
    PHB__DATE("body_agreed_on", struct phb__nominee, body_agreed_on, 0,
              "when the NHS body agreed to them"),
};

static const struct phb__shape nominee_shape =
    PHB__SHAPE("the nominee", nominee_fields, sizeof(struct phb__nominee));

static const struct phb__field directive_fields[] = {
    PHB__CHOICE("kind", struct phb__directive, kind, phb__names_directive_kind, 0, "what it is"),
    PHB__TEXT("title", struct phb__directive, title, PHB__FREE_TEXT, "what it is called"),
    PHB__TEXT("held_at", struct phb__directive, held_at, PHB__FREE_TEXT, "where it is"),
};

static const struct phb__shape directive_shape =
    PHB__SHAPE("an advance directive", directive_fields, sizeof(struct phb__directive));

static const struct phb__field contacts_fields[] = {
    PHB__TEXT("preferred_name", struct phb__contacts, preferred_name, PHB__FREE_TEXT,
              "what the person likes to be called"),
    PHB__TEXT("address", struct phb__contacts, address, PHB__FREE_TEXT, "where they live"),
    PHB__TEXT("telephone", struct phb__contacts, telephone, PHB__FREE_TEXT, "their number"),
    PHB__TEXT("email", struct phb__contacts, email, PHB__FREE_TEXT, "their address"),
    PHB__TEXT("first_language", struct phb__contacts, first_language, PHB__FREE_TEXT,
              "the language they think in"),
    PHB__TEXT("communication_needs", struct phb__contacts, communication_needs, PHB__FREE_TEXT,
              "what they need to understand and be understood"),
    PHB__TEXT("communication_preferences", struct phb__contacts, communication_preferences,
              PHB__FREE_TEXT, "how they like to be reached"),
    PHB__LIST("next_of_kin", struct phb__contacts, next_of_kin, relative_shape, 0,
              "the closest relatives"),
    PHB__LIST("family_carers", struct phb__contacts, family_carers, carer_shape, 0,
              "relatives and friends who care unpaid"),
    PHB__LIST("professionals", struct phb__contacts, professionals, professional_shape, 0,
              "who helps for their living"),
    PHB__LIST("capacity", struct phb__contacts, capacity, capacity_shape, 0,
              "which decisions the person can make; a decision that is not here is theirs"),
    PHB__LIST("representatives", struct phb__contacts, representatives, representative_shape, 0,
              "who decides what the person cannot"),
    PHB__PART("nominee", struct phb__contacts, nominee, nominee_shape, 0,
              "who was named to manage the direct payment"),
    PHB__TEXT("how_decisions_are_made", struct phb__contacts, how_decisions_are_made,
              PHB__FREE_TEXT, "how the decisions of this plan are made, and by whom"),
    PHB__LIST("advance_directives", struct phb__contacts, advance_directives, directive_shape, 0,
              "what was laid down for later"),
    PHB__SECTION_ANSWER(struct phb__contacts),
};

const struct phb__shape phb__shape_contacts =
    PHB__SHAPE("the section contacts", contacts_fields, sizeof(struct phb__contacts));
