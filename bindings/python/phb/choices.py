"""The closed sets. Their members are the words that documents use, so ``"weekly"`` will do wherever
``PayFrequency.WEEKLY`` will, and a member equals its word."""

from __future__ import annotations

import enum
from typing import TypeVar


class Choice(enum.StrEnum):
    """A word out of a closed set."""

    @property
    def code(self) -> int:
        """Its number in the C library: they are counted from 1, in order."""
        return CODES[type(self)][self]


#: The number of each word, by class. A member is found by its word too.
CODES: dict[type[Choice], dict[str, int]] = {}


ChoiceT = TypeVar("ChoiceT", bound=Choice)


class Cohort(Choice):
    """Why the person has a budget."""

    ADULT_CHC = "adult_chc"
    FAST_TRACK = "fast_track"
    CHILD_CONTINUING_CARE = "child_continuing_care"
    SECTION_117 = "section_117"
    WHEELCHAIR = "wheelchair"
    LEARNING_DISABILITY_AUTISM = "learning_disability_autism"
    MENTAL_HEALTH = "mental_health"
    LONG_TERM_CONDITION = "long_term_condition"
    END_OF_LIFE = "end_of_life"
    HOSPITAL_DISCHARGE = "hospital_discharge"
    MATERNITY = "maternity"
    EDUCATION_HEALTH_CARE = "education_health_care"
    OTHER = "other"


class Kind(Choice):
    """Ongoing or one-off."""

    ONGOING = "ongoing"
    ONE_OFF = "one_off"


class PlanStatus(Choice):
    """How far a plan has come."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    AGREED = "agreed"
    SUSPENDED = "suspended"
    ENDED = "ended"
    SUPERSEDED = "superseded"


class WeeksInYear(Choice):
    """How many weeks a year has when a weekly sum becomes a yearly one."""

    DAYS = "days"
    FIFTY_TWO = "52"


class Deployment(Choice):
    """Who holds the money and arranges the care."""

    DIRECT_PAYMENT = "direct_payment"
    THIRD_PARTY = "third_party"
    NOTIONAL = "notional"


class PayFrequency(Choice):
    """How long one payslip's pay period is. Nobody in a budget is paid yearly."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    FOUR_WEEKLY = "four_weekly"
    MONTHLY = "monthly"
    ANNUAL = "annual"


class LeaveMethod(Choice):
    """How paid leave is paid for."""

    ACCRUAL = "accrual"
    COVER = "cover"
    NONE = "none"


class CoverBy(Choice):
    """Who works the leave weeks of somebody else."""

    AGENCY = "agency"
    TEAM = "team"
    RELIEF = "relief"


class PensionMembership(Choice):
    """Whether somebody is in the pension scheme."""

    AUTO = "auto"
    OPTED_IN = "opted_in"
    OPTED_OUT = "opted_out"


class PensionBasis(Choice):
    """Which pay the employer's pension rate applies to."""

    QUALIFYING_EARNINGS = "qualifying_earnings"
    ALL_PAY = "all_pay"


class HoursType(Choice):
    """What kind of work a band of hours is."""

    ACTIVE = "active"
    WAKING_NIGHT = "waking_night"
    SLEEP_IN = "sleep_in"
    LIVE_IN = "live_in"


class Relationship(Choice):
    """How somebody stands to the person whose budget it is."""

    NONE = "none"
    SPOUSE = "spouse"
    PARTNER = "partner"
    PARENT = "parent"
    CHILD = "child"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    AUNT_UNCLE = "aunt_uncle"
    IN_LAW = "in_law"
    FRIEND = "friend"


class EmployerKind(Choice):
    """Who is the employer of the assistants."""

    PERSON = "person"
    REPRESENTATIVE = "representative"
    NOMINEE = "nominee"
    THIRD_PARTY = "third_party"


class Category(Choice):
    """What a plain line is for. From ``ALCOHOL`` on: what may not be bought with the money, or not
    by every deployment; it is costed all the same, and a check says so."""

    AGENCY = "agency"
    SELF_EMPLOYED = "self_employed"
    SERVICE = "service"
    THERAPY = "therapy"
    EQUIPMENT = "equipment"
    EQUIPMENT_MAINTENANCE = "equipment_maintenance"
    ACTIVITY = "activity"
    TRAVEL = "travel"
    MILEAGE = "mileage"
    INSURANCE = "insurance"
    PAYROLL = "payroll"
    PENSION_SETUP = "pension_setup"
    RECRUITMENT = "recruitment"
    DBS = "dbs"
    TRAINING = "training"
    EMERGENCY_COVER = "emergency_cover"
    MANAGED_ACCOUNT = "managed_account"
    THIRD_PARTY_FEE = "third_party_fee"
    UNPAID_CARER_SUPPORT = "unpaid_carer_support"
    REDUNDANCY_RESERVE = "redundancy_reserve"
    OTHER = "other"
    ALCOHOL = "alcohol"
    TOBACCO = "tobacco"
    GAMBLING = "gambling"
    DEBT = "debt"
    ILLEGAL = "illegal"
    PRIMARY_MEDICAL = "primary_medical"
    EMERGENCY_TREATMENT = "emergency_treatment"
    SURGERY = "surgery"
    MEDICATION = "medication"
    NHS_CHARGES = "nhs_charges"
    DENTAL = "dental"
    VACCINATION = "vaccination"
    SCREENING = "screening"
    TESTS = "tests"


