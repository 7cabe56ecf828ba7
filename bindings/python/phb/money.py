"""Money: whole pence inside, pounds as ``Decimal`` outside, and never a ``float``."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from phb import _native


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in whole pence. It holds an amount and converts it; sums are the library's."""

    pence: int

    def __post_init__(self) -> None:
        if isinstance(self.pence, bool) or not hasattr(self.pence, "__index__"):
            raise TypeError(f"pence must be a whole number, not {type(self.pence).__name__}")
        _set_pence(self, self.pence.__index__())

    @classmethod
    def _known(cls, pence: int) -> Money:
        """From the library, which gives whole numbers."""
        money = object.__new__(cls)
        _set_pence(money, pence)
        return money

    @classmethod
    def of(cls, pounds: Decimal | str) -> Money:
        """From pounds with at most two decimals, such as ``"1234.50"``; more are refused."""
        if not isinstance(pounds, (Decimal, str)):
            raise TypeError(
                f"pounds must be Decimal or str, not {type(pounds).__name__};"
                " whole pence are Money(pence)"
            )
        return cls(_native.pence_parse(str(pounds) if isinstance(pounds, str) else f"{pounds:f}"))

    @property
    def pounds(self) -> Decimal:
        """In pounds, with two decimals: exact, whatever the decimal context says."""
        return Decimal(f"{self.pence}E-2")

    def __str__(self) -> str:
        text = f"{self.pounds:,.2f}"
        return f"-£{text[1:]}" if text.startswith("-") else f"£{text}"

    def __repr__(self) -> str:
        return f"Money({self})"


_set_pence = vars(Money)["pence"].__set__  # the slot, past what freezes it
