"""Handles: closing, None, threads, fork and the end of the interpreter."""

import os
import threading

import phb
import pytest
from conftest import run_python
from phb import _native

HANDLES = ["budget", "costing", "plan", "policy", "schedule"]


@pytest.mark.parametrize("name", HANDLES)
def test_closing_twice_is_harmless_and_use_after_it_is_refused(name, request):
    handle = request.getfixturevalue(name)
    with handle as entered:
        assert entered is handle
        assert not handle.closed
    handle.close()
    assert handle.closed
    assert "closed" in repr(handle)
    with pytest.raises(ValueError, match=f"this {type(handle).__name__} is closed"):
        handle.to_json()
    with pytest.raises(ValueError, match="closed"), handle:
        pass


def test_what_was_taken_out_stays_good(budget):
    with budget.cost() as costing:
        lines, amounts, report = costing.lines, costing.lines.column("amount"), costing.check()
    budget.close()
    assert lines[0].amount.pence == amounts[0]
    assert len(report) > 0
    with pytest.raises(ValueError, match="closed"):
        lines[0].explain()


def test_closed_rates_are_refused(budget):
    rates = phb.Rates.builtin()
    rates.close()
    with pytest.raises(ValueError, match="this Rates is closed"):
        budget.cost(rates)


NATIVE = [
    kind
    for kind in vars(_native).values()
    if isinstance(kind, type) and hasattr(kind, "__swig_destroy__")
]


@pytest.mark.parametrize("kind", NATIVE, ids=lambda kind: kind.__name__)
def test_none_for_a_handle_is_refused(kind):
    """Each method, with None for itself and something plausible for the rest."""
    tried = 0
    for name, method in vars(kind).items():
        if name.startswith("_") or not callable(method):
            continue
        arguments = [None] * method.__code__.co_argcount
        for index in range(1, len(arguments)):
            arguments[index] = "{}" if method.__code__.co_varnames[index] in TEXTS else 1
        for index in range(1, len(arguments)):
            if method.__code__.co_varnames[index] in OPTIONAL:
                arguments[index] = None
        with pytest.raises((phb.PhbArgumentError, TypeError)):
            method(*arguments)
        tried += 1
    assert tried or kind.__name__ == "Rate"


TEXTS = {"json", "name", "wanted"}
OPTIONAL = {
    "rates",
    "policy",
    "superseded",
    "after",
    "key",
    "line_id",
    "section",
    "reference",
    "of",
}


def test_a_handle_of_another_kind_is_refused(plan):
    with pytest.raises(TypeError):
        _native.Costing.total_pence(plan._native)
    with pytest.raises(TypeError, match=r"rates must be phb\.Rates, not Plan"):
        plan.check(plan)
    with pytest.raises(TypeError, match=r"policy must be phb\.Policy, not str"):
        plan.check(policy="north/3")
    with pytest.raises(TypeError, match="after must be a Costing"):
        plan.budget.cost().compare(plan)


def test_misspelt_attributes_are_refused(costing):
    with pytest.raises(AttributeError):
        costing.totel = 1
    with pytest.raises(AttributeError):
        costing._native.totel = 1
    with pytest.raises((AttributeError, TypeError)):  # Python 3.11 says so in another way
        costing.lines[0].totel = 1
    with pytest.raises(AttributeError):
        costing.lines[0].amount = phb.Money(0)
    with pytest.raises(AttributeError):
        costing.total = phb.Money(0)


@pytest.mark.parametrize(
    "kind", [phb.Rates, phb.Costing, phb.Plan, phb.Policy, phb.Report, phb.Chain, phb.Table]
)
def test_what_is_not_made_by_calling_it_says_so(kind):
    with pytest.raises(TypeError):
        kind()


def test_eight_threads_read_one_costing(budget):
    costing, rates, document = budget.cost(), phb.Rates.builtin(), budget.to_json()
    expected = (costing.total, costing.to_json(), len(costing.check()))
    wrong = []

    def work():
        for _ in range(50):
            own = phb.Budget.from_json(document).cost(rates)
            found = (own.total, costing.to_json(), len(costing.check()))
            with pytest.raises(phb.PhbDocumentError, match=r"^byte 1"):
                phb.Budget.from_json("{")
            if found != expected:
                wrong.append(found)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_closing_in_one_thread_while_another_reads(budget):
    for _ in range(20):
        costing = budget.cost()
        reader = threading.Thread(target=lambda held=costing.lines: [row.amount for row in held])
        reader.start()
        costing.close()
        reader.join()


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_forked_child_goes_on(costing):
    child = os.fork()
    if child == 0:
        good = costing.total.pence > 0 and len(phb.Rates.builtin().table("employer_ni")) > 0
        os._exit(0 if good else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_the_interpreter_ends_with_live_objects():
    out = run_python(
        """
import atexit, builtins, threading
from datetime import date
import phb
budget = phb.Budget(start=date(2026, 4, 6), end=date(2027, 4, 5))
budget.line("x", category="other", amount="1", per="once", deployment="notional")
builtins.kept = (budget, budget.cost(), budget.cost().lines.column("amount"), phb.Rates.builtin())
cycle = [budget.cost().lines]
cycle.append(cycle)
atexit.register(lambda: print(budget.cost().total))
""",
        "-W",
        "error",
    )
    assert out == "£1.00\n"


def test_nothing_leaks():
    grown = run_python(
        """
import gc, resource
from datetime import date
import phb
budget = phb.Budget(start=date(2026, 4, 6), end=date(2027, 4, 5))
budget.line("x", category="other", amount="1", per="once", deployment="notional")

def use(times):
    for _ in range(times):
        costing = budget.cost()
        costing.lines[0], costing.check().worst, costing.to_json(), costing.lines.column("amount")
    gc.collect()

use(500)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
use(3000)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
    )
    assert int(grown) < 1024  # KiB
