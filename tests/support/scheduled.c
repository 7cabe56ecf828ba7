#include "support/scheduled.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/shape.h"
#include "model/names.h"
#include "model/review_names.h"
#include "support/json.h"
#include "support/suite.h"

/* One word, cut at its colons. */
struct word {
    char text[128];
    char *parts[3];
};

static void
cut(struct word *word, const char *words, size_t size)
{
    ck_assert_uint_lt(size, sizeof word->text);
    memcpy(word->text, words, size);
    word->text[size] = '\0';
    char *next = word->text;
    for (size_t i = 0; i < 3; i++) {
        word->parts[i] = next;
        char *colon = strchr(next, ':');
        next = colon ? colon + 1 : next + strlen(next);
        if (colon) {
            *colon = '\0';
        }
    }
}

/* 0 when a set has no such name. */
static int32_t
choice_of(const struct phb__choices *choices, const char *name)
{
    for (int32_t i = 0; i < choices->count; i++) {
        if (strcmp(choices->names[i], name) == 0) {
            return i + 1;
        }
    }
    return 0;
}

static bool
is_setting(phb_schedule_settings *settings, const struct word *word)
{
    const struct {
        const char *name;
        phb_date *date;
    } dates[] = {{"as_of", &settings->as_of},        {"horizon", &settings->horizon},
                 {"born", &settings->date_of_birth}, {"paid", &settings->first_payment},
                 {"ended", &settings->ended_on},     {"checklist", &settings->checklist_received},
                 {"decided", &settings->decided_on}, {"notice", &settings->notice_given}};
    for (size_t i = 0; i < COUNT_OF(dates); i++) {
        if (strcmp(word->parts[0], dates[i].name) == 0) {
            *dates[i].date = date_of(word->parts[1]);
            return true;
        }
    }
    if (strcmp(word->parts[0], "weeks") == 0) {
        settings->notice_weeks_hundredths = strtol(word->parts[1], NULL, 10);
    } else if (strcmp(word->parts[0], "kind") == 0) {
        settings->kind = (phb_kind)choice_of(&phb__names_kind, word->parts[1]);
    } else if (strcmp(word->parts[0], "cohort") == 0) {
        settings->cohort = (phb_cohort)choice_of(&phb__names_cohort, word->parts[1]);
    } else if (strcmp(word->parts[0], "ref") == 0) {
        settings->reference = word->parts[1];
    } else {
        return false;
    }
    return true;
}

/* "chc+ehc_plan" */
static uint32_t
regimes_of(char *names)
{
    uint32_t regimes = 0;
    while (*names != '\0') {
        size_t size = strcspn(names, "+");
        bool is_last = names[size] == '\0';
        names[size] = '\0';
        int32_t regime = choice_of(&phb__names_regime, names);
        ck_assert_msg(regime != 0, "%s is no regime", names);
        regimes |= PHB_REGIME_BIT(regime);
        names += size + (is_last ? 0 : 1);
    }
    return regimes;
}

static phb_status
add_held(phb_schedule_request *request, phb_review_kind kind, const struct word *word)
{
    char *names = word->parts[2];
    char *slash = strchr(names, '/');
    uint32_t checked = slash ? (uint32_t)strtol(slash + 1, NULL, 10) : PHB_CHECKED_ALL;
    if (slash) {
        *slash = '\0';
    }
    return phb_schedule_request_add_completed(request, date_of(word->parts[1]), kind,
                                              regimes_of(names), checked, NULL);
}

static phb_status
add(phb_schedule_request *request, const struct word *word)
{
    static const char *const kinds[] = {[PHB_REVIEW_PLAN] = "review",
                                        [PHB_REVIEW_OUTCOME] = "outcome",
                                        [PHB_REVIEW_AUDIT] = "audit"};
    const char *name = word->parts[0];
    for (int kind = PHB_REVIEW_PLAN; kind <= PHB_REVIEW_AUDIT; kind++) {
        if (strcmp(name, kinds[kind]) == 0) {
            return add_held(request, (phb_review_kind)kind, word);
        }
    }
    phb_date day = date_of(word->parts[1]);
    int32_t choice = choice_of(&phb__names_regime, name);
    if (choice != 0) {
        return phb_schedule_request_add_regime(request, (phb_regime)choice, day, NULL);
    }
    choice = choice_of(&phb__names_happening, name);
    if (choice != 0) {
        return phb_schedule_request_add_event(request, day, (phb_happening)choice, NULL);
    }
    choice = choice_of(&phb__names_renewal, name);
    return phb_schedule_request_add_renewal(request, day, (phb_renewal)choice, word->parts[2],
                                            NULL);
}

