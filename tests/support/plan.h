/* Care and support plans: one that says something of everything, and small ones. */
#ifndef PHB_TESTS_SUPPORT_PLAN_H
#define PHB_TESTS_SUPPORT_PLAN_H

#include <phb/plan.h>

/*
 * A document with something in every member a plan can have, but for the answers that stand instead
 * of a section. Numbers are written as the library writes them. The word CANARY stands wherever
 * there can be words about a person.
 */
const char *whole_plan(void);

/*
 * The plan of a draft with these further members, every ' for a "; fails the test when it is
 * refused. "" for none.
 */
phb_plan *planned(const char *members);

/* The document of such a plan; lent until the fourth call from here. */
const char *plan_text(const char *members);

#endif
