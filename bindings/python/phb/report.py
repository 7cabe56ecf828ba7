"""What a check found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, overload

from phb import _native
from phb._convert import date_of
from phb._handle import Result
from phb._pages import Pages
from phb.choices import Severity
from phb.table import Table

if TYPE_CHECKING:
    from phb.rows import Finding, Rule, Section


class Report(Result[_native.Report], Sequence["Finding"], Pages):
    """Findings, in the order of the catalogue of rules. A sequence of them. Immutable."""

    __slots__ = ()

    @property
    def findings(self) -> Table[Finding]:
        """All findings."""
        native = self._open().table(_native.REPORT_FINDINGS)
        return Table._made(native, self._open(), "Finding", (getattr, (self, "findings")))

    @property
    def sections(self) -> Table[Section]:
        """The state of each section."""
        native = self._open().table(_native.REPORT_SECTIONS)
        return Table._made(native, self._open(), "Section", (getattr, (self, "sections")))

    def __len__(self) -> int:
        return len(self.findings)

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> list[Finding]: ...
    def __getitem__(self, index: int | slice) -> Finding | list[Finding]:
        return self.findings[index]

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    @property
    def worst(self) -> Severity | None:
        """The severity of the worst finding that was not accepted."""
        worst = self._open().worst()
        return Severity(worst) if worst else None

    @property
    def next(self) -> Finding | None:
        """The finding to act on first; None when nothing is above a note."""
        row = self._open().next_row()
        return None if row < 0 else self.findings[row]

    def count_of(self, severity: Severity) -> int:
        """How many findings have a severity and were not accepted."""
        return self._open().count(Severity(severity))

    def select(self, section: str | None = None, severity: Severity = Severity.NOTE) -> Report:
        """What was found in one section, or in all, that is as bad as a severity or worse."""
        native = self._open().selected(section, Severity(severity))
        return Report._made(native, (Report.select, (self, section, severity)))

    @property
    def as_of(self) -> date | None:
        """The day it looks from."""
        return date_of(self._open().as_of())

    @property
    def rates_edition(self) -> str:
        """The edition of the rates it rests on."""
        return self._open().rates_edition()

    @property
    def policy_edition(self) -> str:
        """Name and version of the policy it rests on, "" for none."""
        return self._open().policy_edition()

    def to_json(self) -> str:
        """A ``phb-report/1`` document."""
        return self._open().json()

    def _rendered(self, format: int) -> str:
        return self._open().rendered(format)

    def to_csv(self) -> str:
        """The table of findings as CSV."""
        return self._rendered(_native.FORMAT_CSV)

    def _document(self) -> object:
        return self.to_json()

    def __repr__(self) -> str:
        if self.closed:
            return "<Report, closed>"
        counts = [
            f"{count} {severity.name.lower()}{'' if count == 1 else 's' if severity != 1 else 'es'}"
            for severity in Severity
            if (count := self.count_of(severity))
        ]
        return f"<Report: {', '.join(counts) or 'nothing to act on'}>"


def rules() -> Table[Rule]:
    """The catalogue of rules."""
    native = _native.rules_table()
    return Table._made(native, None, "Rule", (rules, ()))
