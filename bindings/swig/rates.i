/* The law as data. */
%newobject phb_rates::overlaid;
%newobject phb_rates::found;
%newobject phb_rates::law;
%newobject phb_rates::holidays;

typedef struct phb_rates {} phb_rates;

%extend phb_rates {
    phb_rates()
    {
        phb_rates *rates = NULL;
        phb_swig_note(phb_rates_builtin(PHB_SWIG_CONTEXT, &rates, &phb_swig_error));
        return rates;
    }

    ~phb_rates()
    {
        phb_rates_unref($self);
    }

    phb_rates *overlaid(const char *json, size_t size)
    {
        phb_rates *rates = NULL;
        PHB_SWIG_WORK(phb_rates_overlay_json(PHB_SWIG_CONTEXT, $self, json, size, &rates,
                                             &phb_swig_error));
        return rates;
    }

    const char *edition(void);

    phb_date first_day(void);

    phb_date last_day(void);

    phb_rate *found(const char *wanted, phb_date on, phb_date birth, int32_t age_years,
                    phb_rate_match match)
    {
        phb_rate *rate = calloc(1, sizeof *rate);
        if (!rate) {
            phb_swig_note(PHB_ERROR_MEMORY);
            return NULL;
        }
        phb_rate_query query = PHB_RATE_QUERY_INIT;
        query.key = wanted;
        query.on = on;
        query.birth = birth;
        query.age_years = age_years;
        query.match = match;
        phb_rate_init(rate, (uint32_t)sizeof *rate);
        phb_swig_note(phb_rates_find($self, &query, rate, &phb_swig_error));
        if (phb_swig_error.status != PHB_OK) {
            free(rate);
            return NULL;
        }
        return rate;
    }

    phb_table *law(const char *key, phb_date on)
    {
        phb_table *table = NULL;
        PHB_SWIG_WORK(phb_rates_table(NULL, $self, key, on, &table, &phb_swig_error));
        return table;
    }

    phb_table *holidays(phb_date first, phb_date last)
    {
        phb_table *table = NULL;
        PHB_SWIG_WORK(
            phb_rates_bank_holidays(NULL, $self, first, last, &table, &phb_swig_error));
        return table;
    }
}
