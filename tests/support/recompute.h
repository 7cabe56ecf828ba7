/*
 * Works every figure of a costing's trace out again from nothing but its public tables, as somebody
 * with the printed steps and a calculator would.
 */
#ifndef PHB_TESTS_SUPPORT_RECOMPUTE_H
#define PHB_TESTS_SUPPORT_RECOMPUTE_H

#include <phb/costing.h>

/*
 * NULL when every step follows from its children and every line, payslip and total from its step;
 * else a sentence that names the first that does not, lent until the next call.
 */
const char *recompute(const phb_costing *costing);

#endif
