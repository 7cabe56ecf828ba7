"""What a budget costs, and why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from phb import _native
from phb._convert import days_or_none, known_date_of, text
from phb._handle import Recipe, Result, opened
from phb._pages import Pages
from phb.choices import Trace
from phb.comparison import Comparison
from phb.money import Money
from phb.policy import Policy
from phb.rates import Rates, _stacked
from phb.report import Report
from phb.table import Table

if TYPE_CHECKING:
    from phb.rows import Instalment, Line, Note, Payslip, Step, Total


def _again(
    budget: str,
    overlays: tuple[bytes, ...],
    policy: str | None,
    law_on: date | None,
    refuse_provisional: bool,
    trace: int,
    edition: str,
) -> Costing:
    """Costs again what was costed elsewhere; other law would give other figures."""
    costing = Costing._cost(
        _native.Budget(budget),
        _stacked(overlays),
        None if policy is None else Policy.from_json(policy),
        law_on,
        refuse_provisional,
        Trace(trace),
    )
    if costing.rates_edition != edition:
        raise ValueError(f"costed with rates {edition}; this library holds {costing.rates_edition}")
    return costing


class Costing(Result[_native.Costing], Pages):
    """What a budget costs: lines, payslips, totals, instalments, notes, and the steps behind every
    figure. Immutable; any number of threads may read it. Made by ``Budget.cost``."""

    __slots__ = ("_overlays", "_policy", "_said", "_settings")
    _said: _native.Budget
    _overlays: tuple[bytes, ...]
    _policy: _native.Policy | None
    _settings: tuple[date | None, bool, Trace]

    @classmethod
    def _cost(
        cls,
        budget: _native.Budget,
        rates: Rates | None,
        policy: Policy | None,
        law_on: date | None,
        refuse_provisional: bool,
        trace: Trace,
    ) -> Costing:
        by_rates = opened(rates, Rates, "rates")
        by_policy = opened(policy, Policy, "policy")
        costing = cls.__new__(cls)
        costing._said = budget
        costing._overlays = () if rates is None else rates._overlays
        costing._policy = by_policy
        costing._settings = (law_on, refuse_provisional, trace)
        costing._native = budget.costed(
            by_rates,
            by_policy,
            days_or_none(law_on, "law_on"),
            int(refuse_provisional),
            Trace(trace),
        )
        return costing

    # ---- figures ----

    @property
    def total(self) -> Money:
        """The total of the budget."""
        return Money._known(self._open().total_pence())

    @property
    def provisional(self) -> bool:
        """Does any line rest on law that is announced or carried?"""
        return bool(self._open().is_provisional())

    @property
    def start(self) -> date:
        """The first day of the period."""
        return known_date_of(self._open().start())

    @property
    def end(self) -> date:
        """The last day of the period."""
        return known_date_of(self._open().end())

    @property
    def rates_edition(self) -> str:
        """The edition of the rates used."""
        return self._open().rates_edition()

    @property
    def policy_edition(self) -> str:
        """The edition of the policy used, "" for none."""
        return self._open().policy_edition()

    # ---- tables ----

    @property
    def lines(self) -> Table[Line]:
        """Every line of the costing."""
        native = self._open().table(_native.COSTING_LINES)
        return Table._made(native, self._open(), "Line", (getattr, (self, "lines")), (self,))

    @property
    def payslips(self) -> Table[Payslip]:
        """The payslips behind the lines."""
        native = self._open().table(_native.COSTING_PAYSLIPS)
        return Table._made(native, self._open(), "Payslip", (getattr, (self, "payslips")))

    @property
    def totals(self) -> Table[Total]:
        """Every total, and totals by category, deployment, funder and financial year."""
        native = self._open().table(_native.COSTING_TOTALS)
        return Table._made(native, self._open(), "Total", (getattr, (self, "totals")))

    @property
    def instalments(self) -> Table[Instalment]:
        """The payments of the direct payment, if the budget says how it is paid."""
        native = self._open().table(_native.COSTING_INSTALMENTS)
        return Table._made(native, self._open(), "Instalment", (getattr, (self, "instalments")))

    @property
    def notes(self) -> Table[Note]:
        """What was assumed or carried."""
        native = self._open().table(_native.COSTING_NOTES)
        return Table._made(native, self._open(), "Note", (getattr, (self, "notes")))

    @property
    def steps(self) -> Table[Step]:
        """The trace: a parent always before its children. Empty without a trace."""
        native = self._open().table(_native.COSTING_STEPS)
        return Table._made(native, self._open(), "Step", (getattr, (self, "steps")))

    def totals_by(self, what: str) -> dict[str, Money]:
        """One total by its parts: "category", "deployment", "funder" or "financial_year"."""
        wanted = f"by_{text(what, 'what')}"
        return {each.key: each.amount for each in self.totals if each.total == wanted}

    # ---- what follows from it ----

    def explain(self, line: Line | str | None = None) -> str:
        """Explains one line step by step, every rate with its source; without one the whole
        budget."""
        return self._explained(line, _native.FORMAT_TEXT)

    def explain_html(self, line: Line | str | None = None) -> str:
        """The same as a part of a page: lists inside one another."""
        return self._explained(line, _native.FORMAT_HTML)

    def _explained(self, line: Line | str | None, format: int) -> str:
        line_id = line if line is None or isinstance(line, str) else line.id
        return self._open().explained(line_id, format)

    def check(self, *, as_of: date | None = None) -> Report:
        """Is the money enough, lawful and explained? By the rates and policy it was costed with."""
        native = self._open().checked(days_or_none(as_of, "as_of"))
        return Report._made(native, (_check, (self, as_of)))

    def compare(self, after: Costing) -> Comparison:
        """What differs in another costing, line by line, and why."""
        if not isinstance(after, Costing):
            raise TypeError(f"after must be a Costing, not {type(after).__name__}")
        native = self._open().compared(after._open())
        return Comparison._made(native, (Costing.compare, (self, after)))

    def to_json(self, *, steps: bool = False) -> str:
        """A ``phb-costing/1`` document, with its steps if asked."""
        return self._open().json(int(steps))

    def _rendered(self, format: int) -> str:
        return self._open().rendered(format)

    def _document(self) -> object:
        return (self.to_json(), self._settings[2])

    def __reduce__(self) -> Recipe:
        law_on, refuse_provisional, trace = self._settings
        edition = self.rates_edition
        policy = None if self._policy is None else self._policy.json()
        said = self._said.json()
        return (
            _again,
            (said, self._overlays, policy, law_on, refuse_provisional, int(trace), edition),
        )

    def __repr__(self) -> str:
        if self.closed:
            return "<Costing, closed>"
        provisional = ", provisional" if self.provisional else ""
        return (
            f"<Costing {self.total} from {self.start} to {self.end},"
            f" rates {self.rates_edition}{provisional}>"
        )


def _check(costing: Costing, as_of: date | None) -> Report:
    return costing.check(as_of=as_of)
