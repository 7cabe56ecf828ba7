"""What is said of a budget, part by part. docs/schema/phb-budget-1.md says what each member means.

Amounts of money are pounds: ``Decimal``, ``str`` such as ``"13.50"``, or ``phb.Money``. Counts and
measures are ``int`` or ``Decimal``. Whatever is None is not said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from phb import _members as members
from phb._convert import Number, Percent, Pounds
from phb._members import Part
from phb.choices import (
    Account,
    ContingencyHeld,
    ContingencyPaid,
    CoverBy,
    Cqc,
    Deployment,
    EmployerKind,
    HoursType,
    LeaveMethod,
    PaymentFrequency,
    PensionBasis,
    PensionMembership,
    Relationship,
    WheelchairOption,
)

#: One price, or prices by the day they hold from: ``{date(2026, 4, 6): "13.50"}``.
Price = Pounds | Mapping[date, Pounds]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours(Part):
    """A band of paid time of one assistant: hours or minutes a week for active hours and waking
    nights, nights a week for sleep-ins and live-ins; the rate is pounds an hour, or a night."""

    hours_per_week: Number | None = members.number()
    minutes_per_week: int | None = members.number()
    nights_per_week: Number | None = members.number()
    rate: Price = members.price(required=True)
    band: str | None = members.text()
    type: HoursType | str | None = members.word(HoursType)
    awake_minutes_per_night: int | None = members.number()
    awake_rate: Pounds | None = members.pounds()
    start: date | None = members.day()
    end: date | None = members.day()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave(Part):
    """How paid leave is paid for; rates are pounds an hour, or a night; weeks are a year's."""

    method: LeaveMethod | str = members.word(LeaveMethod, required=True)
    by: CoverBy | str | None = members.word(CoverBy)
    rate: Pounds | None = members.pounds()
    night_rate: Pounds | None = members.pounds()
    weeks: Number | None = members.number()
    reason: str | None = members.text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pension(Part):
    """An assistant's workplace pension; the employer's rate is per cent."""

    membership: PensionMembership | str | None = members.word(PensionMembership)
    basis: PensionBasis | str | None = members.word(PensionBasis)
    employer_rate: Percent | None = members.percent()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sickness(Part):
    """Weeks of sickness a year, and what cover costs in pounds an hour or a night."""

    weeks: Number | None = members.number()
    cover_rate: Pounds | None = members.pounds()
    cover_night_rate: Pounds | None = members.pounds()
    nil_reason: str | None = members.text()


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayWork(Part):
    """Work on bank holidays: minutes on each, and extra pay in pounds an hour for them."""

    minutes: int = members.number(required=True)
    premium: Pounds = members.pounds(required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedAllowance(Part):
    """Employment Allowance used outside this budget in the tax year that starts in a year."""

    tax_year: int = members.number(required=True)
    amount: Pounds = members.pounds(required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance(Part):
    """Is the Employment Allowance claimed, and what is used of it already?"""

    claim: bool | None = members.flag()
    already_used: Sequence[UsedAllowance] | None = members.parts(UsedAllowance)


@dataclass(frozen=True, slots=True, kw_only=True)
class Employer(Part):
    """Who employs the assistants."""

    kind: EmployerKind | str | None = members.word(EmployerKind)
    employment_allowance: Allowance | None = members.part(Allowance)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider(Part):
    """Who provides what a line is for."""

    name: str | None = members.text()
    relationship: Relationship | str | None = members.word(Relationship)
    lives_in_household: bool | None = members.flag()
    necessity_approved_on: date | None = members.day()
    cqc: Cqc | str | None = members.word(Cqc)
    registration: str | None = members.text()
    checked_on: date | None = members.day()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contingency(Part):
    """Set aside for the unforeseen: weeks, per cent or an amount, one of the three."""

    weeks: Number | None = members.number()
    percent: Percent | None = members.percent()
    amount: Pounds | None = members.pounds()
    held: ContingencyHeld | str | None = members.word(ContingencyHeld)
    deployment: Deployment | str | None = members.word(Deployment)
    paid: ContingencyPaid | str | None = members.word(ContingencyPaid)


@dataclass(frozen=True, slots=True, kw_only=True)
class Payments(Part):
    """How the direct payment is paid, and how many weeks of notice precede a change."""

    frequency: PaymentFrequency | str | None = members.word(PaymentFrequency)
    first_payment: date | None = members.day()
    notice_weeks: Number | None = members.number()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThirdParty(Part):
    """Who holds the money, if not the person."""

    organisation: str | None = members.text()
    agreement_on: date | None = members.day()
    last_audit_on: date | None = members.day()


@dataclass(frozen=True, slots=True, kw_only=True)
class Management(Part):
    """How the money is looked after."""

    account: Account | str | None = members.word(Account)
    where_held: str | None = members.text()
    responsible: str | None = members.text()
    records: str | None = members.text()
    third_party: ThirdParty | None = members.part(ThirdParty)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wheelchair(Part):
    """A personal wheelchair budget; costs are pounds."""

    option: WheelchairOption | str = members.word(WheelchairOption, required=True)
    prescribed_cost: Pounds = members.pounds(required=True)
    price: Pounds | None = members.pounds()
    maintenance: Pounds | None = members.pounds()
    period_years: int | None = members.number()
