"""Pictures of costings, drawn by matplotlib, which is imported when one is asked for.

Every sum that is printed or told is the library's own, to the penny; only where a bar begins and
ends on the page is worked out here. No picture touches pyplot: nothing of the host's is changed.
"""

from __future__ import annotations

import base64
import html
import io
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from phb.costing import Costing
from phb.money import Money

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from phb.rows import ComparedTotal

# Told apart by anybody: blue and orange differ in lightness too, and each bar has its sum on it.
_BLUE, _ORANGE, _GREY = "#0072b2", "#e69f00", "#595959"
_TOTAL = "Total"
_INITIALS = {"dbs", "nhs", "ni"}
_INCHES_WIDE = 8.0
_INCHES_A_ROW = 0.45
_INCHES_AROUND = 1.2
_BAR = 0.8  # of a row
_NOTHING = Money(0)
_ROOM_FOR_SUMS = 1.25  # of the longest bar
_DOTS_AN_INCH = 144


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A matplotlib figure and ``alt``, the same in words, for those who do not see it."""

    figure: Figure
    alt: str

    def _bytes(self, format: str) -> bytes:
        written = io.BytesIO()
        self.figure.savefig(
            written, format=format, dpi=_DOTS_AN_INCH, metadata={"Description": self.alt}
        )
        return written.getvalue()

    def save(self, path: str | Path) -> None:
        """Writes it as ``.png`` or ``.svg``, with the words inside as its description."""
        suffix = Path(path).suffix.lower()
        if suffix not in (".png", ".svg"):
            raise ValueError("path must end in .png or .svg")
        Path(path).write_bytes(self._bytes(suffix[1:]))

    def _repr_html_(self) -> str:
        data = base64.b64encode(self._bytes("png")).decode("ascii")
        return (
            f'<img alt="{html.escape(self.alt)}" style="max-width: 100%"'
            f' src="data:image/png;base64,{data}">'
        )

    def __repr__(self) -> str:
        return f"<Picture: {self.alt}>"


@dataclass(frozen=True, slots=True)
class _Bar:
    """One row, or half of one: an amount, from where it begins, in pounds."""

    amount: Money
    color: str
    start: Decimal = Decimal(0)

    @property
    def end(self) -> Decimal:
        return self.start + self.amount.pounds


def waterfall(costing: Costing) -> Picture:
    """How the total of a costing comes about: a bar for each category, each from where the one
    above it ended, and the total below them. What lowers the total, such as the Employment
    Allowance, goes back, in orange."""
    _must_be_costing(costing, "costing")
    amounts = {_label(key): amount for key, amount in costing.totals_by("category").items()}
    title = f"Budget from {costing.start} to {costing.end}: {costing.total}"
    figure, axes = _new_figure(title, rows=len(amounts) + 1)
    bars: list[_Bar] = []
    for amount in amounts.values():
        color = _ORANGE if amount < _NOTHING else _BLUE
        bars.append(_Bar(amount, color, bars[-1].end if bars else Decimal(0)))
    bars.append(_Bar(costing.total, _GREY))
    for row, bar in enumerate(bars):
        _draw(axes, row, _BAR, bar)
    _finish(axes, [*amounts, _TOTAL], bars)
    said = "; ".join(f"{label} {amount}" for label, amount in amounts.items())
    return Picture(figure, f"{title}. {said or 'Nothing is in it'}.")


def before_and_after(before: Costing, after: Costing) -> Picture:
    """Two costings beside each other, such as one budget by the law of two days: for each category
    and the total a bar before, in blue, and one after, in orange."""
    _must_be_costing(before, "before")
    _must_be_costing(after, "after")
    compared = list(before.compare(after).totals)
    (total,) = (each for each in compared if each.total == "total")
    rows = {_label(each.key): each for each in compared if each.total == "by_category"}
    title = f"{_TOTAL} {_change(total)}"
    said = "; ".join(f"{label} {_change(row)}" for label, row in rows.items())
    rows[_TOTAL] = total
    figure, axes = _new_figure(title, rows=2 * len(rows))
    half = _BAR / 2
    bars: list[_Bar] = []
    for row, each in enumerate(rows.values()):
        old, new = _Bar(each.before or _NOTHING, _BLUE), _Bar(each.after or _NOTHING, _ORANGE)
        _draw(axes, row - half / 2, half, old)
        _draw(axes, row + half / 2, half, new)
        bars += [old, new]
    _finish(axes, list(rows), bars)
    figure.legend(axes.patches[:2], ["before", "after"], loc="outside lower right")
    return Picture(figure, f"{title}. {said or 'Nothing is in them'}.")


def _must_be_costing(value: object, name: str) -> None:
    if not isinstance(value, Costing):
        raise TypeError(f"{name} must be a Costing, not {type(value).__name__}")


def _label(category: str) -> str:
    """ "employer_ni" as "Employer NI" """
    words = (word.upper() if word in _INITIALS else word for word in category.split("_"))
    label = " ".join(words)
    return label[:1].upper() + label[1:]


def _change(row: ComparedTotal) -> str:
    """A category that is on one side only is nothing on the other."""
    if row.difference == _NOTHING:
        return f"{row.after}, as before"
    way = "less" if row.difference < _NOTHING else "more"
    amount = str(row.difference).removeprefix("-")
    return f"{row.before or _NOTHING} before, {row.after or _NOTHING} after, {amount} {way}"


def _new_figure(title: str, *, rows: int) -> tuple[Figure, Axes]:
    from matplotlib.figure import Figure

    size = (_INCHES_WIDE, _INCHES_AROUND + _INCHES_A_ROW * rows)
    figure = Figure(figsize=size, layout="constrained")
    axes = figure.add_subplot()
    figure.suptitle(title)
    axes.set_xlabel("£")
    return figure, axes


def _draw(axes: Axes, row: float, height: float, bar: _Bar) -> None:
    axes.barh(row, float(bar.amount.pounds), height, left=float(bar.start), color=bar.color)
    axes.annotate(
        str(bar.amount),
        (float(max(bar.start, bar.end)), row),
        xytext=(4, 0),
        textcoords="offset points",
        verticalalignment="center",
    )


def _finish(axes: Axes, labels: list[str], bars: list[_Bar]) -> None:
    """Rows from the top down, and room on the right for the longest sum."""
    axes.set_yticks(range(len(labels)), labels)
    axes.invert_yaxis()
    ends = [float(bar.end) for bar in bars]
    axes.set_xlim(min(0.0, *ends), max(1.0, *ends) * _ROOM_FOR_SUMS)
    axes.xaxis.set_major_formatter(lambda pounds, _: f"{pounds:,.0f}")