static phb_policy *
policy_of(const char *members)
{
    char json[1024];
    phb_policy *policy = NULL;
    phb_error error = PHB_ERROR_INIT;
    if (!members) {
        return NULL;
    }
    snprintf(json, sizeof json, "{'format':'phb-policy/1','name':'north','version':'3'%s%s}",
             members[0] == '\0' ? "" : ",", members);
    const char *text = quoted(json);
    phb_status status = phb_policy_from_json(NULL, text, strlen(text), &policy, &error);
    ck_assert_msg(status == PHB_OK, "%s: %s", error.path, error.message);
    return policy;
}

phb_schedule_request *
request_of(const char *words, const char *policy)
{
    phb_schedule_request *request = NULL;
    phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
    char reference[65] = "";
    phb_policy *rules = policy_of(policy);
    ck_assert_int_eq(phb_schedule_request_new(NULL, &request, NULL), PHB_OK);
    while (*words != '\0') {
        struct word word;
        size_t size = strcspn(words, " ");
        cut(&word, words, size);
        if (!is_setting(&settings, &word)) {
            phb_status status = add(request, &word);
            ck_assert_msg(status == PHB_OK, "%s: %s", word.text, phb_status_name(status));
        } else if (settings.reference == word.parts[1]) {
            settings.reference = strcpy(reference, word.parts[1]);
        }
        words += size;
        words += strspn(words, " ");
    }
    settings.policy = rules;
    ck_assert_int_eq(phb_schedule_request_set(request, &settings, NULL), PHB_OK);
    phb_policy_unref(rules);
    return request;
}

phb_schedule *
schedule_of(const char *words, const char *policy)
{
    phb_schedule *schedule = NULL;
    phb_error error = PHB_ERROR_INIT;
    phb_schedule_request *request = request_of(words, policy);
    phb_status status = phb_schedule_build(request, NULL, &schedule, &error);
    ck_assert_msg(status == PHB_OK, "%s: %s", words, error.message);
    phb_schedule_request_free(request);
    return schedule;
}

/* ---- as text ---- */

static char texts[2][8192];
static size_t next_text;

static const char *
or_dash(const char *text)
{
    return text[0] == '\0' ? "-" : text;
}

const char *
events_text(const phb_schedule *schedule)
{
    const phb_table *events = phb_schedule_table(schedule, PHB_SCHEDULE_EVENTS);
    char *text = texts[next_text++ % 2];
    size_t size = 0;
    text[0] = '\0';
    for (size_t row = 0; row < phb_table_rows(events); row++) {
        phb_date latest = phb_table_int32(events, "latest", NULL)[row];
        size += (size_t)snprintf(
            text + size, sizeof texts[0] - size, "%s %s %s %s %d %s %s %s\n",
            phb_table_text(events, "kind", row),
            date_text(phb_table_int32(events, "due", NULL)[row]),
            latest == PHB_DATE_NONE ? "-" : date_text(latest),
            phb_table_text(events, "status", row), (int)phb_table_int64(events, "days", NULL)[row],
            phb_table_text(events, "duty", row), or_dash(phb_table_text(events, "regimes", row)),
            or_dash(phb_table_text(events, "reason", row)));
        ck_assert_uint_lt(size, sizeof texts[0]);
    }
    return text;
}

const char *
notes_text(const phb_schedule *schedule)
{
    const phb_table *notes = phb_schedule_table(schedule, PHB_SCHEDULE_NOTES);
    char *text = texts[next_text++ % 2];
    size_t size = 0;
    text[0] = '\0';
    for (size_t row = 0; row < phb_table_rows(notes); row++) {
        size += (size_t)snprintf(text + size, sizeof texts[0] - size, "%s %s\n",
                                 phb_table_text(notes, "rule", row),
                                 or_dash(phb_table_text(notes, "at", row)));
        ck_assert_uint_lt(size, sizeof texts[0]);
    }
    return text;
}
