"""What callers may say, and what the library is told: dates, amounts, numbers, words.

Every message names the argument. Nothing here adds, multiplies or rounds.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Context, Decimal, Inexact
from typing import TypeAlias

from phb import _native
from phb.choices import CODES, ChoiceT
from phb.money import Money

#: Pounds: exact, with up to four decimals where a rate or a price may have them.
Pounds: TypeAlias = Decimal | str | Money
#: A count or a measure: exact.
Number: TypeAlias = int | Decimal
#: A percentage: ``Decimal("12.5")`` or ``"12.5%"``.
Percent: TypeAlias = int | Decimal | str

_DAY_ZERO = date(1970, 1, 1).toordinal()
_EXACT = Context(prec=40, traps=[Inexact])


def _refuse(name: str, wanted: str, value: object) -> TypeError:
    return TypeError(f"{name} must be {wanted}, not {type(value).__name__}")


def days(value: date, name: str) -> int:
    """Days since 1 January 1970."""
    if type(value) is date:
        return value.toordinal() - _DAY_ZERO
    if isinstance(value, datetime) or not isinstance(value, date):
        raise _refuse(name, "a datetime.date without a time", value)
    return value.toordinal() - _DAY_ZERO


def days_or_none(value: date | None, name: str) -> int:
    return _native.DATE_NONE if value is None else days(value, name)


def date_of(value: int) -> date | None:
    return None if value == _native.DATE_NONE else date.fromordinal(value + _DAY_ZERO)


def known_date_of(value: int) -> date:
    return date.fromordinal(value + _DAY_ZERO)


def day_text(value: date, name: str) -> str:
    days(value, name)
    return value.isoformat()


def pounds_text(value: Pounds, name: str) -> str:
    """Pounds as documents write them."""
    if isinstance(value, str):
        return text(value, name)
    if isinstance(value, Money):
        return f"{value.pounds:f}"
    if not isinstance(value, Decimal):
        raise _refuse(name, "pounds as Decimal or str, or phb.Money(pence)", value)
    return f"{finite(value, name):f}"


def finite(value: Decimal, name: str) -> Decimal:
    if not value.is_finite():
        raise ValueError(f"{name} must be a number, not {value}")
    return value


def number(value: Number, name: str) -> Number:
    if isinstance(value, Decimal):
        return finite(value, name)
    return whole(value, name)


def whole(value: int, name: str) -> int:
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise _refuse(name, "a whole number or a Decimal", value)
    return value.__index__()


def percent_text(value: Percent, name: str) -> str:
    if isinstance(value, str):
        return text(value, name)
    return f"{number(value, name):f}%" if isinstance(value, Decimal) else f"{whole(value, name)}%"


def flag(value: bool, name: str) -> bool:
    if not isinstance(value, bool):
        raise _refuse(name, "True or False", value)
    return value


def text(value: str, name: str) -> str:
    if not isinstance(value, str):
        raise _refuse(name, "str", value)
    if "\0" in value:
        raise ValueError(f"{name} must not hold NUL")
    if not value.isascii():
        _refuse_surrogates(value, name)
    return value


def _refuse_surrogates(value: str, name: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise ValueError(f"{name} must be Unicode: it holds half of a surrogate pair") from None


def choice(value: str, kind: type[ChoiceT], name: str) -> ChoiceT:
    text(value, name)
    try:
        return kind(value)
    except ValueError:
        raise ValueError(f"{name} must be one of: {', '.join(kind)}") from None


def code(value: str | None, kind: type[ChoiceT], name: str) -> int:
    """The C library's number of a word, 0 when nothing is said."""
    if value is None:
        return 0
    known = CODES[kind].get(value)
    return choice(value, kind, name).code if known is None else known


def bits(values: Iterable[str], kind: type[ChoiceT], name: str) -> int:
    """A set of words as a set of bits."""
    total = 0
    if isinstance(values, str):
        raise _refuse(name, "several words", values)
    for value in values:
        total |= 1 << (choice(value, kind, name).code - 1)
    return total


def hundredths(value: Number | None, name: str) -> int:
    """In hundredths; more than two decimals are refused."""
    if value is None:
        return _native.NUMBER_NONE
    scaled = Decimal(number(value, name)).scaleb(2, _EXACT)
    if scaled != scaled.to_integral_value():
        raise ValueError(f"{name} must have at most two decimals")
    return int(scaled)


def pence_of(amount: Pounds | None, pence: int | None, name: str) -> int:
    """One amount, said in pounds or in pence."""
    if pence is not None and amount is None:
        return pence
    if amount is None or pence is not None:
        raise TypeError(f"say either {name}, in pounds, or {name}_pence")
    if isinstance(amount, Money):
        return amount.pence
    return _native.pence_parse(pounds_text(amount, name))


def file_text(path: str | os.PathLike[str]) -> bytes:
    """A document from a file, as it is."""
    with open(path, "rb") as file:
        return file.read()
