"""What is to be costed."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Self

from phb import _convert, _native
from phb._convert import Number, Percent, Pounds
from phb._handle import Handle, Recipe
from phb.choices import (
    Category,
    Cohort,
    Deployment,
    FunderKind,
    Kind,
    LeaveMethod,
    LineUnit,
    PayFrequency,
    PensionMembership,
    Per,
    Relationship,
    Trace,
    WeeksInYear,
)
from phb.costing import Costing
from phb.errors import PhbLookupError
from phb.policy import Policy
from phb.rates import Rates

if TYPE_CHECKING:
    from phb._draft import Draft
    from phb._members import Part
    from phb.parts import (
        Contingency,
        Employer,
        HolidayWork,
        Hours,
        Leave,
        Management,
        Payments,
        Pension,
        Price,
        Provider,
        Sickness,
        Wheelchair,
    )


class Budget(Handle[_native.Budget]):
    """A personal health budget: people employed, other lines, a period.

    Built by keywords, or read from a ``phb-budget/1`` document; both give the same. What is added
    is checked at once, by itself; what can only be told of the whole (an id that is not there yet,
    shares that do not come to 100%) is checked when the budget is used. One thread at a time while
    it is being built.
    """

    __slots__ = ("_draft",)
    _draft: Draft | None
    __hash__ = None  # type: ignore[assignment] # it can change

    def __init__(
        self,
        *,
        start: date,
        end: date,
        cohort: Cohort | str | None = None,
        kind: Kind | str | None = None,
        weeks_in_year: WeeksInYear | str | None = None,
        employer: Employer | None = None,
        contingency: Contingency | None = None,
        payments: Payments | None = None,
        management: Management | None = None,
        wheelchair: Wheelchair | None = None,
        indicative: Pounds | None = None,
        agreed: Pounds | None = None,
        agreed_on: date | None = None,
        agreed_by_line: Mapping[str, Pounds] | None = None,
    ) -> None:
        from phb import _budget_parts as parts
        from phb._draft import Draft

        said = parts.BudgetPart(
            cohort=cohort,
            kind=kind,
            weeks_in_year=weeks_in_year,
            employer=employer,
            contingency=contingency,
            payments=payments,
            management=management,
            wheelchair=wheelchair,
            indicative=indicative,
            agreed=agreed,
            agreed_on=agreed_on,
            agreed_by_line=agreed_by_line,
        )
        self._native = None
        self._draft = Draft(parts.budget_of(start, end, said))
        with suppress(PhbLookupError):  # a line with an agreed sum may yet come
            self._native = self._draft.read()

    # ---- building ----

    def _drafted(self) -> Draft:
        if self._draft is None:
            from phb import _members as members
            from phb._draft import Draft

            self._draft = Draft(members.read(self._open().json()))
        return self._draft

    def _add(self, key: str, part: Part) -> None:
        from phb import _members as members

        self._drafted().add(key, members.member_of(part, ""))
        self._native = None

    def _open(self) -> _native.Budget:
        """The budget as it is now; raises what is wrong with the whole of it."""
        if self._native is None and self._draft is not None:
            self._native = self._draft.read()
        return super()._open()

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        return self._native is None and self._draft is None

    def close(self) -> None:
        """Gives it back. Costings made from it live on."""
        self._native = None
        self._draft = None

    def assistant(
        self,
        id: str,
        *,
        hours: Sequence[Hours] | Mapping[str, tuple[Number, Price]],
        pay_frequency: PayFrequency | str,
        leave: Leave | LeaveMethod | str,
        deployment: Deployment | str,
        name: str | None = None,
        date_of_birth: date | None = None,
        ni_letter: str | None = None,
        start: date | None = None,
        end: date | None = None,
        employed_since: date | None = None,
        days_per_week: Number | None = None,
        bank_holiday: HolidayWork | None = None,
        pension: Pension | PensionMembership | str | None = None,
        sickness: Sickness | None = None,
        funder: str | None = None,
        relationship: Relationship | str | None = None,
        lives_in_household: bool | None = None,
        necessity_approved_on: date | None = None,
    ) -> None:
        """Adds somebody employed. ``hours`` are parts, or bands with hours a week and pounds an
        hour: ``{"weekday": (20, "13.50")}``. ``leave`` and ``pension`` may be a word alone."""
        from phb import _budget_parts as parts
        from phb.parts import Leave, Pension

        if isinstance(leave, str):
            leave = Leave(method=leave)
        if isinstance(pension, str):
            pension = Pension(membership=pension)
        person = parts.AssistantPart(
            id=id,
            hours=parts.hours_of(hours),
            name=name,
            date_of_birth=date_of_birth,
            ni_letter=ni_letter,
            start=start,
            end=end,
            employed_since=employed_since,
            pay_frequency=pay_frequency,
            days_per_week=days_per_week,
            bank_holiday=bank_holiday,
            leave=leave,
            pension=pension,
            sickness=sickness,
            deployment=deployment,
            funder=funder,
            relationship=relationship,
            lives_in_household=lives_in_household,
            necessity_approved_on=necessity_approved_on,
        )
        self._add("assistants", person)

    def line(
        self,
        id: str,
        *,
        category: Category | str,
        amount: Price,
        per: Per | str,
        deployment: Deployment | str,
        quantity: Number | None = None,
        unit: LineUnit | str | None = None,
        start: date | None = None,
        end: date | None = None,
        assistants: Sequence[str] | None = None,
        funder: str | None = None,
        nil_reason: str | None = None,
        provider: Provider | None = None,
    ) -> None:
        """Adds anything that is not employment. ``amount`` is the price of one, in pounds with at
        most four decimals, or prices by the day they hold from."""
        from phb import _budget_parts as parts

        line = parts.LinePart(
            id=id,
            category=category,
            amount=amount,
            quantity=quantity,
            unit=unit,
            per=per,
            start=start,
            end=end,
            assistants=assistants,
            deployment=deployment,
            funder=funder,
            nil_reason=nil_reason,
            provider=provider,
        )
        self._add("lines", line)

    def funder(
        self,
        id: str,
        *,
        kind: FunderKind | str,
        share: Percent | None = None,
        amount: Pounds | None = None,
        client_contribution: Pounds | None = None,
    ) -> None:
        """Adds whose money it is: a share in per cent, a sum in pounds for the period, or the
        rest."""
        from phb import _budget_parts as parts

        funder = parts.FunderPart(
            id=id, kind=kind, share=share, amount=amount, client_contribution=client_contribution
        )
        self._add("funders", funder)

    # ---- documents ----

    @classmethod
    def _of(cls, native: _native.Budget) -> Self:
        budget = cls.__new__(cls)
        budget._native = native
        budget._draft = None
        return budget

    @classmethod
    def from_json(cls, document: str | bytes) -> Self:
        """Reads a ``phb-budget/1`` document; raises what is wrong with it, and where."""
        return cls._of(_native.Budget(document))

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Self:
        """Reads a file."""
        return cls.from_json(_convert.file_text(path))

    def to_json(self) -> str:
        """The budget as a document."""
        return self._open().json()

    # ---- what follows from it ----

    def cost(
        self,
        rates: Rates | None = None,
        *,
        policy: Policy | None = None,
        law_on: date | None = None,
        refuse_provisional: bool = False,
        trace: Trace = Trace.FIGURES,
    ) -> Costing:
        """Costs it: each day by the law of that day, to the penny.

        Without rates, by those built in. ``law_on`` costs every day by the law of one.
        ``refuse_provisional`` refuses law that is not yet held. ``trace`` says which steps to keep.
        """
        _convert.flag(refuse_provisional, "refuse_provisional")
        return Costing._cost(self._open(), rates, policy, law_on, refuse_provisional, trace)

    def next_year(self) -> Budget:
        """The same package for the twelve months after the period."""
        return Budget._of(self._open().following())

    def _document(self) -> object:
        return self.to_json()

    def __reduce__(self) -> Recipe:
        return (type(self).from_json, (self.to_json(),))

    def __repr__(self) -> str:
        if self.closed:
            return "<Budget, closed>"
        said = self._drafted().members
        period = said["period"]
        counts = [
            f"{len(each)} {key if len(each) != 1 else key[:-1]}"
            for key in ("assistants", "lines", "funders")
            if (each := said.get(key))
        ]
        holds = f": {', '.join(counts)}" if counts else ""
        return f"<Budget from {period['start']} to {period['end']}{holds}>"