class Per(Choice):
    """How often the amount of a plain line falls due."""

    ONCE = "once"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    FOUR_WEEKS = "four_weeks"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    PAYSLIP = "payslip"
    ASSISTANT = "assistant"
    ASSISTANT_YEAR = "assistant_year"


class LineUnit(Choice):
    """What one of a line is."""

    HOUR = "hour"
    WAKING_NIGHT_HOUR = "waking_night_hour"
    SLEEP_IN = "sleep_in"
    VISIT = "visit"
    MILE = "mile"
    ITEM = "item"


class Cqc(Choice):
    """Whether the regulator of care has the provider of a line on its register."""

    REGISTERED = "registered"
    NOT_REQUIRED = "not_required"


class ContingencyHeld(Choice):
    """Is the contingency part of the total, or held by the body beside it?"""

    INSIDE = "inside"
    OUTSIDE = "outside"


class ContingencyPaid(Choice):
    """Do the instalments carry the contingency?"""

    SPREAD = "spread"
    ON_REQUEST = "on_request"


class PaymentFrequency(Choice):
    """How often the direct payment is paid."""

    WEEKLY = "weekly"
    FOUR_WEEKLY = "four_weekly"
    MONTHLY = "monthly"
    ONCE = "once"


class Account(Choice):
    """The account that a direct payment is paid into."""

    DEDICATED = "dedicated"
    MANAGED = "managed"
    PREPAID_CARD = "prepaid_card"
    ORDINARY_ONE_OFF = "ordinary_one_off"


class FunderKind(Choice):
    """Whose money a part of the budget is."""

    NHS = "nhs"
    NHS_OTHER = "nhs_other"
    SOCIAL_CARE = "social_care"
    EDUCATION = "education"
    CHARITY = "charity"


class WheelchairOption(Choice):
    """How a personal wheelchair budget is taken."""

    NOTIONAL = "notional"
    NOTIONAL_WITH_CONTRIBUTION = "notional_with_contribution"
    THIRD_PARTY = "third_party"
    DIRECT_PAYMENT = "direct_payment"


class Certainty(Choice):
    """How sure a value of the law is."""

    IN_FORCE = "in_force"
    ANNOUNCED = "announced"
    CARRIED = "carried"


class Severity(enum.IntEnum):
    """How much a finding matters, the worst first: a breach is 1."""

    BREACH = 1
    GAP = 2
    WARNING = 3
    NOTE = 4

    def __str__(self) -> str:
        return self.name.lower()


class Trace(enum.IntEnum):
    """Which steps a costing keeps, so that its figures can be explained."""

    NONE = 0
    FIGURES = 1
    ALL = 2


class Regime(Choice):
    """A duty to review: by whose rules."""

    NHS_DIRECT_PAYMENT = "nhs_direct_payment"
    CHC = "chc"
    FAST_TRACK = "fast_track"
    CHILD_CONTINUING_CARE = "child_continuing_care"
    CARE_ACT_DIRECT_PAYMENT = "care_act_direct_payment"
    SEND_DIRECT_PAYMENT = "send_direct_payment"
    EHC_PLAN = "ehc_plan"
    SECTION_117 = "section_117"
    WHEELCHAIR = "wheelchair"
    LOCAL_POLICY = "local_policy"


class ReviewKind(Choice):
    """What kind of review was held."""

    PLAN = "plan_review"
    OUTCOME = "outcome_review"
    AUDIT = "audit"


class Checked(Choice):
    """What a review has looked at."""

    NEEDS_MET = "needs_met"
    MONEY_USED_WELL = "money_used_well"
    AMOUNT_ENOUGH = "amount_enough"
    OBLIGATIONS_MET = "obligations_met"


class Happening(Choice):
    """Something that happened, and asks somebody to do something."""

    MONEY_INSUFFICIENT = "money_insufficient"
    HEALTH_CHANGED = "health_changed"
    ASKED_FOR_REVIEW = "asked_for_review"
    NOMINATION_CHANGED = "nomination_changed"
    CAPACITY_LOST = "capacity_lost"
    CAPACITY_REGAINED = "capacity_regained"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    MISUSE_SUSPECTED = "misuse_suspected"
    NOT_ELIGIBLE = "not_eligible"
    SAFEGUARDING = "safeguarding"
    CARER_BREAKDOWN = "carer_breakdown"
    PROVIDER_FAILED = "provider_failed"
    HOSPITAL_ADMISSION = "hospital_admission"
    FAST_TRACK_DETERIORATES = "fast_track_deteriorates"
    MOVED_AREA = "moved_area"
    DIED = "died"


class Renewable(Choice):
    """What has a day on which it runs out."""

    INSURANCE = "insurance"
    CHECK = "check"
    COMPETENCE = "competence"


for _kind in Choice.__subclasses__():
    CODES[_kind] = {member: number for number, member in enumerate(_kind, start=1)}
