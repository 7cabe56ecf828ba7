/* Costings of small documents, and the amounts that a test asks them for. */
#ifndef PHB_TESTS_SUPPORT_COSTED_H
#define PHB_TESTS_SUPPORT_COSTED_H

#include <phb/costing.h>

/*
 * The costing of a budget of a period, "2026-04-06/2027-04-05", with these further members, every '
 * for a ", with all its steps; fails the test when there is none.
 */
phb_costing *costed(const char *period, const char *members);

/* A row of the totals; PHB_PENCE_NONE when there is none. */
phb_pence total_in(const phb_costing *costing, const char *total, const char *key);

/* The amount of a line; PHB_PENCE_NONE when there is none. */
phb_pence line_in(const phb_costing *costing, const char *id);

/* How many of the notes are of a rule. */
size_t notes_in(const phb_costing *costing, const char *rule);

#endif
