"""Reads a phb-budget/1 that is known to be valid: defaults applied, days as ordinals, amounts whole.

Amounts of an hour and prices of lines are in hundredths of a penny, all others in pence; nights and
weeks are in hundredths, percentages in parts per million.
"""

import dataclasses
from fractions import Fraction

from days import day_of

NOT_SAID = (None, "", [], {})
FLAT = ("sleep_in", "live_in")


def said(given, member, default=None):
    """A member, or the default when it is absent or empty; 0 and false are something said."""
    value = given.get(member)
    return default if value in NOT_SAID else value


def scaled(value, scale):
    """A decimal times a power of ten. None stays None."""
    if value is None:
        return None
    exact = Fraction(str(value)) * scale
    if exact.denominator != 1:
        raise ValueError("more decimals than there may be")
    return exact.numerator


def pence(value):
    return scaled(value, 100)


def fine(value):
    """Hundredths of a penny."""
    return scaled(value, 10_000)


def percent(value):
    """Parts per million."""
    return None if value is None else scaled(value.rstrip("%"), 10_000)


def date(given, member, default=None):
    text = said(given, member)
    return default if text is None else day_of(text)


class Dated:
    """An amount that changes on days, or one that does not."""

    def __init__(self, value):
        self.is_dated = isinstance(value, list)
        rows = value if self.is_dated else [{"from": "0001-01-01", "amount": value}]
        self.days = [day_of(row["from"]) for row in rows]
        self.amounts = [fine(row["amount"]) for row in rows]

    def on(self, day):
        held = [amount for first, amount in zip(self.days, self.amounts) if first <= day]
        return held[-1]

    def changes(self):
        return self.days if self.is_dated else []


@dataclasses.dataclass
class Hours:
    """An entry of hours. Flat ones are paid by the night, with an hourly rate for time awake."""

    is_flat: bool
    rate: Dated
    first: int | None
    last: int | None
    minutes: int = 0
    nights: int = 0
    awake_minutes: int = 0
    awake_rate: int = 0

    def is_worked(self, day):
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclasses.dataclass
class Cover:
    """What somebody else is paid for the same week."""

    rate: int
    night_rate: int


@dataclasses.dataclass
class Assistant:
    id: str
    index: int
    born: int | None
    letter: str | None
    first: int
    last: int
    employed_since: int | None
    frequency: str
    days_per_week: int
    hours: list
    bank_holiday: tuple | None
    leave_method: str
    cover_by: str | None
    cover: Cover | None
    leave_weeks: int | None
    membership: str
    is_all_pay: bool
    pension_rate: int | None
    sick_weeks: int | None
    sick_cover: Cover | None
    deployment: str
    funder: str | None


@dataclasses.dataclass
class PlainLine:
    id: str
    category: str
    amount: Dated
    quantity: Fraction
    per: str
    first: int
    last: int
    assistants: list
    deployment: str
    funder: str | None


@dataclasses.dataclass
class Funder:
    id: str
    share: int | None
    amount: int | None


@dataclasses.dataclass
class Budget:
    first: int
    last: int
    is_52: bool
    assistants: list
    lines: list
    claims_allowance: bool
    allowance_used: dict
    contingency: dict
    funders: list
    frequency: str | None
    first_payment: int
    wheelchair: dict


# ---- reading ----


def hours_of(given):
    is_flat = said(given, "type") in FLAT
    entry = Hours(is_flat, Dated(given["rate"]), date(given, "start"), date(given, "end"))
    if is_flat:
        entry.nights = scaled(given["nights_per_week"], 100)
        entry.awake_minutes = said(given, "awake_minutes_per_night", 0)
        entry.awake_rate = fine(said(given, "awake_rate", 0))
    else:
        minutes = said(given, "minutes_per_week")
        entry.minutes = scaled(given["hours_per_week"], 60) if minutes is None else int(minutes)
    return entry


def cover_of(given, rate, night_rate):
    rates = said(given, rate), said(given, night_rate)
    if rates == (None, None):
        return None
    return Cover(fine(rates[0] or 0), fine(rates[1] or 0))


def bank_holiday_of(given):
    return (given["minutes"], fine(given["premium"])) if given else None


def assistant_of(given, index, first, last):
    leave = given["leave"]
    pension = said(given, "pension", {})
    sickness = said(given, "sickness", {})
    return Assistant(
        id=given["id"],
        index=index,
        born=date(given, "date_of_birth"),
        letter=said(given, "ni_letter"),
        first=max(first, date(given, "start", first)),
        last=min(last, date(given, "end", last)),
        employed_since=date(given, "employed_since"),
        frequency=given["pay_frequency"],
        days_per_week=scaled(said(given, "days_per_week", 5), 100),
        hours=[hours_of(entry) for entry in given["hours"]],
        bank_holiday=bank_holiday_of(said(given, "bank_holiday")),
        leave_method=leave["method"],
        cover_by=said(leave, "by"),
        cover=cover_of(leave, "rate", "night_rate"),
        leave_weeks=scaled(said(leave, "weeks"), 100),
        membership=said(pension, "membership", "auto"),
        is_all_pay=said(pension, "basis") == "all_pay",
        pension_rate=percent(said(pension, "employer_rate")),
        sick_weeks=scaled(said(sickness, "weeks"), 100),
        sick_cover=cover_of(sickness, "cover_rate", "cover_night_rate"),
        deployment=given["deployment"],
        funder=said(given, "funder"),
    )


def line_of(given, first, last):
    return PlainLine(
        id=given["id"],
        category=given["category"],
        amount=Dated(given["amount"]),
        quantity=Fraction(str(said(given, "quantity", 1))),
        per=given["per"],
        first=max(first, date(given, "start", first)),
        last=min(last, date(given, "end", last)),
        assistants=said(given, "assistants", []),
        deployment=given["deployment"],
        funder=said(given, "funder"),
    )


def budget_of(document):
    first, last = day_of(document["period"]["start"]), day_of(document["period"]["end"])
    assistants = enumerate(said(document, "assistants", []))
    allowance = said(said(document, "employer", {}), "employment_allowance", {})
    used = said(allowance, "already_used", [])
    payments = said(document, "payments", {})
    return Budget(
        first=first,
        last=last,
        is_52=said(document, "weeks_in_year") == "52",
        assistants=[assistant_of(given, index, first, last) for index, given in assistants],
        lines=[line_of(given, first, last) for given in said(document, "lines", [])],
        claims_allowance=said(allowance, "claim", False),
        allowance_used={entry["tax_year"]: pence(entry["amount"]) for entry in used},
        contingency=said(document, "contingency", {}),
        funders=[
            Funder(given["id"], percent(said(given, "share")), pence(said(given, "amount")))
            for given in said(document, "funders", [])
        ],
        frequency=said(payments, "frequency"),
        first_payment=date(payments, "first_payment", first),
        wheelchair=said(document, "wheelchair", {}),
    )
