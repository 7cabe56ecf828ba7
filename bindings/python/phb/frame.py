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
there are processors, and one below 100,000 rows. ``progress=True`` shows a bar if tqdm is
installed; a function is called with the rows done since it last was. Ctrl-C stops between ranges of
rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar, Unpack

from phb import _batch_members as members
from phb import _native
from phb._columns import Member
from phb._convert import days_or_none, flag
from phb._handle import opened
from phb._ranges import Progress, run, told
from phb._tables import Frame, Gives, Out, frame_of, gathered
from phb.choices import Certainty, Severity
from phb.policy import Policy
from phb.rates import Rates

__all__ = ["check", "cost", "employer_ni", "employer_pension", "minimum_wage", "reviews"]

FrameT = TypeVar("FrameT")


@cache
def _statuses() -> tuple[str, ...]:
    return tuple(_native.status_name(code) for code in range(_native.status_count()))


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
        outs.append(Out("status", Gives.STATUS, self._status, _statuses()))
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
        run(
            lambda row, rows: self.kernel(*given, row, rows),
            frame.rows,
            jobs=jobs,
            progress=progress,
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


# ---- documents ----


def _report(
    document: str | bytes, rates: Any, policy: Any, as_of: int
) -> tuple[_native.Report | None, int]:
    """What the check of a budget or a plan found; or None, and why not."""
    from phb.errors import PhbError

    try:
        kind = _native.document_of(document)
        if kind == _native.DOCUMENT_PLAN:
            return _native.Plan(document).checked(rates, policy, None, as_of), _native.OK
        if kind == _native.DOCUMENT_BUDGET:
            costing = _native.Budget(document).costed(
                rates, policy, _native.DATE_NONE, 0, _native.TRACE_FIGURES
            )
            return costing.checked(as_of), _native.OK
    except PhbError as error:
        return None, error.code
    return None, _native.ERROR_ARGUMENT


def check(
    df: FrameT,
    column: str,
    *,
    rates: Rates | None = None,
    policy: Policy | None = None,
    as_of: date | None = None,
    progress: Progress = None,
) -> FrameT:
    """Checks a column of documents, ``phb-budget/1`` or ``phb-plan/1``, as ``str`` or ``bytes``.

    Out come ``worst``, the severity of the worst finding that was not accepted; how many
    ``breaches``, ``gaps``, ``warnings`` and ``notes`` there are; ``next_rule``, what to act on
    first; and ``status``. A row without a document is INCOMPLETE, a document of another kind
    ARGUMENT.
    """
    import numpy

    frame = frame_of(df)
    if not frame.has(column):
        raise ValueError(f"there is no column {column!r}")
    given = (
        _by(rates),
        opened(policy, Policy, "policy"),
        days_or_none(as_of, "as_of"),
    )
    counts = numpy.zeros((4, frame.rows), numpy.int32)
    worst, status = (numpy.zeros(frame.rows, numpy.uint8) for _ in range(2))
    rules: list[str | None] = [None] * frame.rows
    with told(progress, frame.rows) as tell:
        for row, document in enumerate(frame.texts(column)):
            if document is not None and not isinstance(document, (str, bytes)):
                kind = type(document).__name__
                raise TypeError(f"column {column!r} must hold str or bytes; row {row} is {kind}")
            report, status[row] = (
                (None, _native.ERROR_INCOMPLETE) if document is None else _report(document, *given)
            )
            if report is not None:
                worst[row] = report.worst()
                counts[:, row] = [report.count(severity) for severity in Severity]
                next_row = report.next_row()
                if next_row >= 0:
                    rules[row] = report.table(_native.REPORT_FINDINGS).texts("rule")[next_row]
            tell(1)
    names = ("breaches", "gaps", "warnings", "notes")
    outs = [Out("worst", Gives.WORD, worst, tuple(map(str, Severity)))]
    outs += [Out(name, Gives.COUNT, counts[each]) for each, name in enumerate(names)]
    outs.append(Out("next_rule", Gives.TEXT, rules))
    outs.append(Out("status", Gives.STATUS, status, _statuses()))
    made: FrameT = frame.made(outs, status != _native.OK)
    return made
