/* When a plan must be reviewed. */
%newobject phb_schedule_request::built;
%apply const char *OPTIONAL { const char *reference, const char *of };

%{
#define PHB_SWIG_SETTLE(member, none) \
    if (member != none) { \
        settings.member = member; \
    }
%}

typedef struct phb_schedule_request {} phb_schedule_request;

%extend phb_schedule_request {
    phb_schedule_request()
    {
        phb_schedule_request *request = NULL;
        phb_swig_note(phb_schedule_request_new(PHB_SWIG_CONTEXT, &request, &phb_swig_error));
        return request;
    }

    ~phb_schedule_request()
    {
        phb_schedule_request_free($self);
    }

    /* Says what is said here, and leaves the rest as it was. */
    void settle(const phb_policy *policy, const char *reference, phb_kind kind, phb_cohort cohort,
             phb_date as_of, phb_date horizon, phb_date date_of_birth, phb_date first_payment,
             phb_date ended_on, phb_date checklist_received, phb_date decided_on,
             phb_date notice_given, int64_t notice_weeks_hundredths)
    {
        phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
        phb_swig_note(phb_schedule_request_get($self, &settings, &phb_swig_error));
        PHB_SWIG_SETTLE(policy, NULL)
        PHB_SWIG_SETTLE(reference, NULL)
        PHB_SWIG_SETTLE(kind, (phb_kind)0)
        PHB_SWIG_SETTLE(cohort, (phb_cohort)0)
        PHB_SWIG_SETTLE(as_of, PHB_DATE_NONE)
        PHB_SWIG_SETTLE(horizon, PHB_DATE_NONE)
        PHB_SWIG_SETTLE(date_of_birth, PHB_DATE_NONE)
        PHB_SWIG_SETTLE(first_payment, PHB_DATE_NONE)
        PHB_SWIG_SETTLE(ended_on, PHB_DATE_NONE)
        PHB_SWIG_SETTLE(checklist_received, PHB_DATE_NONE)
        PHB_SWIG_SETTLE(decided_on, PHB_DATE_NONE)
        PHB_SWIG_SETTLE(notice_given, PHB_DATE_NONE)
        PHB_SWIG_SETTLE(notice_weeks_hundredths, PHB_NUMBER_NONE)
        if (phb_swig_error.status == PHB_OK) {
            phb_swig_note(phb_schedule_request_set($self, &settings, &phb_swig_error));
        }
    }

    /* Says again how far to look, and leaves the rest. */
    void look_until(phb_date horizon)
    {
        phb_schedule_settings settings = PHB_SCHEDULE_SETTINGS_INIT;
        phb_swig_note(phb_schedule_request_get($self, &settings, &phb_swig_error));
        if (phb_swig_error.status == PHB_OK) {
            settings.horizon = horizon;
            phb_swig_note(phb_schedule_request_set($self, &settings, &phb_swig_error));
        }
    }

    void with_regime(phb_regime regime, phb_date anchor)
    {
        phb_swig_note(phb_schedule_request_add_regime($self, regime, anchor, &phb_swig_error));
    }

    void with_completed(phb_date on, phb_review_kind kind, int32_t regimes, int32_t checked)
    {
        phb_swig_note(phb_schedule_request_add_completed(
            $self, on, kind, (uint32_t)regimes, (uint32_t)checked, &phb_swig_error));
    }

    void with_event(phb_date on, phb_happening what)
    {
        phb_swig_note(phb_schedule_request_add_event($self, on, what, &phb_swig_error));
    }

    void with_events(const char *json, size_t size)
    {
        phb_swig_note(
            phb_schedule_request_add_events_json($self, json, size, &phb_swig_error));
    }

    void with_renewal(phb_date until, phb_renewal what, const char *of)
    {
        phb_swig_note(
            phb_schedule_request_add_renewal($self, until, what, of, &phb_swig_error));
    }

    phb_schedule *built(const phb_rates *rates)
    {
        phb_schedule *schedule = NULL;
        PHB_SWIG_WORK(phb_schedule_build($self, rates, &schedule, &phb_swig_error));
        return schedule;
    }
}

typedef struct phb_schedule {} phb_schedule;

%extend phb_schedule {
    ~phb_schedule()
    {
        phb_schedule_free($self);
    }

    const phb_table *table(phb_schedule_part part);

    phb_date as_of(void);

    phb_date horizon(void);

    phb_date next_review_latest(void);

    const char *rates_edition(void);

    const char *policy_edition(void);

    phb_text *json(void)
    {
        phb_text *text = NULL;
        PHB_SWIG_WORK(phb_schedule_to_json($self, &text, &phb_swig_error));
        return text;
    }

    phb_text *rendered(phb_format format)
    {
        phb_text *text = NULL;
        PHB_SWIG_WORK(phb_schedule_render($self, format, &text, &phb_swig_error));
        return text;
    }
}
