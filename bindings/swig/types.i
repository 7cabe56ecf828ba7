/*
 * Types before functions: what SWIG has not seen when it meets it, it takes for a pointer to
 * something opaque, and says nothing. Of the headers the closed sets and the typedefs are taken as
 * they are; the functions and the structs that a caller fills are wrapped by hand, or not at all.
 */
%include <stdint.i>

/* Objects are made by the functions that give them. */
%nodefaultctor;

%rename("%(regex:/^(?:phb|PHB)_(.*)/\\1/)s") "";
%rename("$ignore", regextarget = 1, %$isfunction) "^phb_";

%ignore phb_error;
%ignore phb_allocator;
%ignore phb_limits;
%ignore phb_context_options;
%ignore phb_budget_settings;
%ignore phb_assistant;
%ignore phb_hours;
%ignore phb_line;
%ignore phb_funder;
%ignore phb_rate_query;
%ignore phb_cost_options;
%ignore phb_check_options;
%ignore phb_schedule_settings;

%ignore PHB_PENCE_TEXT_SIZE;
%ignore PHB_DATE_TEXT_SIZE;
%ignore PHB_PLAN_NHS_NUMBER_SIZE;
%ignore PHB_PLAN_HASH_SIZE;

%rename(Rate) phb_rate;
%rename(Rates) phb_rates;
%rename(Policy) phb_policy;
%rename(Budget) phb_budget;
%rename(Costing) phb_costing;
%rename(Comparison) phb_comparison;
%rename(Plan) phb_plan;
%rename(Chain) phb_chain;
%rename(Report) phb_report;
%rename(ScheduleRequest) phb_schedule_request;
%rename(Schedule) phb_schedule;
%rename(Table) phb_table;

%immutable;
%ignore phb_rate::size;
%ignore phb_rate::reserved;
%rename(since) phb_rate::from;
#ifdef SWIGPYTHON
%pythonnondynamic;
#endif

%include <phb/export.h>
#undef PHB_API
#define PHB_API
#undef PHB_BEGIN_DECLS
#define PHB_BEGIN_DECLS
#undef PHB_END_DECLS
#define PHB_END_DECLS

%include <phb/status.h>
%include <phb/error.h>
%include <phb/money.h>
%include <phb/date.h>
%include <phb/choices.h>
%include <phb/table.h>
%include <phb/text.h>
%include <phb/context.h>
%include <phb/render.h>
%include <phb/rates.h>
%include <phb/employer.h>
%include <phb/policy.h>
%include <phb/document.h>
%include <phb/budget.h>
%include <phb/costing.h>
%include <phb/compare.h>
%include <phb/plan.h>
%include <phb/report.h>
%include <phb/check.h>
%include <phb/chain.h>
%include <phb/schedule.h>
%mutable;
