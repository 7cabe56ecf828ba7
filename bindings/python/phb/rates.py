"""The law as data."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from phb import _native
from phb._convert import date_of, days_or_none, file_text, known_date_of, text, whole
from phb._handle import Handle, Recipe
from phb.choices import Certainty
from phb.table import Table

if TYPE_CHECKING:
    from phb.rows import BankHoliday, Rate, RateValue


def _stacked(overlays: Sequence[bytes]) -> Rates:
    rates = Rates.builtin()
    for overlay in overlays:
        rates = rates.with_overlay(overlay)
    return rates


class Rates(Handle[_native.Rates]):
    """A snapshot of the law: immutable, and good in any number of threads."""

    __slots__ = ("_overlays",)
    _overlays: tuple[bytes, ...]

    def __init__(self) -> None:
        raise TypeError("rates are Rates.builtin(), or other rates with an overlay")

    @classmethod
    def _of(cls, native: _native.Rates, overlays: tuple[bytes, ...]) -> Rates:
        rates = cls.__new__(cls)
        rates._native = native
        rates._overlays = overlays
        return rates

    @classmethod
    def builtin(cls) -> Rates:
        """The rates that the library holds."""
        return cls._of(_native.Rates(), ())

    def with_overlay(self, document: str | bytes) -> Rates:
        """These rates and what a rates document adds to them (docs/rates.md)."""
        native = self._open().overlaid(document)
        data = document.encode() if isinstance(document, str) else document
        return self._of(native, (*self._overlays, data))

    def with_overlay_file(self, path: str | os.PathLike[str]) -> Rates:
        """The same, from a file."""
        return self.with_overlay(file_text(path))

    @property
    def edition(self) -> str:
        """Such as "2026.1", or "2026.1+north/3" with an overlay."""
        return self._open().edition()

    @property
    def first_day(self) -> date:
        """The first day whose law is held."""
        return known_date_of(self._open().first_day())

    @property
    def last_day(self) -> date:
        """The last day whose law is held and checked."""
        return known_date_of(self._open().last_day())

    def find(
        self,
        key: str,
        *,
        on: date | None = None,
        born: date | None = None,
        age: int | None = None,
        carry: bool = False,
    ) -> Rate:
        """One value, such as ``find("employer_ni.rate", on=date(2026, 4, 6))``.

        ``carry`` allows, for two years past the last day held, the last value known. Raises
        PhbLookupError when there is no such key, or no such law on that day.
        """
        from phb.rows import Rate

        match = _native.RATE_CARRY if carry else _native.RATE_EXACT
        found = self._open().found(
            text(key, "key"),
            days_or_none(on, "on"),
            days_or_none(born, "born"),
            -1 if age is None else whole(age, "age"),
            match,
        )
        certainty = list(Certainty)[found.certainty - 1]
        since = known_date_of(found.since)
        return Rate(key, found.value, found.unit, found.label, certainty, since, found.source)

    def table(self, key: str | None = None, on: date | None = None) -> Table[RateValue]:
        """The law as a table: of one day, or its whole history; of a key, or of what begins so."""
        native = self._open().law(key, days_or_none(on, "on"))
        return Table._made(native, self._open(), "RateValue", (Rates.table, (self, key, on)))

    def bank_holidays(
        self, first: date | None = None, last: date | None = None
    ) -> Table[BankHoliday]:
        """The bank holidays of England from one day to another, both included."""
        native = self._open().holidays(days_or_none(first, "first"), days_or_none(last, "last"))
        recipe = (Rates.bank_holidays, (self, first, last))
        return Table._made(native, self._open(), "BankHoliday", recipe)

    def _document(self) -> object:
        return (self._open().edition(), self._overlays)

    def __reduce__(self) -> Recipe:
        self._open()
        return (_stacked, (self._overlays,))

    def __repr__(self) -> str:
        if self.closed:
            return "<Rates, closed>"
        last = date_of(self._open().last_day())
        return f"<Rates {self.edition}: law from {self.first_day} to {last}>"
