"""A personalised care and support plan."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from typing import Self

from phb import _native
from phb._convert import date_of, days, days_or_none, file_text
from phb._handle import Handle, Recipe, opened
from phb.budget import Budget
from phb.chain import Chain
from phb.choices import Cohort, Kind, PlanStatus
from phb.policy import Policy
from phb.rates import Rates
from phb.report import Report
from phb.schedule import Happened, Renewal, Schedule, add_others


class Plan(Handle[_native.Plan]):
    """A care and support plan, read from a ``phb-plan/1`` document. Immutable.

    It is a health record: no exception, finding or repr quotes its free text; ``to_json`` and
    ``chain`` give that back to whoever holds the plan already.
    """

    __slots__ = ()

    def __init__(self) -> None:
        raise TypeError("a plan is Plan.from_json(document) or Plan.read(path)")

    @classmethod
    def from_json(cls, document: str | bytes) -> Self:
        """Reads a document; raises what is wrong with it, and where."""
        plan = cls.__new__(cls)
        plan._native = _native.Plan(document)
        return plan

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Self:
        """Reads a file."""
        return cls.from_json(file_text(path))

    def to_json(self) -> str:
        """The plan as a document, with all that was said, the NHS number too."""
        return self._open().json()

    @property
    def status(self) -> PlanStatus:
        """How far it has come."""
        return list(PlanStatus)[self._open().status_of() - 1]

    @property
    def cohort(self) -> Cohort | None:
        """Why the person has a budget."""
        code = self._open().cohort()
        return list(Cohort)[code - 1] if code else None

    @property
    def kind(self) -> Kind | None:
        """Ongoing or one-off."""
        code = self._open().kind()
        return list(Kind)[code - 1] if code else None

    @property
    def version(self) -> int | None:
        """The version, if it is said."""
        version = self._open().version()
        return None if version == _native.NUMBER_NONE else version

    @property
    def date_of_birth(self) -> date | None:
        """When the person was born."""
        return date_of(self._open().date_of_birth())

    @property
    def nhs_number_masked(self) -> str:
        """The NHS number with its last four digits alone, "" when there is none."""
        return self._open().masked_number()

    @property
    def content_hash(self) -> str:
        """The SHA-256 of what is signed, in hexadecimal."""
        return self._open().digest()

    @property
    def budget(self) -> Budget | None:
        """The budget in it, as one of its own; None when it has none, or only says where it is."""
        document = self._open().budget_json()
        return Budget.from_json(document) if document else None

    def check(
        self,
        rates: Rates | None = None,
        *,
        policy: Policy | None = None,
        superseded: Plan | None = None,
        as_of: date | None = None,
    ) -> Report:
        """Checks its ten sections, all that links them, the conditions of the law, and its
        budget."""
        native = self._open().checked(
            opened(rates, Rates, "rates"),
            opened(policy, Policy, "policy"),
            opened(superseded, Plan, "superseded"),
            days_or_none(as_of, "as_of"),
        )
        return Report._made(native, (_check, (self, rates, policy, superseded, as_of)))

    def chain(self, rates: Rates | None = None, *, policy: Policy | None = None) -> Chain:
        """Follows each need to its outcomes, actions and what pays for them."""
        native = self._open().chained(
            opened(rates, Rates, "rates"), opened(policy, Policy, "policy")
        )
        return Chain._made(native, (_chain, (self, rates, policy)))

    def schedule(
        self,
        rates: Rates | None = None,
        *,
        as_of: date | None = None,
        horizon: date | None = None,
        policy: Policy | None = None,
        happened: Sequence[Happened] = (),
        renewals: Sequence[Renewal] = (),
    ) -> Schedule:
        """When it must be reviewed, by what it says of its duties and the reviews held.

        ``as_of`` is the day to look from: unless said, the last day that the plan records.
        """
        request = self._open().reviews(
            days_or_none(as_of, "as_of"), opened(policy, Policy, "policy")
        )
        if horizon is not None:
            request.look_until(days(horizon, "horizon"))
        add_others(request, happened, renewals)
        native = request.built(opened(rates, Rates, "rates"))
        said = (self, rates, as_of, horizon, policy, happened, renewals)
        return Schedule._made(native, (_schedule, said))

    def _document(self) -> object:
        return self.to_json()

    def __reduce__(self) -> Recipe:
        return (type(self).from_json, (self.to_json(),))

    def __repr__(self) -> str:
        if self.closed:
            return "<Plan, closed>"
        version = "" if self.version is None else f" version {self.version}"
        return f"<Plan{version}, {self.status}>"


def _check(
    plan: Plan,
    rates: Rates | None,
    policy: Policy | None,
    superseded: Plan | None,
    as_of: date | None,
) -> Report:
    return plan.check(rates, policy=policy, superseded=superseded, as_of=as_of)


def _chain(plan: Plan, rates: Rates | None, policy: Policy | None) -> Chain:
    return plan.chain(rates, policy=policy)


def _schedule(
    plan: Plan,
    rates: Rates | None,
    as_of: date | None,
    horizon: date | None,
    policy: Policy | None,
    happened: Sequence[Happened],
    renewals: Sequence[Renewal],
) -> Schedule:
    return plan.schedule(
        rates,
        as_of=as_of,
        horizon=horizon,
        policy=policy,
        happened=happened,
        renewals=renewals,
    )
