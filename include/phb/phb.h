/**
 * @file
 * All of libphb: include this, link with `pkg-config --libs libphb`.
 *
 * Every fallible function returns a phb_status and, if given one, fills a phb_error of the
 * caller's. Nothing is printed, logged, read from files, clock, locale or environment; there is no
 * global state.
 */
#ifndef PHB_PHB_H
#define PHB_PHB_H

#include <phb/batch.h>
#include <phb/budget.h>
#include <phb/chain.h>
#include <phb/check.h>
#include <phb/choices.h>
#include <phb/compare.h>
#include <phb/context.h>
#include <phb/costing.h>
#include <phb/date.h>
#include <phb/document.h>
#include <phb/employer.h>
#include <phb/error.h>
#include <phb/export.h>
#include <phb/money.h>
#include <phb/plan.h>
#include <phb/policy.h>
#include <phb/rates.h>
#include <phb/render.h>
#include <phb/report.h>
#include <phb/schedule.h>
#include <phb/status.h>
#include <phb/table.h>
#include <phb/text.h>
#include <phb/version.h>

#endif
