"""The flat layer that SWIG makes, as the package sees it. Written by hand; a test compares it with
the module. Days are whole days since 1 January 1970, amounts whole pence; a handle that may be None
stands for a default."""

from collections.abc import Callable
from typing import Any

# ---- functions ----

def set_maker(owner: Callable[[int, str, str, int], Exception]) -> None: ...
def version() -> str: ...
def status_count() -> int: ...
def status_name(status: int) -> str: ...
def status_message(status: int) -> str: ...
def fail_with(status: int) -> None: ...
def pence_parse(text: str) -> int: ...
def pence_scale(amount: int, numerator: int, denominator: int, rounding: int) -> int: ...
def date_add_months(date: int, months: int, rule: int) -> int: ...
def date_age(birth: int, on: int) -> int: ...
def employer_ni(
    rates: Rates | None, paid_on: int, frequency: int, letter: str, gross: int
) -> int: ...
def employer_pension(rates: Rates | None, paid_on: int, frequency: int, gross: int) -> int: ...
def check_document(
    json: str | bytes, rates: Rates | None, policy: Policy | None, as_of: int
) -> Report: ...
def rules_table() -> Table: ...

# ---- batches ----
# A column in is None, one value for all rows, or a buffer of int64, int32 or uint8, which need be
# neither writable nor without gaps; a column out is None or a buffer that is both.

def batch_employer_ni(
    rates: Rates | None,
    match: int,
    paid_on: Any,
    frequency: Any,
    letter: Any,
    gross_pence: Any,
    out_ni_pence: Any,
    out_status: Any,
    out_certainty: Any,
    first_row: int,
    rows: int,
) -> None: ...
def batch_employer_pension(
    rates: Rates | None,
    match: int,
    paid_on: Any,
    frequency: Any,
    gross_pence: Any,
    out_pension_pence: Any,
    out_status: Any,
    out_certainty: Any,
    first_row: int,
    rows: int,
) -> None: ...
def batch_minimum_wage(
    rates: Rates | None,
    match: int,
    day: Any,
    date_of_birth: Any,
    age_years: Any,
    rate_penny_hundredths: Any,
    out_minimum_penny_hundredths: Any,
    out_shortfall_penny_hundredths: Any,
    out_status: Any,
    out_certainty: Any,
    first_row: int,
    rows: int,
) -> None: ...
def batch_review_dates(
    rates: Rates | None,
    policy: Policy | None,
    working_days: int,
    anchor: Any,
    held_on: Any,
    regime: Any,
    first_months: Any,
    every_months: Any,
    out_due: Any,
    out_latest: Any,
    out_status: Any,
    first_row: int,
    rows: int,
) -> None: ...
def batch_cost(
    rates: Rates | None,
    match: int,
    law_on: int,
    period_start: Any,
    period_end: Any,
    weeks_in_year: Any,
    employer: Any,
    claims_allowance: Any,
    allowance_used_pence: Any,
    employed_since: Any,
    start: Any,
    end: Any,
    date_of_birth: Any,
    ni_letter: Any,
    pay_frequency: Any,
    minutes_per_week: Any,
    rate_penny_hundredths: Any,
    nights_per_week_hundredths: Any,
    night_rate_penny_hundredths: Any,
    basic_pence: Any,
    days_per_week_hundredths: Any,
    bank_holiday_minutes: Any,
    bank_holiday_premium_penny_hundredths: Any,
    leave_method: Any,
    leave_by: Any,
    leave_rate_penny_hundredths: Any,
    leave_night_rate_pence: Any,
    leave_weeks_hundredths: Any,
    pension_membership: Any,
    pension_basis: Any,
    pension_employer_ppm: Any,
    sickness_weeks_hundredths: Any,
    sickness_cover_rate_penny_hundredths: Any,
    sickness_cover_night_rate_pence: Any,
    out_basic_pence: Any,
    out_leave_pence: Any,
    out_employer_ni_pence: Any,
    out_pension_pence: Any,
    out_bank_holiday_pence: Any,
    out_cover_pence: Any,
    out_sickness_pence: Any,
    out_sickness_cover_pence: Any,
    out_allowance_pence: Any,
    out_total_pence: Any,
    out_status: Any,
    out_certainty: Any,
    first_row: int,
    rows: int,
) -> None: ...
def batch_cost_split(employer: Any, row_count: int, wanted_row: int) -> int: ...

# ---- handles ----

class Column:
    """A read-only buffer of int64 or int32, in the memory of what lends it."""

    def __len__(self) -> int: ...
    def __buffer__(self, flags: int, /) -> memoryview: ...

class Rate:
    certainty: int
    value: int
    since: int
    unit: str
    label: str
    source: str

