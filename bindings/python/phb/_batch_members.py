"""What each question of many rows is asked with: the members of the batches in batch.h."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeAlias, TypedDict

from phb._columns import Holds, Member
from phb.choices import (
    CoverBy,
    LeaveMethod,
    PayFrequency,
    PensionBasis,
    PensionMembership,
    Regime,
    WeeksInYear,
)

#: The name of a column, or one number for all rows; None: not said, though there is such a column.
Numbers: TypeAlias = str | int | None
#: The name of a column of days, or one day.
Days: TypeAlias = str | date | None
#: The name of a column of True and False, or one of them.
Answers: TypeAlias = str | bool | None


class SlipColumns(TypedDict, total=False):
    """Of payslips: the day of pay, pence of the period."""

    paid_on: Days
    frequency: str | PayFrequency | None
    gross_pence: Numbers


class NiColumns(TypedDict, total=False):
    """The same, and the category letter."""

    paid_on: Days
    frequency: str | PayFrequency | None
    letter: str | None
    gross_pence: Numbers


class WageColumns(TypedDict, total=False):
    """Of pay by the hour, in hundredths of a penny."""

    day: Days
    date_of_birth: Days
    age_years: Numbers
    rate_penny_hundredths: Numbers


class ReviewColumns(TypedDict, total=False):
    """Of duties to review."""

    anchor: Days
    held_on: Days
    regime: str | Regime | None
    first_months: Numbers
    every_months: Numbers


class CostColumns(TypedDict, total=False):
    """Of people employed, by the names that budgets have for them, each with its unit."""

    period_start: Days
    period_end: Days
    weeks_in_year: str | WeeksInYear | None
    employer: Numbers
    claims_allowance: Answers
    allowance_used_pence: Numbers
    employed_since: Days
    start: Days
    end: Days
    date_of_birth: Days
    ni_letter: str | None
    pay_frequency: str | PayFrequency | None
    minutes_per_week: Numbers
    rate_penny_hundredths: Numbers
    nights_per_week_hundredths: Numbers
    night_rate_penny_hundredths: Numbers
    basic_pence: Numbers
    days_per_week_hundredths: Numbers
    bank_holiday_minutes: Numbers
    bank_holiday_premium_penny_hundredths: Numbers
    leave_method: str | LeaveMethod | None
    leave_by: str | CoverBy | None
    leave_rate_penny_hundredths: Numbers
    leave_night_rate_pence: Numbers
    leave_weeks_hundredths: Numbers
    pension_membership: str | PensionMembership | None
    pension_basis: str | PensionBasis | None
    pension_employer_ppm: Numbers
    sickness_weeks_hundredths: Numbers
    sickness_cover_rate_penny_hundredths: Numbers
    sickness_cover_night_rate_pence: Numbers


_SPECIAL = {
    "frequency": Member("frequency", Holds.WORD, PayFrequency),
    "pay_frequency": Member("pay_frequency", Holds.WORD, PayFrequency),
    "weeks_in_year": Member("weeks_in_year", Holds.WORD, WeeksInYear),
    "leave_method": Member("leave_method", Holds.WORD, LeaveMethod),
    "leave_by": Member("leave_by", Holds.WORD, CoverBy),
    "pension_membership": Member("pension_membership", Holds.WORD, PensionMembership),
    "pension_basis": Member("pension_basis", Holds.WORD, PensionBasis),
    "regime": Member("regime", Holds.WORD, Regime),
    "employer": Member("employer", Holds.GROUP),
    "letter": Member("letter", Holds.LETTER),
    "ni_letter": Member("ni_letter", Holds.LETTER),
    "claims_allowance": Member("claims_allowance", Holds.ANSWER),
} | {
    name: Member(name, Holds.DAY)
    for name in (
        *("paid_on", "day", "date_of_birth", "anchor", "held_on", "period_start", "period_end"),
        *("employed_since", "start", "end"),
    )
}


def _members(columns: Any) -> tuple[Member, ...]:
    """Those above, in their order, which is that of the native calls."""
    return tuple(_SPECIAL.get(name, Member(name)) for name in columns.__annotations__)


SLIP = _members(SlipColumns)
NI = _members(NiColumns)
WAGE = _members(WageColumns)
REVIEW = _members(ReviewColumns)
COST = _members(CostColumns)

#: What a row of a cost has, in the order of the native call.
COSTS = (
    "basic_pence",
    "leave_pence",
    "employer_ni_pence",
    "pension_pence",
    "bank_holiday_pence",
    "cover_pence",
    "sickness_pence",
    "sickness_cover_pence",
    "allowance_pence",
    "total_pence",
)
