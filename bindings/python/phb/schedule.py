"""When a plan must be reviewed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, overload

from phb import _convert, _native
from phb._convert import Number, date_of, days, days_or_none, known_date_of
from phb._handle import Result, opened
from phb._pages import Pages
from phb.choices import Checked, Cohort, Happening, Kind, Regime, Renewable, ReviewKind
from phb.policy import Policy
from phb.rates import Rates
from phb.table import Table

if TYPE_CHECKING:
    from phb.rows import Event, Note


@dataclass(frozen=True, slots=True)
class Held:
    """A review or an audit that was held: which duties it served, and what it looked at."""

    on: date
    kind: ReviewKind | str = ReviewKind.PLAN
    regimes: Sequence[Regime | str] = ()
    checked: Sequence[Checked | str] = ()


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that happened, and asks somebody to do something."""

    on: date
    what: Happening | str


@dataclass(frozen=True, slots=True)
class Renewal:
    """Something that runs out: the last day it is good for, and whose it is, an id."""

    until: date
    what: Renewable | str
    of: str | None = None


class Schedule(Result[_native.Schedule], Sequence["Event"], Pages):
    """Reviews, audits, decisions, birthdays, notices and renewals as one calendar, by day. A
    sequence of events. Immutable. Nothing here knows what day it is: ``as_of`` says."""

    __slots__ = ()

    @classmethod
    def build(
        cls,
        *,
        as_of: date,
        regimes: Mapping[Regime | str, date],
        horizon: date | None = None,
        kind: Kind | str | None = None,
        cohort: Cohort | str | None = None,
        date_of_birth: date | None = None,
        first_payment: date | None = None,
        ended_on: date | None = None,
        checklist_received: date | None = None,
        decided_on: date | None = None,
        notice_given: date | None = None,
        notice_weeks: Number | None = None,
        reference: str | None = None,
        held: Sequence[Held] = (),
        happened: Sequence[Happened] = (),
        renewals: Sequence[Renewal] = (),
        policy: Policy | None = None,
        rates: Rates | None = None,
    ) -> Schedule:
        """Works the dates out. ``regimes`` are the duties to review, each with the day it counts
        from. ``reference`` is a local id, neither a name nor an NHS number: calendar files need
        one."""
        said = {name: value for name, value in locals().items() if name != "cls"}
        request = _native.ScheduleRequest()
        request.settle(
            opened(policy, Policy, "policy"),
            reference,
            _convert.code(kind, Kind, "kind"),
            _convert.code(cohort, Cohort, "cohort"),
            days(as_of, "as_of"),
            days_or_none(horizon, "horizon"),
            days_or_none(date_of_birth, "date_of_birth"),
            days_or_none(first_payment, "first_payment"),
            days_or_none(ended_on, "ended_on"),
            days_or_none(checklist_received, "checklist_received"),
            days_or_none(decided_on, "decided_on"),
            days_or_none(notice_given, "notice_given"),
            _convert.hundredths(notice_weeks, "notice_weeks"),
        )
        for regime, anchor in regimes.items():
            regime_code = _convert.code(regime, Regime, "regimes")
            request.with_regime(regime_code, days(anchor, f"regimes[{str(regime)!r}]"))
        _add_held(request, held)
        add_others(request, happened, renewals)
        native = request.built(opened(rates, Rates, "rates"))
        return cls._made(native, (_built, (said,)))

    @property
    def events(self) -> Table[Event]:
        """All events, as a table."""
        native = self._open().table(_native.SCHEDULE_EVENTS)
        return Table._made(native, self._open(), "Event", (getattr, (self, "events")))

    @property
    def notes(self) -> Table[Note]:
        """What was assumed, or counts for nothing."""
        native = self._open().table(_native.SCHEDULE_NOTES)
        return Table._made(native, self._open(), "Note", (getattr, (self, "notes")))

    def __len__(self) -> int:
        return len(self.events)

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> list[Event]: ...
    def __getitem__(self, index: int | slice) -> Event | list[Event]:
        return self.events[index]

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    @property
    def as_of(self) -> date:
        """The day it looks from."""
        return known_date_of(self._open().as_of())

    @property
    def horizon(self) -> date:
        """The last day it looks to."""
        return known_date_of(self._open().horizon())

    @property
    def next_review_latest(self) -> date | None:
        """When the next review of the plan must be held at the latest."""
        return date_of(self._open().next_review_latest())

    @property
    def rates_edition(self) -> str:
        """The edition of the rates it rests on."""
        return self._open().rates_edition()

    @property
    def policy_edition(self) -> str:
        """Name and version of the policy it rests on, "" for none."""
        return self._open().policy_edition()

    def to_json(self) -> str:
        """A ``phb-schedule/1`` document."""
        return self._open().json()

    def _rendered(self, format: int) -> str:
        return self._open().rendered(format)

    def to_csv(self) -> str:
        """The table of events as CSV."""
        return self._rendered(_native.FORMAT_CSV)

    def to_icalendar(self) -> str:
        """What is still to be done, as a calendar file. It needs a reference, and says nothing of
        regimes or reasons: those may tell of somebody's health."""
        return self._rendered(_native.FORMAT_ICALENDAR)

    def write_icalendar(self, path: str | os.PathLike[str]) -> None:
        """The same, into a file."""
        with open(path, "wb") as file:
            file.write(self.to_icalendar().encode())

    def _document(self) -> object:
        return self.to_json()

    def __repr__(self) -> str:
        if self.closed:
            return "<Schedule, closed>"
        latest = self.next_review_latest
        review = "no review to come" if latest is None else f"next review by {latest}"
        return f"<Schedule as of {self.as_of}: {len(self)} events, {review}>"


def _built(said: dict[str, Any]) -> Schedule:
    return Schedule.build(**said)


def _add_held(request: _native.ScheduleRequest, held: Sequence[Held]) -> None:
    for index, review in enumerate(held):
        name = f"held[{index}]"
        request.with_completed(
            days(review.on, f"{name}.on"),
            _convert.code(review.kind, ReviewKind, f"{name}.kind"),
            _convert.bits(review.regimes, Regime, f"{name}.regimes"),
            _convert.bits(review.checked, Checked, f"{name}.checked"),
        )


def add_others(
    request: _native.ScheduleRequest, happened: Sequence[Happened], renewals: Sequence[Renewal]
) -> None:
    """Adds what happened and what runs out to a request."""
    for index, event in enumerate(happened):
        name = f"happened[{index}]"
        what = _convert.code(event.what, Happening, f"{name}.what")
        request.with_event(days(event.on, f"{name}.on"), what)
    for index, renewal in enumerate(renewals):
        name = f"renewals[{index}]"
        what = _convert.code(renewal.what, Renewable, f"{name}.what")
        request.with_renewal(days(renewal.until, f"{name}.until"), what, renewal.of)
