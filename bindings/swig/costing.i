/* What a budget costs, and two costings beside each other. Tables are lent by what they are of. */
%newobject phb_costing::checked;
%newobject phb_costing::compared;

typedef struct phb_costing {} phb_costing;

%extend phb_costing {
    ~phb_costing()
    {
        phb_costing_free($self);
    }

    phb_pence total_pence(void);

    int32_t is_provisional(void);

    phb_date start(void);

    phb_date end(void);

    const char *rates_edition(void);

    const char *policy_edition(void);

    const phb_table *table(phb_costing_part part);

    phb_text *json(int32_t with_steps)
    {
        phb_text *text = NULL;
        PHB_SWIG_WORK(phb_costing_to_json($self, with_steps, &text, &phb_swig_error));
        return text;
    }

    phb_text *rendered(phb_format format)
    {
        phb_text *text = NULL;
        PHB_SWIG_WORK(phb_costing_render($self, format, &text, &phb_swig_error));
        return text;
    }

    phb_text *explained(const char *line_id, phb_format format)
    {
        phb_text *text = NULL;
        PHB_SWIG_WORK(phb_costing_explain_render($self, line_id, format, &text, &phb_swig_error));
        return text;
    }

    phb_report *checked(phb_date as_of)
    {
        phb_report *report = NULL;
        phb_check_options options = PHB_CHECK_OPTIONS_INIT;
        options.as_of = as_of;
        PHB_SWIG_WORK(phb_costing_check($self, &options, &report, &phb_swig_error));
        return report;
    }

    phb_comparison *compared(const phb_costing *after)
    {
        phb_comparison *comparison = NULL;
        PHB_SWIG_WORK(phb_costing_compare($self, after, &comparison, &phb_swig_error));
        return comparison;
    }
}

typedef struct phb_comparison {} phb_comparison;

%extend phb_comparison {
    ~phb_comparison()
    {
        phb_comparison_free($self);
    }

    const phb_table *table(phb_comparison_part part);
}
