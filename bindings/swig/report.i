/* What a check found, and the chain of a plan. */
%newobject phb_report::selected;
%newobject rules_table;
%newobject check_document;

typedef struct phb_report {} phb_report;

%extend phb_report {
    ~phb_report()
    {
        phb_report_free($self);
    }

    const phb_table *table(phb_report_part part);

    phb_report *selected(const char *section, phb_severity severity)
    {
        phb_report *report = NULL;
        PHB_SWIG_WORK(phb_report_select($self, section, severity, &report, &phb_swig_error));
        return report;
    }

    phb_severity worst(void);

    int32_t next_row(void)
    {
        return phb_report_next($self);
    }

    int32_t count(phb_severity severity);

    phb_date as_of(void);

    const char *rates_edition(void);

    const char *policy_edition(void);

    phb_text *json(void)
    {
        phb_text *text = NULL;
        PHB_SWIG_WORK(phb_report_to_json($self, &text, &phb_swig_error));
        return text;
    }

    phb_text *rendered(phb_format format)
    {
        phb_text *text = NULL;
        PHB_SWIG_WORK(phb_report_render($self, format, &text, &phb_swig_error));
        return text;
    }
}

%{
static phb_status
phb_swig_check_plan(const char *json, size_t size, const phb_rates *rates,
                    const phb_check_options *options, phb_report **out_report)
{
    phb_plan *plan = NULL;
    phb_status status = phb_plan_from_json(NULL, json, size, &plan, &phb_swig_error);
    if (status == PHB_OK) {
        status = phb_plan_check(plan, rates, options, out_report, &phb_swig_error);
    }
    phb_plan_free(plan);
    return status;
}

static phb_status
phb_swig_check_budget(const char *json, size_t size, const phb_rates *rates,
                      const phb_check_options *options, phb_report **out_report)
{
    phb_budget *budget = NULL;
    phb_costing *costing = NULL;
    phb_cost_options cost = PHB_COST_OPTIONS_INIT;
    phb_check_options check = *options;
    cost.policy = options->policy;
    check.policy = NULL; /* a costing has its own */
    phb_status status = phb_budget_from_json(NULL, json, size, &budget, &phb_swig_error);
    if (status == PHB_OK) {
        status = phb_budget_cost(budget, rates, &cost, &costing, &phb_swig_error);
    }
    if (status == PHB_OK) {
        status = phb_costing_check(costing, &check, out_report, &phb_swig_error);
    }
    phb_costing_free(costing);
    phb_budget_free(budget);
    return status;
}

static phb_status
phb_swig_check(const char *json, size_t size, const phb_rates *rates,
               const phb_check_options *options, phb_report **out_report)
{
    phb_document document = (phb_document)0;
    phb_status status = phb_document_of(NULL, json, size, &document, &phb_swig_error);
    if (status != PHB_OK) {
        return status;
    }
    switch (document) {
    case PHB_DOCUMENT_PLAN:
        return phb_swig_check_plan(json, size, rates, options, out_report);
    case PHB_DOCUMENT_BUDGET:
        return phb_swig_check_budget(json, size, rates, options, out_report);
    case PHB_DOCUMENT_POLICY:
        break;
    }
    return PHB_ERROR_ARGUMENT;
}
%}

%inline %{
/* What the check of a budget or a plan finds, all in one call: it lets go of a lock once. */
static phb_report *
check_document(const char *json, size_t size, const phb_rates *rates, const phb_policy *policy,
               phb_date as_of)
{
    phb_report *report = NULL;
    phb_check_options options = PHB_CHECK_OPTIONS_INIT;
    options.as_of = as_of;
    options.policy = policy;
    PHB_SWIG_WORK(phb_swig_check(json, size, rates, &options, &report));
    return report;
}

static phb_table *
rules_table(void)
{
    phb_table *table = NULL;
    PHB_SWIG_WORK(phb_rules_table(NULL, &table, &phb_swig_error));
    return table;
}
%}

typedef struct phb_chain {} phb_chain;

%extend phb_chain {
    ~phb_chain()
    {
        phb_chain_free($self);
    }

    const phb_table *table(void);

    phb_text *json(void)
    {
        phb_text *text = NULL;
        PHB_SWIG_WORK(phb_chain_to_json($self, &text, &phb_swig_error));
        return text;
    }

    phb_text *rendered(phb_format format)
    {
        phb_text *text = NULL;
        PHB_SWIG_WORK(phb_chain_render($self, format, &text, &phb_swig_error));
        return text;
    }
}
