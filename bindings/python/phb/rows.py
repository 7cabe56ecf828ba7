"""The rows of tables: values, copied out, that need no handle.

Amounts are ``Money``, days ``datetime.date``; what a table leaves empty is ``None`` where the type
says so, and ``""`` in texts. ``step`` is a row of the steps of the same costing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from phb.choices import Certainty, Deployment, PayFrequency, Severity
from phb.money import Money

if TYPE_CHECKING:
    from phb.costing import Costing


class Row:
    """A row says what it holds: the names of its fields with their values, but for empty ones."""

    __slots__ = ()

    def __repr__(self) -> str:
        said = []
        for each in fields(self):  # type: ignore[arg-type]
            value = getattr(self, each.name)
            if each.repr and value is not None and value is not False and value != "":
                said.append(each.name if value is True else f"{each.name} {value}")
        return f"<{type(self).__name__}: {', '.join(said)}>"


@dataclass(frozen=True, slots=True, repr=False)
class Line(Row):
    """One line of a costing: what it is for, when, and what it costs in the period."""

    id: str
    of: str
    category: str
    start: date
    end: date
    amount: Money
    one_off: bool
    deployment: Deployment
    provisional: bool
    step: int | None
    _costing: Costing = field(repr=False, compare=False)

    def explain(self) -> str:
        """Why it costs that: every step, every rate with its source."""
        return self._costing.explain(self.id)


@dataclass(frozen=True, slots=True, repr=False)
class Payslip(Row):
    """One assistant's payslip in a segment of the period, and how many of them there are.

    ``basic`` to ``pension`` are of one pay period; ``slips_numerator`` over ``slips_denominator``
    is how many pay periods the segment has.
    """

    of: str
    start: date
    end: date
    frequency: PayFrequency
    basic: Money
    leave: Money
    gross: Money
    employer_ni: Money
    pension: Money
    ni_letter: str
    pension_member: bool
    slips_numerator: int
    slips_denominator: int
    step: int | None


@dataclass(frozen=True, slots=True, repr=False)
class Total(Row):
    """A total, or one part of a total by something: ``total`` says of what, ``key`` which part."""

    total: str
    key: str
    amount: Money
    step: int | None


@dataclass(frozen=True, slots=True, repr=False)
class Instalment(Row):
    """A payment of the direct payment."""

    on: date
    amount: Money
    step: int | None


@dataclass(frozen=True, slots=True, repr=False)
class Note(Row):
    """What was assumed or carried; ``at`` is a JSON Pointer into the document."""

    rule: str
    at: str
    message: str


@dataclass(frozen=True, slots=True, repr=False)
class Step(Row):
    """One step of a trace: ``value`` over ``denominator``, in ``unit``, by ``op`` of its children.

    ``parent`` is the step this one is part of; ``same_as`` an earlier step that it repeats.
    """

    parent: int | None
    op: str
    rule: str
    label: str
    value: int
    denominator: int
    unit: str
    rounding: str
    rate_key: str
    rate_from: date | None
    certainty: str
    source: str
    same_as: int | None


@dataclass(frozen=True, slots=True, repr=False)
class ComparedLine(Row):
    """One line on both sides of a comparison; what is on one side only is None on the other."""

    of: str
    category: str
    before: Money | None
    after: Money | None
    difference: Money
    cause: str
    step_before: int | None
    step_after: int | None
    why: str


@dataclass(frozen=True, slots=True, repr=False)
class ComparedTotal(Row):
    """One total on both sides of a comparison."""

    total: str
    key: str
    before: Money | None
    after: Money | None
    difference: Money
    step_before: int | None
    step_after: int | None


@dataclass(frozen=True, slots=True, repr=False)
class ComparedNote(Row):
    """What is worth knowing about a comparison."""

    rule: str
    message: str


@dataclass(frozen=True, slots=True, repr=False)
class Finding(Row):
    """What breaks a rule, lacks something or is worth knowing, with what to do about it.

    ``actual`` and ``limit`` are whole numbers of ``unit`` (pence, minutes, days, ppm; a date in
    days since 1 January 1970); ``arguments`` is a JSON object with what the message says.
    """

    rule: str
    severity: Severity
    section: str
    at: str
    message: str
    fix: str
    source: str
    arguments: str
    actual: int | None
    limit: int | None
    unit: str
    accepted: bool


@dataclass(frozen=True, slots=True, repr=False)
class Section(Row):
    """The state of one section, and how many findings it has."""

    section: str
    state: str
    findings: int


@dataclass(frozen=True, slots=True, repr=False)
class Link(Row):
    """One link of a chain, from a need to what pays for it; ``parent`` is the row it hangs on.

    ``words`` are those of the plan, and not in the repr.
    """

    level: str
    id: str
    parent: int | None
    words: str = field(repr=False)
    amount: Money | None
    agreed: Money | None
    free: bool
    lacks_above: str
    lacks_below: str
    same_as: int | None


@dataclass(frozen=True, slots=True, repr=False)
class Event(Row):
    """Something to do by a day, or done. ``latest`` is the last day that is allowed."""

    kind: str
    sequence: int | None
    due: date | None
    latest: date | None
    status: str
    days: int | None
    duty: str
    regimes: str
    reason: str
    agenda: str
    source: str
    uid: str


@dataclass(frozen=True, slots=True, repr=False)
class RateValue(Row):
    """One value of the law. ``value`` is in ``unit``; ``since`` is the first day it holds for."""

    key: str
    label: str
    value: int
    unit: str
    since: date
    age: int | None
    status: str
    source: str
    citation: str
    read_in: str
    checked_against: str
    origin: int


@dataclass(frozen=True, slots=True, repr=False)
class BankHoliday(Row):
    """A bank holiday of England."""

    date: date
    name: str
    kind: str
    certainty: Certainty
    source: str


@dataclass(frozen=True, slots=True, repr=False)
class Rule(Row):
    """One rule of the catalogue that checks use; words in braces are arguments of the message."""

    rule: str
    section: str
    title: str
    severity: str
    message: str
    fix: str
    source: str
    basis: str
    arguments: str


@dataclass(frozen=True, slots=True, repr=False)
class Rate(Row):
    """The answer to one question about the law. ``value`` is a whole number of ``unit``."""

    key: str
    value: int
    unit: str
    label: str
    certainty: Certainty
    since: date
    source: str

    @property
    def pounds(self) -> Decimal:
        """The value in pounds, if its unit is pence."""
        if not self.unit.startswith("pence"):
            raise ValueError(f"{self.key} is not money: its unit is {self.unit}")
        return Money(self.value).pounds

    @property
    def percent(self) -> Decimal:
        """The value in per cent, if its unit is parts per million."""
        if self.unit != "ppm":
            raise ValueError(f"{self.key} is not a percentage: its unit is {self.unit}")
        return Decimal(f"{self.value}E-4")
