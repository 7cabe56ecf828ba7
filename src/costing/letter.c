#include "costing/letter.h"

#include "core/path.h"

enum { SAID_ASSUMED_ADULT = 1, SAID_LAPSED = 2, SAID_NOT_IN_FORCE = 4 };

static void
note_once(struct phb_costing *costing, struct phb__employment *employment, uint32_t bit,
          const char *rule, const char *message)
{
    if ((employment->notes_said & bit) != 0) {
        return;
    }
    employment->notes_said |= bit;
    char path[PHB__PATH_SIZE] = "/assistants";
    (void)phb__path_add_index(path, employment->index);
    phb__costing_note(costing, rule, path, message);
}

int32_t
phb__letter_lapses_at(char letter)
{
    switch (letter) {
    case 'X':
        return 16;
    case 'M':
    case 'Z':
        return 21;
    case 'H':
        return 25;
    default:
        return 0;
    }
}

char
phb__letter_of_age(int32_t age_years, bool is_over_state_pension_age)
{
    if (is_over_state_pension_age) {
        return 'C'; /* the employee no longer pays; the employer does as before */
    }
    if (age_years < 0 || age_years >= 21) {
        return 'A';
    }
    return age_years < 16 ? 'X' : 'M';
}

static char
letter_wanted(struct phb_costing *costing, struct phb__employment *employment,
              const struct phb__segment *segment)
{
    const char *given = employment->assistant->given.ni_letter;
    char of_age = phb__letter_of_age(segment->age_years, segment->is_over_state_pension_age);
    if (!given || given[0] == '\0') {
        if (segment->age_years < 0) {
            note_once(
                costing, employment, SAID_ASSUMED_ADULT, "costing.assumed_adult",
                "No date of birth is given: an adult from 22 to State Pension age is assumed.");
        }
        return of_age;
    }
    int32_t lapse_years = phb__letter_lapses_at(given[0]);
    if (segment->age_years >= 0 && lapse_years > 0 && segment->age_years >= lapse_years) {
        note_once(costing, employment, SAID_LAPSED, "costing.letter_lapsed",
                  "The National Insurance letter given ends at an age reached in the period: from "
                  "then on the letter "
                  "follows from age.");
        return of_age;
    }
    return given[0];
}

const struct phb__ni_letter *
phb__letter_in(struct phb_costing *costing, struct phb__employment *employment,
               const struct phb__segment *segment)
{
    phb_date day = segment->law.day;
    char wanted = letter_wanted(costing, employment, segment);
    const struct phb__ni_letter *letter = phb__letter_on(costing->dataset, wanted, day);
    if (letter) {
        return letter;
    }
    /* Before 6 April 2015 those under 21 had no letter of their own: that is the law, and nothing
     * to note. */
    bool is_given = employment->assistant->given.ni_letter &&
                    employment->assistant->given.ni_letter[0] == wanted;
    if (is_given) {
        note_once(costing, employment, SAID_NOT_IN_FORCE, "costing.letter_not_in_force",
                  "The National Insurance letter given is not in force on some days of the period: "
                  "on those letter A "
                  "is used.");
    }
    return phb__letter_on(costing->dataset, 'A', day);
}

#define LABEL(letter) [(letter) - 'A'] = "Employer National Insurance, letter "

const char *
phb__letter_label(char letter)
{
    static const char *const labels[] = {
        LABEL('A') "A", LABEL('B') "B", LABEL('C') "C", LABEL('D') "D", LABEL('E') "E",
        LABEL('F') "F", LABEL('H') "H", LABEL('I') "I", LABEL('J') "J", LABEL('K') "K",
        LABEL('L') "L", LABEL('M') "M", LABEL('N') "N", LABEL('S') "S", LABEL('V') "V",
        LABEL('X') "X", LABEL('Z') "Z",
    };
    bool is_there = letter >= 'A' && letter <= 'Z' && labels[letter - 'A'];
    return is_there ? labels[letter - 'A'] : "Employer National Insurance";
}
