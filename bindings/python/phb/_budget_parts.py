"""What the calls of a budget add, as parts: their callers name every member themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from phb import _members as members
from phb._convert import Number, Percent, Pounds
from phb._members import Json, Part, member_of
from phb.choices import (
    Category,
    Cohort,
    Deployment,
    FunderKind,
    Kind,
    LineUnit,
    PayFrequency,
    Per,
    Relationship,
    WeeksInYear,
)
from phb.parts import (
    Contingency,
    Employer,
    HolidayWork,
    Hours,
    Leave,
    Management,
    Payments,
    Pension,
    Price,
    Provider,
    Sickness,
    Wheelchair,
)


class Added(Part):
    """A part whose members are the arguments of a call, and are named so."""

    __slots__ = ()

    def __post_init__(self) -> None:
        member_of(self, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodPart(Added):
    """The days the budget is for."""

    start: date = members.day(required=True)
    end: date = members.day(required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetPart(Added):
    """What is said of the whole budget, but for its period."""

    cohort: Cohort | str | None = members.word(Cohort)
    kind: Kind | str | None = members.word(Kind)
    weeks_in_year: WeeksInYear | str | None = members.word(WeeksInYear)
    employer: Employer | None = members.part(Employer)
    contingency: Contingency | None = members.part(Contingency)
    payments: Payments | None = members.part(Payments)
    management: Management | None = members.part(Management)
    wheelchair: Wheelchair | None = members.part(Wheelchair)
    indicative: Pounds | None = members.pounds()
    agreed: Pounds | None = members.pounds()
    agreed_on: date | None = members.day()
    agreed_by_line: Mapping[str, Pounds] | None = members.pounds_by_id()


@dataclass(frozen=True, slots=True, kw_only=True)
class AssistantPart(Added):
    """Somebody employed."""

    id: str = members.text(required=True)
    hours: Sequence[Hours] = members.parts(Hours, required=True)
    name: str | None = members.text()
    date_of_birth: date | None = members.day()
    ni_letter: str | None = members.text()
    start: date | None = members.day()
    end: date | None = members.day()
    employed_since: date | None = members.day()
    pay_frequency: PayFrequency | str = members.word(PayFrequency, required=True)
    days_per_week: Number | None = members.number()
    bank_holiday: HolidayWork | None = members.part(HolidayWork)
    leave: Leave = members.part(Leave, required=True)
    pension: Pension | None = members.part(Pension)
    sickness: Sickness | None = members.part(Sickness)
    deployment: Deployment | str = members.word(Deployment, required=True)
    funder: str | None = members.text()
    relationship: Relationship | str | None = members.word(Relationship)
    lives_in_household: bool | None = members.flag()
    necessity_approved_on: date | None = members.day()


@dataclass(frozen=True, slots=True, kw_only=True)
class LinePart(Added):
    """Anything that is not employment."""

    id: str = members.text(required=True)
    category: Category | str = members.word(Category, required=True)
    amount: Price = members.price(required=True)
    quantity: Number | None = members.number()
    unit: LineUnit | str | None = members.word(LineUnit)
    per: Per | str = members.word(Per, required=True)
    start: date | None = members.day()
    end: date | None = members.day()
    assistants: Sequence[str] | None = members.texts()
    deployment: Deployment | str = members.word(Deployment, required=True)
    funder: str | None = members.text()
    nil_reason: str | None = members.text()
    provider: Provider | None = members.part(Provider)


@dataclass(frozen=True, slots=True, kw_only=True)
class FunderPart(Added):
    """Whose money it is."""

    id: str = members.text(required=True)
    kind: FunderKind | str = members.word(FunderKind, required=True)
    share: Percent | None = members.percent()
    amount: Pounds | None = members.pounds()
    client_contribution: Pounds | None = members.pounds()


def budget_of(start: date, end: date, said: BudgetPart) -> dict[str, Json]:
    """A document with nothing in it yet but what is said of the whole."""
    document: dict[str, Json] = {"format": "phb-budget/1"}
    document["period"] = member_of(PeriodPart(start=start, end=end), "")
    return document | member_of(said, "")


def hours_of(hours: Sequence[Hours] | Mapping[str, tuple[Number, Price]]) -> Sequence[Hours]:
    """A mapping is bands: so many hours a week, at such a rate."""
    if isinstance(hours, Mapping):
        return [
            Hours(band=band, hours_per_week=per_week, rate=rate)
            for band, (per_week, rate) in hours.items()
        ]
    return hours
