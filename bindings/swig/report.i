/* What a check found, and the chain of a plan. */
%newobject phb_report::selected;
%newobject rules_table;

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
        phb_swig_note(phb_report_select($self, section, severity, &report, &phb_swig_error));
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
        phb_swig_note(phb_report_to_json($self, &text, &phb_swig_error));
        return text;
    }

    phb_text *rendered(phb_format format)
    {
        phb_text *text = NULL;
        phb_swig_note(phb_report_render($self, format, &text, &phb_swig_error));
        return text;
    }
}

%inline %{
static phb_table *
rules_table(void)
{
    phb_table *table = NULL;
    phb_swig_note(phb_rules_table(NULL, &table, &phb_swig_error));
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
        phb_swig_note(phb_chain_to_json($self, &text, &phb_swig_error));
        return text;
    }

    phb_text *rendered(phb_format format)
    {
        phb_text *text = NULL;
        phb_swig_note(phb_chain_render($self, format, &text, &phb_swig_error));
        return text;
    }
}
