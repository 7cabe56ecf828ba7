"""Two costings beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from phb import _native
from phb._handle import Result
from phb.table import Table

if TYPE_CHECKING:
    from phb.rows import ComparedLine, ComparedNote, ComparedTotal


class Comparison(Result[_native.Comparison]):
    """What differs between two costings, line by line, and why. Made by ``Costing.compare``."""

    __slots__ = ()

    @property
    def lines(self) -> Table[ComparedLine]:
        """Lines beside each other: before, after, the difference and its causes."""
        native = self._open().table(_native.COMPARISON_LINES)
        return Table._made(native, self._open(), "ComparedLine", (getattr, (self, "lines")))

    @property
    def totals(self) -> Table[ComparedTotal]:
        """Totals beside each other."""
        native = self._open().table(_native.COMPARISON_TOTALS)
        return Table._made(native, self._open(), "ComparedTotal", (getattr, (self, "totals")))

    @property
    def notes(self) -> Table[ComparedNote]:
        """What is worth knowing about it."""
        native = self._open().table(_native.COMPARISON_NOTES)
        return Table._made(native, self._open(), "ComparedNote", (getattr, (self, "notes")))

    def _document(self) -> object:
        return (self.lines.to_json(), self.totals.to_json(), self.notes.to_json())

    def __repr__(self) -> str:
        if self.closed:
            return "<Comparison, closed>"
        changed = sum(1 for line in self.lines if line.cause)
        differ = "1 line differs" if changed == 1 else f"{changed} lines differ"
        return f"<Comparison: {differ} of {len(self.lines)}>"
