/* What people write: budgets, policies, plans. */
%newobject phb_budget::following;
%newobject phb_budget::costed;
%newobject phb_plan::checked;
%newobject phb_plan::chained;
%newobject phb_plan::reviews;

typedef struct phb_policy {} phb_policy;

%extend phb_policy {
    phb_policy(const char *json, size_t size)
    {
        phb_policy *policy = NULL;
        PHB_SWIG_WORK(phb_policy_from_json(PHB_SWIG_CONTEXT, json, size, &policy, &phb_swig_error));
        return policy;
    }

    ~phb_policy()
    {
        phb_policy_unref($self);
    }

    phb_text *json(void)
    {
        phb_text *text = NULL;
        PHB_SWIG_WORK(phb_policy_to_json($self, &text, &phb_swig_error));
        return text;
    }

    const char *edition(void);
}

typedef struct phb_budget {} phb_budget;

%extend phb_budget {
    phb_budget(const char *json, size_t size)
    {
        phb_budget *budget = NULL;
        PHB_SWIG_WORK(phb_budget_from_json(PHB_SWIG_CONTEXT, json, size, &budget, &phb_swig_error));
        return budget;
    }

    ~phb_budget()
    {
        phb_budget_free($self);
    }

    phb_text *json(void)
    {
        phb_text *text = NULL;
        PHB_SWIG_WORK(phb_budget_to_json($self, &text, &phb_swig_error));
        return text;
    }

    phb_budget *following(void)
    {
        phb_budget *next = NULL;
        PHB_SWIG_WORK(phb_budget_next_year($self, &next, &phb_swig_error));
        return next;
    }

    phb_costing *costed(const phb_rates *rates, const phb_policy *policy, phb_date law_on,
                        int32_t refuse_provisional, phb_trace trace)
    {
        phb_costing *costing = NULL;
        phb_cost_options options = PHB_COST_OPTIONS_INIT;
        options.policy = policy;
        options.law_on = law_on;
        options.refuse_provisional = refuse_provisional;
        options.trace = trace;
        PHB_SWIG_WORK(phb_budget_cost($self, rates, &options, &costing, &phb_swig_error));
        return costing;
    }
}

typedef struct phb_plan {} phb_plan;

%extend phb_plan {
    phb_plan(const char *json, size_t size)
    {
        phb_plan *plan = NULL;
        PHB_SWIG_WORK(phb_plan_from_json(PHB_SWIG_CONTEXT, json, size, &plan, &phb_swig_error));
        return plan;
    }

    ~phb_plan()
    {
        phb_plan_free($self);
    }

    phb_text *json(void)
    {
        phb_text *text = NULL;
        PHB_SWIG_WORK(phb_plan_to_json($self, &text, &phb_swig_error));
        return text;
    }

    /* The document of its budget, "" when it has none. */
    phb_text *budget_json(void)
    {
        phb_text *text = NULL;
        const phb_budget *budget = phb_plan_budget($self);
        if (budget) {
            PHB_SWIG_WORK(phb_budget_to_json(budget, &text, &phb_swig_error));
        }
        return text;
    }

    phb_plan_status status_of(void);

    phb_cohort cohort(void);

    phb_kind kind(void);

    int64_t version(void);

    phb_date date_of_birth(void);

    /* "" when there is none. */
    const char *reference_or_none(void)
    {
        const char *reference = phb_plan_reference($self);
        return reference ? reference : "";
    }

    const char *masked_number(void)
    {
        static _Thread_local char number[PHB_PLAN_NHS_NUMBER_SIZE];
        phb_swig_note(phb_plan_nhs_number_masked($self, number, sizeof number));
        return number;
    }

    const char *digest(void)
    {
        static _Thread_local char hash[PHB_PLAN_HASH_SIZE];
        PHB_SWIG_WORK(phb_plan_content_hash($self, hash, sizeof hash, &phb_swig_error));
        return hash;
    }

    phb_report *checked(const phb_rates *rates, const phb_policy *policy,
                        const phb_plan *superseded, phb_date as_of)
    {
        phb_report *report = NULL;
        phb_check_options options = PHB_CHECK_OPTIONS_INIT;
        options.as_of = as_of;
        options.policy = policy;
        options.superseded = superseded;
        PHB_SWIG_WORK(phb_plan_check($self, rates, &options, &report, &phb_swig_error));
        return report;
    }

    /* What it says of its reviews, to be added to and worked out. */
    phb_schedule_request *reviews(phb_date as_of, const phb_policy *policy)
    {
        phb_schedule_request *request = NULL;
        PHB_SWIG_WORK(
            phb_plan_schedule_request($self, as_of, policy, &request, &phb_swig_error));
        return request;
    }

    phb_chain *chained(const phb_rates *rates, const phb_policy *policy)
    {
        phb_chain *chain = NULL;
        phb_check_options options = PHB_CHECK_OPTIONS_INIT;
        options.policy = policy;
        PHB_SWIG_WORK(phb_plan_chain($self, rates, &options, &chain, &phb_swig_error));
        return chain;
    }
}