class Rates:
    this: Rates  # the handle that the proxy holds: good wherever the proxy is
    def __init__(self) -> None: ...
    def overlaid(self, json: str | bytes) -> Rates: ...
    def edition(self) -> str: ...
    def first_day(self) -> int: ...
    def last_day(self) -> int: ...
    def found(self, wanted: str, on: int, birth: int, age_years: int, match: int) -> Rate: ...
    def law(self, key: str | None, on: int) -> Table: ...
    def holidays(self, first: int, last: int) -> Table: ...

class Policy:
    def __init__(self, json: str | bytes) -> None: ...
    def json(self) -> str: ...
    def edition(self) -> str: ...

class Budget:
    def __init__(self, json: str | bytes) -> None: ...
    def json(self) -> str: ...
    def following(self) -> Budget: ...
    def costed(
        self,
        rates: Rates | None,
        policy: Policy | None,
        law_on: int,
        refuse_provisional: int,
        trace: int,
    ) -> Costing: ...

class Plan:
    def __init__(self, json: str | bytes) -> None: ...
    def json(self) -> str: ...
    def budget_json(self) -> str: ...
    def status_of(self) -> int: ...
    def cohort(self) -> int: ...
    def kind(self) -> int: ...
    def version(self) -> int: ...
    def date_of_birth(self) -> int: ...
    def reference_or_none(self) -> str: ...
    def masked_number(self) -> str: ...
    def digest(self) -> str: ...
    def checked(
        self, rates: Rates | None, policy: Policy | None, superseded: Plan | None, as_of: int
    ) -> Report: ...
    def reviews(self, as_of: int, policy: Policy | None) -> ScheduleRequest: ...
    def chained(self, rates: Rates | None, policy: Policy | None) -> Chain: ...

class Costing:
    def total_pence(self) -> int: ...
    def is_provisional(self) -> int: ...
    def start(self) -> int: ...
    def end(self) -> int: ...
    def rates_edition(self) -> str: ...
    def policy_edition(self) -> str: ...
    def table(self, part: int) -> Table: ...
    def json(self, with_steps: int) -> str: ...
    def rendered(self, format: int) -> str: ...
    def explained(self, line_id: str | None, format: int) -> str: ...
    def checked(self, as_of: int) -> Report: ...
    def compared(self, after: Costing) -> Comparison: ...

class Comparison:
    def table(self, part: int) -> Table: ...

class Report:
    def table(self, part: int) -> Table: ...
    def selected(self, section: str | None, severity: int) -> Report: ...
    def worst(self) -> int: ...
    def next_row(self) -> int: ...
    def count(self, severity: int) -> int: ...
    def as_of(self) -> int: ...
    def rates_edition(self) -> str: ...
    def policy_edition(self) -> str: ...
    def json(self) -> str: ...
    def rendered(self, format: int) -> str: ...

class Chain:
    def table(self) -> Table: ...
    def json(self) -> str: ...
    def rendered(self, format: int) -> str: ...

class ScheduleRequest:
    def __init__(self) -> None: ...
    def settle(
        self,
        policy: Policy | None,
        reference: str | None,
        kind: int,
        cohort: int,
        as_of: int,
        horizon: int,
        date_of_birth: int,
        first_payment: int,
        ended_on: int,
        checklist_received: int,
        decided_on: int,
        notice_given: int,
        notice_weeks_hundredths: int,
    ) -> None: ...
    def look_until(self, horizon: int) -> None: ...
    def with_regime(self, regime: int, anchor: int) -> None: ...
    def with_completed(self, on: int, kind: int, regimes: int, checked: int) -> None: ...
    def with_event(self, on: int, what: int) -> None: ...
    def with_events(self, json: str | bytes) -> None: ...
    def with_renewal(self, until: int, what: int, of: str | None) -> None: ...
    def built(self, rates: Rates | None) -> Schedule: ...

class Schedule:
    def table(self, part: int) -> Table: ...
    def as_of(self) -> int: ...
    def horizon(self) -> int: ...
    def next_review_latest(self) -> int: ...
    def rates_edition(self) -> str: ...
    def policy_edition(self) -> str: ...
    def json(self) -> str: ...
    def rendered(self, format: int) -> str: ...

class Table:
    def rows(self) -> int: ...
    def columns(self) -> int: ...
    def column_name(self, index: int) -> str: ...
    def column_type(self, index: int) -> int: ...
    def rendered(self, format: int) -> str: ...
    def json(self) -> str: ...
    def column(self, name: str, owner: object) -> Column: ...
    def texts(self, name: str) -> list[str]: ...

# ---- constants ----

