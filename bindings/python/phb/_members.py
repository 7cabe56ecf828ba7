"""How the parts of a budget become members of its document.

A part is a dataclass whose fields are named like the members and say what they hold. What is None
is not said. Numbers are written as they were given, digit by digit.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, fields
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from phb import _convert
from phb.choices import Choice

#: A JSON value whose numbers are exact.
Json: TypeAlias = "str | int | bool | Decimal | list[Json] | dict[str, Json]"
ToMember: TypeAlias = Callable[[Any, str], Json]


class Written(str):
    """A JSON text: what is added to a budget is written once, however much is added after it."""

    __slots__ = ()


class Part:
    """Something that is said of a budget. Immutable; checked as far as types go when it is made,
    and as a whole when it joins a budget."""

    __slots__ = ()

    def __post_init__(self) -> None:
        member_of(self, f"{type(self).__name__}.")


def member_of(part: Any, prefix: str) -> dict[str, Json]:
    """The object that a part is in the document. The prefix is for messages."""
    member: dict[str, Json] = {}
    for each in fields(part):
        value = getattr(part, each.name)
        if value is not None:
            member[each.name] = each.metadata["to_member"](value, f"{prefix}{each.name}")
    return member


def _field(to_member: ToMember, required: bool) -> Any:
    metadata = {"to_member": to_member}
    return field(metadata=metadata) if required else field(default=None, metadata=metadata)


def pounds(required: bool = False) -> Any:
    return _field(_convert.pounds_text, required)


def number(required: bool = False) -> Any:
    return _field(_convert.number, required)


def percent() -> Any:
    return _field(_convert.percent_text, False)


def day(required: bool = False) -> Any:
    return _field(_convert.day_text, required)


def text(required: bool = False) -> Any:
    return _field(_convert.text, required)


def flag() -> Any:
    return _field(_convert.flag, False)


def word(kind: type[Choice], required: bool = False) -> Any:
    def to_member(value: str, name: str) -> Json:
        return str(_convert.choice(value, kind, name))

    return _field(to_member, required)


def part(kind: type[Part], required: bool = False) -> Any:
    def to_member(value: Part, name: str) -> Json:
        if not isinstance(value, kind):
            raise TypeError(f"{name} must be phb.{kind.__name__}, not {type(value).__name__}")
        return member_of(value, f"{name}.")

    return _field(to_member, required)


def pounds_by_id() -> Any:
    def to_member(value: Mapping[str, Any], name: str) -> Json:
        return {
            _convert.text(id, f"{name}, an id"): _convert.pounds_text(amount, f"{name}[{id!r}]")
            for id, amount in value.items()
        }

    return _field(to_member, False)


def parts(kind: type[Part], required: bool = False) -> Any:
    def to_member(value: Sequence[Part], name: str) -> Json:
        one = part(kind).metadata["to_member"]
        return [one(each, f"{name}[{index}]") for index, each in enumerate(value)]

    return _field(to_member, required)


def texts() -> Any:
    def to_member(value: Sequence[str], name: str) -> Json:
        if isinstance(value, str):
            raise TypeError(f"{name} must be several texts, not str")
        return [_convert.text(each, f"{name}[{index}]") for index, each in enumerate(value)]

    return _field(to_member, False)


def price(required: bool = False) -> Any:
    """Pounds, or pounds by the day they hold from."""

    def to_member(value: Any, name: str) -> Json:
        if not isinstance(value, Mapping):
            return _convert.pounds_text(value, name)
        return [dated(since, amount, name) for since, amount in value.items()]

    return _field(to_member, required)


def dated(since: date, amount: Any, name: str) -> Json:
    return {
        "from": _convert.day_text(since, f"{name}, a day"),
        "amount": _convert.pounds_text(amount, f"{name}[{since}]"),
    }


def write(value: Json) -> str:
    """A JSON text with every number as it is."""
    if isinstance(value, Written):
        return value
    if isinstance(value, dict):
        inside = ", ".join(f"{json.dumps(key)}: {write(each)}" for key, each in value.items())
        return f"{{{inside}}}"
    if isinstance(value, list):
        return f"[{', '.join(write(each) for each in value)}]"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return json.dumps(value, ensure_ascii=False)


def read(text: str) -> dict[str, Json]:
    """A document of the library's own writing, numbers exact."""
    document: dict[str, Json] = json.loads(text, parse_float=Decimal)
    return document
