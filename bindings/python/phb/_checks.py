"""Checks of many documents, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from phb import _native
from phb._tables import Gives, Out, status_out
from phb.choices import Severity
from phb.errors import PhbError

_NAMES = ("breaches", "gaps", "warnings", "notes")


class Checks:
    """The documents of a column, and what was found in each. Any number of threads may check rows
    of it at once, each other ones."""

    def __init__(self, column: str, documents: Sequence[object], by: tuple[Any, Any, int]) -> None:
        """`by` are the rates, the policy and the day that documents are checked by."""
        import numpy

        self._column, self._documents, self._by = column, documents, by
        rows = len(documents)
        self._counts = numpy.zeros((len(_NAMES), rows), numpy.int32)
        self._worst, self.status = (numpy.zeros(rows, numpy.uint8) for _ in range(2))
        self._rules: list[str | None] = [None] * rows

    def check(self, first: int, rows: int) -> None:
        """Checks the rows of a range."""
        for row in range(first, first + rows):
            document = self._documents[row]
            if document is None:
                self.status[row] = _native.ERROR_INCOMPLETE
            elif isinstance(document, (str, bytes)):
                self._check(row, document)
            else:
                raise TypeError(
                    f"column {self._column!r} must hold str or bytes;"
                    f" row {row} is {type(document).__name__}"
                )

    def _check(self, row: int, document: str | bytes) -> None:
        try:
            report = _native.check_document(document, *self._by)
        except PhbError as error:
            self.status[row] = error.code
            return
        self._worst[row] = report.worst()
        self._counts[:, row] = [report.count(severity) for severity in Severity]
        next_row = report.next_row()
        if next_row >= 0:
            self._rules[row] = report.table(_native.REPORT_FINDINGS).texts("rule")[next_row]

    def outs(self) -> list[Out]:
        """The columns out."""
        return [
            Out("worst", Gives.WORD, self._worst, tuple(map(str, Severity))),
            *(Out(name, Gives.COUNT, self._counts[n]) for n, name in enumerate(_NAMES)),
            Out("next_rule", Gives.TEXT, self._rules),
            status_out(self.status),
        ]