OK: int
ERROR_ARGUMENT: int
ERROR_STRUCT: int
ERROR_MEMORY: int
ERROR_INTERNAL: int
ERROR_LIMIT: int
ERROR_UTF8: int
ERROR_RANGE: int
ERROR_DATE: int
ERROR_DATE_AMBIGUOUS: int
ERROR_NOT_FOUND: int
ERROR_DUPLICATE: int
ERROR_INCOMPLETE: int
ERROR_JSON_SYNTAX: int
ERROR_JSON_SHAPE: int
ERROR_RATE_UNKNOWN: int
ERROR_RATE_NOT_IN_FORCE: int
ROUND_EXACT: int
ROUND_DOWN: int
ROUND_UP: int
ROUND_HALF_UP: int
ROUND_HALF_EVEN: int
ROUND_THIRD_DECIMAL: int
DATE_MIN: int
DATE_MAX: int
MONTH_END_CLAMP: int
MONTH_END_NEXT: int
MONTH_END_FAIL: int
COHORT_ADULT_CHC: int
COHORT_FAST_TRACK: int
COHORT_CHILD_CONTINUING_CARE: int
COHORT_SECTION_117: int
COHORT_WHEELCHAIR: int
COHORT_LEARNING_DISABILITY_AUTISM: int
COHORT_MENTAL_HEALTH: int
COHORT_LONG_TERM_CONDITION: int
COHORT_END_OF_LIFE: int
COHORT_HOSPITAL_DISCHARGE: int
COHORT_MATERNITY: int
COHORT_EDUCATION_HEALTH_CARE: int
COHORT_OTHER: int
KIND_ONGOING: int
KIND_ONE_OFF: int
PLAN_DRAFT: int
PLAN_SUBMITTED: int
PLAN_AGREED: int
PLAN_SUSPENDED: int
PLAN_ENDED: int
PLAN_SUPERSEDED: int
WEEKS_DAYS: int
WEEKS_52: int
ANSWER_NO: int
ANSWER_YES: int
DEPLOYMENT_DIRECT_PAYMENT: int
DEPLOYMENT_THIRD_PARTY: int
DEPLOYMENT_NOTIONAL: int
LEAVE_ACCRUAL: int
LEAVE_COVER: int
LEAVE_NONE: int
COVER_BY_AGENCY: int
COVER_BY_TEAM: int
COVER_BY_RELIEF: int
PENSION_AUTO: int
PENSION_OPTED_IN: int
PENSION_OPTED_OUT: int
PENSION_QUALIFYING_EARNINGS: int
PENSION_ALL_PAY: int
HOURS_ACTIVE: int
HOURS_WAKING_NIGHT: int
HOURS_SLEEP_IN: int
HOURS_LIVE_IN: int
RELATIONSHIP_NONE: int
RELATIONSHIP_SPOUSE: int
RELATIONSHIP_PARTNER: int
RELATIONSHIP_PARENT: int
RELATIONSHIP_CHILD: int
RELATIONSHIP_SIBLING: int
RELATIONSHIP_GRANDPARENT: int
RELATIONSHIP_AUNT_UNCLE: int
RELATIONSHIP_IN_LAW: int
RELATIONSHIP_FRIEND: int
EMPLOYER_PERSON: int
EMPLOYER_REPRESENTATIVE: int
EMPLOYER_NOMINEE: int
EMPLOYER_THIRD_PARTY: int
CATEGORY_AGENCY: int
CATEGORY_SELF_EMPLOYED: int
CATEGORY_SERVICE: int
CATEGORY_THERAPY: int
CATEGORY_EQUIPMENT: int
CATEGORY_EQUIPMENT_MAINTENANCE: int
CATEGORY_ACTIVITY: int
CATEGORY_TRAVEL: int
CATEGORY_MILEAGE: int
CATEGORY_INSURANCE: int
CATEGORY_PAYROLL: int
CATEGORY_PENSION_SETUP: int
CATEGORY_RECRUITMENT: int
CATEGORY_DBS: int
CATEGORY_TRAINING: int
CATEGORY_EMERGENCY_COVER: int
CATEGORY_MANAGED_ACCOUNT: int
CATEGORY_THIRD_PARTY_FEE: int
CATEGORY_UNPAID_CARER_SUPPORT: int
CATEGORY_REDUNDANCY_RESERVE: int
CATEGORY_OTHER: int
CATEGORY_ALCOHOL: int
CATEGORY_TOBACCO: int
CATEGORY_GAMBLING: int
CATEGORY_DEBT: int
CATEGORY_ILLEGAL: int
CATEGORY_PRIMARY_MEDICAL: int
CATEGORY_EMERGENCY_TREATMENT: int
CATEGORY_SURGERY: int
CATEGORY_MEDICATION: int
CATEGORY_NHS_CHARGES: int
CATEGORY_DENTAL: int
CATEGORY_VACCINATION: int
CATEGORY_SCREENING: int
CATEGORY_TESTS: int
PER_ONCE: int
PER_WEEK: int
PER_FORTNIGHT: int
PER_FOUR_WEEKS: int
PER_MONTH: int
PER_QUARTER: int
PER_YEAR: int
PER_PAYSLIP: int
PER_ASSISTANT: int
PER_ASSISTANT_YEAR: int
LINE_UNIT_HOUR: int
LINE_UNIT_WAKING_NIGHT_HOUR: int
LINE_UNIT_SLEEP_IN: int
LINE_UNIT_VISIT: int
LINE_UNIT_MILE: int
LINE_UNIT_ITEM: int
CQC_REGISTERED: int
CQC_NOT_REQUIRED: int
CONTINGENCY_INSIDE: int
CONTINGENCY_OUTSIDE: int
CONTINGENCY_SPREAD: int
CONTINGENCY_ON_REQUEST: int
PAYMENT_WEEKLY: int
PAYMENT_FOUR_WEEKLY: int
PAYMENT_MONTHLY: int
PAYMENT_ONCE: int
ACCOUNT_DEDICATED: int
ACCOUNT_MANAGED: int
ACCOUNT_PREPAID_CARD: int
ACCOUNT_ORDINARY_ONE_OFF: int
FUNDER_NHS: int
FUNDER_NHS_OTHER: int
FUNDER_SOCIAL_CARE: int
FUNDER_EDUCATION: int
FUNDER_CHARITY: int
WHEELCHAIR_NOTIONAL: int
WHEELCHAIR_NOTIONAL_WITH_CONTRIBUTION: int
WHEELCHAIR_THIRD_PARTY: int
WHEELCHAIR_DIRECT_PAYMENT: int
COLUMN_TEXT: int
COLUMN_PENCE: int
COLUMN_NUMBER: int
COLUMN_DATE: int
COLUMN_INDEX: int
COLUMN_YES_NO: int
FORMAT_TEXT: int
FORMAT_CSV: int
FORMAT_MARKDOWN: int
FORMAT_ICALENDAR: int
FORMAT_HTML: int
FORMAT_HTML_PAGE: int
RATE_EXACT: int
RATE_CARRY: int
CERTAINTY_IN_FORCE: int
CERTAINTY_ANNOUNCED: int
CERTAINTY_CARRIED: int
PAY_WEEKLY: int
PAY_FORTNIGHTLY: int
PAY_FOUR_WEEKLY: int
PAY_MONTHLY: int
PAY_ANNUAL: int
DOCUMENT_BUDGET: int
DOCUMENT_PLAN: int
DOCUMENT_POLICY: int
TRACE_NONE: int
TRACE_FIGURES: int
TRACE_ALL: int
COSTING_LINES: int
COSTING_PAYSLIPS: int
COSTING_TOTALS: int
COSTING_NOTES: int
COSTING_STEPS: int
COSTING_INSTALMENTS: int
COMPARISON_LINES: int
COMPARISON_TOTALS: int
COMPARISON_NOTES: int
SEVERITY_BREACH: int
SEVERITY_GAP: int
SEVERITY_WARNING: int
SEVERITY_NOTE: int
REPORT_FINDINGS: int
REPORT_SECTIONS: int
REGIME_NHS_DIRECT_PAYMENT: int
REGIME_CHC: int
REGIME_FAST_TRACK: int
REGIME_CHILD_CONTINUING_CARE: int
REGIME_CARE_ACT_DIRECT_PAYMENT: int
REGIME_SEND_DIRECT_PAYMENT: int
REGIME_EHC_PLAN: int
REGIME_SECTION_117: int
REGIME_WHEELCHAIR: int
REGIME_LOCAL_POLICY: int
REVIEW_PLAN: int
REVIEW_OUTCOME: int
REVIEW_AUDIT: int
HAPPENING_MONEY_INSUFFICIENT: int
HAPPENING_HEALTH_CHANGED: int
HAPPENING_ASKED_FOR_REVIEW: int
HAPPENING_NOMINATION_CHANGED: int
HAPPENING_CAPACITY_LOST: int
HAPPENING_CAPACITY_REGAINED: int
HAPPENING_CONSENT_WITHDRAWN: int
HAPPENING_MISUSE_SUSPECTED: int
HAPPENING_NOT_ELIGIBLE: int
HAPPENING_SAFEGUARDING: int
HAPPENING_CARER_BREAKDOWN: int
HAPPENING_PROVIDER_FAILED: int
HAPPENING_HOSPITAL_ADMISSION: int
HAPPENING_FAST_TRACK_DETERIORATES: int
HAPPENING_MOVED_AREA: int
HAPPENING_DIED: int
RENEWAL_INSURANCE: int
RENEWAL_CHECK: int
RENEWAL_COMPETENCE: int
SCHEDULE_EVENTS: int
SCHEDULE_NOTES: int
DATE_NONE: int
PENCE_NONE: int
PENCE_MAX: int
NUMBER_NONE: int
