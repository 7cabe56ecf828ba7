"""The library's questions, asked of all rows of a data frame.

    >>> import phb.frame
    >>> costs = phb.frame.cost(people, rate_penny_hundredths="rate", period_start=date(2026, 4, 6),
    ...                        period_end=date(2027, 4, 5))

A frame of pandas, a frame of Polars or an Arrow table comes in, and one of the same kind goes out,
with as many rows and, of pandas, the same index. Each row is answered as the call for one would
answer it, to the penny, and has a ``status``: what is wrong with a row is told there, and its
amounts are empty. An exception says what is wrong with a column, or with the call.

A column is taken by its name: of the frame's own, those that are named after an argument, and those
that an argument names. One value for all rows stands instead of a name: a day, a number, True or
False, or a member of a closed set, ``phb.PayFrequency.WEEKLY``. None leaves out a column that the
frame has. Amounts are whole pence, pay by the hour or the night hundredths of a penny.

``rates`` are those built in if none are given. ``jobs`` is how many threads to use: as many as
there are processors, and one below 100,000 rows, or 100 documents. ``progress=True`` shows a bar if
tqdm is installed; a function is called with the rows done since it last was. Ctrl-C stops between
ranges of rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, Unpack

from phb import _batch_members as members
from phb import _native, _ranges
from phb._checks import Checks
from phb._columns import Member
from phb._convert import days_or_none, flag
from phb._handle import opened
from phb._ranges import Progress
from phb._tables import Frame, Gives, Out, frame_of, gathered, status_out
from phb.choices import Certainty
from phb.policy import Policy
from phb.rates import Rates

__all__ = ["check", "cost", "employer_ni", "employer_pension", "minimum_wage", "reviews"]

FrameT = TypeVar("FrameT")


class _Answers:
    """Arrays for a kernel to write to, and the frame that they become."""

    def __init__(self, frame: Frame, names: Sequence[str], gives: Gives) -> None:
        import numpy

        self._frame, self._gives, self._names = frame, gives, names
        kind = numpy.int64 if gives is Gives.AMOUNT else numpy.int32
        self._columns = [numpy.empty(frame.rows, kind) for _ in names]
        self._status, self._certainty = (numpy.empty(frame.rows, numpy.uint8) for _ in range(2))

    def outputs(self) -> tuple[Any, ...]:
        """In the order of the native calls. What gives no amounts rests on no rate of a day."""
        marks = [self._certainty] if self._gives is Gives.AMOUNT else []
        return (*self._columns, self._status, *marks)

    def frame(self) -> Any:
        outs = [
            Out(name, self._gives, values)
            for name, values in zip(self._names, self._columns, strict=True)
        ]
        outs.append(status_out(self._status))
        if self._gives is Gives.AMOUNT:
            outs.append(Out("certainty", Gives.WORD, self._certainty, tuple(Certainty)))
        return self._frame.made(outs, self._status != _native.OK)


def _by(rates: Rates | None) -> _native.Rates | None:
    return opened(rates, Rates, "rates")


@dataclass(frozen=True, slots=True)
class _Question:
    """A batch kernel: what it is asked with, what it must be, and what it gives."""

    kernel: Callable[..., None]
    members: Sequence[Member]
    required: Sequence[str]
    names: Sequence[str]
    gives: Gives = Gives.AMOUNT

    def ask(
        self,
        table: Any,
        first: Sequence[object],
        named: Mapping[str, object],
        jobs: int | None,
        progress: Progress,
    ) -> Any:
        """Asks it of all rows of a frame. `first` is what the kernel wants before the columns."""
        frame = frame_of(table)
        columns = gathered(frame, self.members, self.required, named)
        if columns.get("letter", 0) is None:
            columns["letter"] = ord("A")
        answers = _Answers(frame, self.names, self.gives)
        given = (*first, *columns.values(), *answers.outputs())
        employer = columns.get("employer")
        _ranges.run(
            lambda row, rows: self.kernel(*given, row, rows),
            frame.rows,
            jobs=jobs,
            progress=progress,
            pace=_ranges.COLUMNS,
            split=lambda row: _native.batch_cost_split(employer, frame.rows, row),
        )
        return answers.frame()


_SLIP_NEEDS = ("paid_on", "frequency", "gross_pence")
_NI = _Question(_native.batch_employer_ni, members.NI, _SLIP_NEEDS, ["employer_ni_pence"])
_PENSION = _Question(
    _native.batch_employer_pension, members.SLIP, _SLIP_NEEDS, ["employer_pension_pence"]
)
_WAGE = _Question(
    _native.batch_minimum_wage,
    members.WAGE,
    ("day", "rate_penny_hundredths"),
    ["minimum_penny_hundredths", "shortfall_penny_hundredths"],
)
_COST = _Question(
    _native.batch_cost,
    members.COST,
    ("period_start", "period_end", "pay_frequency", "leave_method"),
    members.COSTS,
)
_REVIEWS = _Question(
    _native.batch_review_dates, members.REVIEW, ("anchor",), ["due", "latest"], Gives.DAY
)


def employer_ni(
    df: FrameT,
    *,
    rates: Rates | None = None,
    jobs: int | None = None,
    progress: Progress = None,
    **columns: Unpack[members.NiColumns],
) -> FrameT:
    """Employer National Insurance, each row a payslip: ``employer_ni_pence``.

    Columns are ``paid_on``, ``frequency``, ``gross_pence`` and ``letter``, "A" without one. The day
    of pay decides the rate; law that is not yet held gives the status RATE_NOT_IN_FORCE.
    """
    first = (_by(rates), _native.RATE_EXACT)
    made: FrameT = _NI.ask(df, first, columns, jobs, progress)
    return made


def employer_pension(
    df: FrameT,
    *,
    rates: Rates | None = None,
    jobs: int | None = None,
    progress: Progress = None,
    **columns: Unpack[members.SlipColumns],
) -> FrameT:
    """The employer's minimum pension contribution, each row a payslip of a member of the scheme:
    ``employer_pension_pence``. Columns are ``paid_on``, ``frequency`` and ``gross_pence``."""
    first = (_by(rates), _native.RATE_EXACT)
    made: FrameT = _PENSION.ask(df, first, columns, jobs, progress)
    return made


def minimum_wage(
    df: FrameT,
    *,
    rates: Rates | None = None,
    jobs: int | None = None,
    progress: Progress = None,
    **columns: Unpack[members.WageColumns],
) -> FrameT:
    """The minimum wage and what pay is below it, each row a rate of pay on a day.

    Columns are ``day`` and ``rate_penny_hundredths``, and ``age_years`` or ``date_of_birth``; with
    neither it is the wage of adults. Out come ``minimum_penny_hundredths`` and
    ``shortfall_penny_hundredths``, 0 where the pay is enough.
    """
    first = (_by(rates), _native.RATE_EXACT)
    made: FrameT = _WAGE.ask(df, first, columns, jobs, progress)
    return made


def cost(
    df: FrameT,
    *,
    rates: Rates | None = None,
    law_on: date | None = None,
    refuse_provisional: bool = False,
    jobs: int | None = None,
    progress: Progress = None,
    **columns: Unpack[members.CostColumns],
) -> FrameT:
    """What people cost who are employed, each row one of them, for the whole of a period.

    Needed are ``period_start``, ``period_end``, ``pay_frequency``, ``leave_method``, and what is
    paid: minutes and a rate, nights and a rate, both, or ``basic_pence``. Rows side by side with
    the same number in ``employer`` share the Employment Allowance. ``law_on`` costs every day by
    the law of one. Out come ``basic_pence``, ``leave_pence``, ``employer_ni_pence``,
    ``pension_pence``, ``bank_holiday_pence``, ``cover_pence``, ``sickness_pence``,
    ``sickness_cover_pence``, ``allowance_pence`` and their sum, ``total_pence``.
    """
    flag(refuse_provisional, "refuse_provisional")
    match = _native.RATE_EXACT if refuse_provisional else _native.RATE_CARRY
    first = (_by(rates), match, days_or_none(law_on, "law_on"))
    made: FrameT = _COST.ask(df, first, columns, jobs, progress)
    return made


def reviews(
    df: FrameT,
    *,
    rates: Rates | None = None,
    policy: Policy | None = None,
    working_days: bool | None = None,
    jobs: int | None = None,
    progress: Progress = None,
    **columns: Unpack[members.ReviewColumns],
) -> FrameT:
    """The next review, each row a duty to review: ``due``, a working day, and ``latest``.

    Columns are ``anchor``, the day the duty counts from; ``held_on``, the last review, if there was
    one; and ``regime``, or ``first_months`` and ``every_months``. ``working_days=False`` lets a
    review be due on any day.
    """
    answer = 0
    if working_days is not None:
        is_said = flag(working_days, "working_days")
        answer = _native.ANSWER_YES if is_said else _native.ANSWER_NO
    first = (_by(rates), opened(policy, Policy, "policy"), answer)
    made: FrameT = _REVIEWS.ask(df, first, columns, jobs, progress)
    return made


def check(
    df: FrameT,
    column: str,
    *,
    rates: Rates | None = None,
    policy: Policy | None = None,
    as_of: date | None = None,
    jobs: int | None = None,
    progress: Progress = None,
) -> FrameT:
    """Checks a column of documents, ``phb-budget/1`` or ``phb-plan/1``, as ``str`` or ``bytes``.

    Out come ``worst``, the severity of the worst finding that was not accepted; how many
    ``breaches``, ``gaps``, ``warnings`` and ``notes`` there are; ``next_rule``, what to act on
    first; and ``status``. A row without a document is INCOMPLETE, a document of another kind
    ARGUMENT.
    """
    frame = frame_of(df)
    if not frame.has(column):
        raise ValueError(f"there is no column {column!r}")
    by = (_by(rates), opened(policy, Policy, "policy"), days_or_none(as_of, "as_of"))
    checks = Checks(column, frame.texts(column), by)
    _ranges.run(checks.check, frame.rows, jobs=jobs, progress=progress, pace=_ranges.DOCUMENTS)
    made: FrameT = frame.made(checks.outs(), checks.status != _native.OK)
    return made
