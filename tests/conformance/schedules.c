/*
 * Schedules of requests on standard input, one a line of words with a space between, each written
 * after a line with its size in bytes. A word is a letter and values with a colon between:
 *
 *     F:FORMAT        phb_format, or 0 for JSON         A:DATE  as_of       H:DATE  horizon
 *     K:NUMBER        phb_kind                          B:DATE  born        C:NUMBER  cohort
 *     P:DATE          first payment                     X:ID    reference   L:DATE  checklist
 *     N:DATE:NUMBER   notice, weeks in hundredths       Y:JSON  a policy, without spaces
 *     R:NUMBER:DATE   a regime and its anchor           E:NUMBER:DATE  something that happened
 *     D:NUMBER:DATE:NUMBER:NUMBER   a review held: kind, day, regimes, checked
 *     W:NUMBER:DATE:ID              a renewal
 *
 * What cannot be worked out is written as "! STATUS".
 */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <phb/phb.h>

enum { LINE_SIZE = 4096, VALUES = 5 };

struct word {
    char letter;
    const char *values[VALUES];
};

struct asked {
    phb_schedule_request *request;
    phb_schedule_settings settings;
    phb_policy *policy;
    int format;
};

static phb_date
day_of(const char *text)
{
    phb_date day = PHB_DATE_NONE;
    (void)phb_date_parse(text, &day);
    return day;
}

static int
number_of(const char *text)
{
    return (int)strtol(text, NULL, 10);
}

/* A policy has colons of its own. */
static struct word
cut(char *text)
{
    struct word word = {text[0], {"", "", "", "", ""}};
    char *next = strchr(text, ':');
    for (int i = 0; i < VALUES && next; i++) {
        *next++ = '\0';
        word.values[i] = next;
        next = word.letter == 'Y' ? NULL : strchr(next, ':');
    }
    return word;
}

static bool
set(struct asked *asked, const struct word *word)
{
    phb_schedule_settings *settings = &asked->settings;
    const struct {
        char letter;
        phb_date *date;
    } dates[] = {{'A', &settings->as_of},
                 {'H', &settings->horizon},
                 {'B', &settings->date_of_birth},
                 {'P', &settings->first_payment},
                 {'L', &settings->checklist_received},
                 {'N', &settings->notice_given}};
    bool is_setting = true;
    for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++) {
        if (dates[i].letter == word->letter) {
            *dates[i].date = day_of(word->values[0]);
        }
    }
    if (word->letter == 'N') {
        settings->notice_weeks_hundredths = number_of(word->values[1]);
    } else if (word->letter == 'K') {
        settings->kind = (phb_kind)number_of(word->values[0]);
    } else if (word->letter == 'C') {
        settings->cohort = (phb_cohort)number_of(word->values[0]);
    } else if (word->letter == 'X') {
        settings->reference = word->values[0];
    } else if (word->letter == 'F') {
        asked->format = number_of(word->values[0]);
    } else {
        is_setting = strchr("AHBPL", word->letter) != NULL;
    }
    return is_setting;
}

static phb_status
add(struct asked *asked, const struct word *word)
{
    int number = number_of(word->values[0]);
    phb_date day = day_of(word->values[1]);
    switch (word->letter) {
    case 'Y':
        phb_policy_unref(asked->policy);
        return phb_policy_from_json(NULL, word->values[0], strlen(word->values[0]), &asked->policy,
                                    NULL);
    case 'R':
        return phb_schedule_request_add_regime(asked->request, (phb_regime)number, day, NULL);
    case 'E':
        return phb_schedule_request_add_event(asked->request, day, (phb_happening)number, NULL);
    case 'D':
        return phb_schedule_request_add_completed(asked->request, day, (phb_review_kind)number,
                                                  (uint32_t)number_of(word->values[2]),
                                                  (uint32_t)number_of(word->values[3]), NULL);
    case 'W':
        return phb_schedule_request_add_renewal(asked->request, day, (phb_renewal)number,
                                                word->values[2], NULL);
    default:
        return PHB_ERROR_ARGUMENT;
    }
}

static phb_status
read_words(struct asked *asked, char *line)
{
    phb_status status = phb_schedule_request_new(NULL, &asked->request, NULL);
    for (char *text = strtok(line, " \n"); text && status == PHB_OK; text = strtok(NULL, " \n")) {
        struct word word = cut(text);
        if (!set(asked, &word)) {
            status = add(asked, &word);
        }
    }
    asked->settings.policy = asked->policy;
    return status == PHB_OK ? phb_schedule_request_set(asked->request, &asked->settings, NULL)
                            : status;
}

static void
answer(char *line)
{
    struct asked asked = {.settings = PHB_SCHEDULE_SETTINGS_INIT};
    phb_schedule *schedule = NULL;
    phb_text *text = NULL;
    phb_status status = read_words(&asked, line);
    if (status == PHB_OK) {
        status = phb_schedule_build(asked.request, NULL, &schedule, NULL);
    }
    if (status == PHB_OK) {
        status = asked.format == 0
                     ? phb_schedule_to_json(schedule, &text, NULL)
                     : phb_schedule_render(schedule, (phb_format)asked.format, &text, NULL);
    }
    if (status == PHB_OK) {
        printf("%zu\n", phb_text_size(text));
        (void)fwrite(phb_text_data(text), 1, phb_text_size(text), stdout);
    } else {
        printf("! %s\n", phb_status_name(status));
    }
    phb_text_free(text);
    phb_schedule_free(schedule);
    phb_schedule_request_free(asked.request);
    phb_policy_unref(asked.policy);
}

int
main(void)
{
    char line[LINE_SIZE];
    while (fgets(line, sizeof line, stdin)) {
        answer(line);
    }
    return 0;
}
