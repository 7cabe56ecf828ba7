"""Others run while the library works, and nobody is harmed by it."""

import json
import os
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import phb
import pytest
from conftest import EXAMPLES, run_python
from phb import _native

NO_DAY = _native.DATE_NONE
NEVER = 1000  # seconds: nobody is made to let go of the lock
PATIENCE = 120  # seconds: others come to run on a machine that is busy, too
LINES = 900


def long(document):
    """The same with about as many lines as a budget may have."""
    more = {"category": "other", "amount": "1", "per": "month", "deployment": "notional"}
    document.setdefault("lines", []).extend({"id": f"l-{n}"} | more for n in range(LINES))
    return document


def example(path):
    return json.loads((EXAMPLES / path).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def things():
    """Long documents, and what comes of them, as the flat layer has them."""
    plan = example("plans/child.json")
    budget = json.dumps(long(plan["budget"]))
    made = {"rates": _native.Rates(), "budget document": budget, "plan document": json.dumps(plan)}
    made["budget"] = _native.Budget(budget)
    made["costing"] = made["budget"].costed(None, None, NO_DAY, 0, _native.TRACE_FIGURES)
    made["table"] = made["costing"].table(_native.COSTING_LINES)
    made["plan"] = _native.Plan(made["plan document"])
    made["report"] = made["plan"].checked(None, None, None, NO_DAY)
    made["chain"] = made["plan"].chained(None, None)
    return made


def cost(budget):
    return budget.costed(None, None, NO_DAY, 0, _native.TRACE_FIGURES)


def refuse(document):
    with pytest.raises(phb.PhbDocumentError, match=r"^byte "):
        _native.Budget(document[:-1])


WORK = {
    "read a budget": ("budget document", _native.Budget),
    "read a plan": ("plan document", _native.Plan),
    "refuse a budget": ("budget document", refuse),
    "check a document": (
        "budget document",
        lambda document: _native.check_document(document, None, None, NO_DAY),
    ),
    "write a budget": ("budget", lambda budget: budget.json()),
    "write a plan": ("plan", lambda plan: plan.json()),
    "write the budget of a plan": ("plan", lambda plan: plan.budget_json()),
    "cost": ("budget", cost),
    "next year": ("budget", lambda budget: budget.following()),
    "check a costing": ("costing", lambda costing: costing.checked(NO_DAY)),
    "check a plan": ("plan", lambda plan: plan.checked(None, None, None, NO_DAY)),
    "follow a plan": ("plan", lambda plan: plan.chained(None, None)),
    "hash a plan": ("plan", lambda plan: plan.digest()),
    "compare": ("costing", lambda costing: costing.compared(costing)),
    "write a costing": ("costing", lambda costing: costing.json(1)),
    "render a costing": ("costing", lambda costing: costing.rendered(_native.FORMAT_HTML)),
    "explain a costing": (
        "costing",
        lambda costing: costing.explained(None, _native.FORMAT_TEXT),
    ),
    "write a table": ("table", lambda table: table.json()),
    "render a table": ("table", lambda table: table.rendered(_native.FORMAT_CSV)),
    "write a report": ("report", lambda report: report.json()),
    "render a report": ("report", lambda report: report.rendered(_native.FORMAT_TEXT)),
    "write a chain": ("chain", lambda chain: chain.json()),
    "render a chain": ("chain", lambda chain: chain.rendered(_native.FORMAT_TEXT)),
    "list the law": ("rates", lambda rates: rates.law(None, NO_DAY)),
    "list holidays": ("rates", lambda rates: rates.holidays(16_000, 21_000)),
    "list the rules": ("rates", lambda rates: _native.rules_table()),
}
QUESTIONS = {
    "National Insurance": (
        "rates",
        lambda rates: _native.employer_ni(rates, 20_549, 1, "A", 27_000),
    ),
    "a sum": ("costing", lambda costing: costing.total_pence()),
}


class Others:
    """A thread that counts whenever it can, and gives way each time."""

    def __init__(self):
        self.count, self._stop = 0, False
        self._thread = threading.Thread(target=self._run)
        self._interval = sys.getswitchinterval()

    def _run(self):
        while not self._stop:
            self.count += 1
            time.sleep(0)

    def __enter__(self):
        sys.setswitchinterval(NEVER)
        self._thread.start()
        return self

    def __exit__(self, *raised):
        self._stop = True
        sys.setswitchinterval(self._interval)
        self._thread.join()

    def run_during(self, call, seconds):
        """Whether they ever run while a call lasts: only if it lets go of the lock."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            before = self.count
            call()
            if self.count != before:
                return True
        return False


@pytest.mark.parametrize("name", WORK)
def test_others_run_while_the_library_works(things, name):
    of, work = WORK[name]
    with Others() as others:
        assert others.run_during(lambda: work(things[of]), PATIENCE)


@pytest.mark.parametrize("name", QUESTIONS)
def test_others_wait_for_an_answer_that_is_there_at_once(things, name):
    of, question = QUESTIONS[name]
    with Others() as others:
        assert not others.run_during(lambda: question(things[of]), 0.2)


# ---- eight at once ----


def eight(work):
    """What eight threads give that begin together, each by its number."""
    together = threading.Barrier(8)

    def begin(number):
        together.wait()
        return work(number)

    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(begin, range(8)))


def wrong_at(row):
    """A budget in which the line of a row is of no category."""
    good = {"category": "other", "amount": "1", "per": "month", "deployment": "notional"}
    lines = [{"id": f"l-{n}"} | good for n in range(row)] + [{"id": "bad"} | good]
    lines[row]["category"] = "none of them"
    period = {"start": "2026-04-06", "end": "2027-04-05"}
    return json.dumps({"format": "phb-budget/1", "period": period, "lines": lines})


def test_each_thread_has_its_own_errors():
    """The document of each call is gone when the call ends, too."""

    def paths(number):
        found = set()
        for _ in range(100):
            with pytest.raises(phb.PhbDocumentError) as caught:
                phb.Budget.from_json(wrong_at(number * 10))
            found.add(caught.value.path)
        return found

    assert eight(paths) == [{f"/lines/{number * 10}/category"} for number in range(8)]


def test_eight_threads_work_on_the_same_things(things):
    """The same texts and totals as one thread has."""

    def ask(number):
        plan, budget, rates = things["plan"], things["budget"], things["rates"]
        costing = budget.costed(rates, None, NO_DAY, 0, _native.TRACE_FIGURES)
        report = plan.checked(rates, None, None, NO_DAY)
        comparison = costing.compared(things["costing"])
        return (
            costing.total_pence(),
            costing.json(1),
            things["costing"].rendered(_native.FORMAT_HTML),
            comparison.table(_native.COMPARISON_LINES).json(),
            report.json(),
            plan.digest(),
            budget.json(),
        )

    expected = ask(0)
    assert eight(ask) == [expected] * 8


def test_closing_while_another_thread_works():
    expected = phb.Budget.read(EXAMPLES / "budgets/adult-chc.json").cost().total
    for _ in range(50):
        budget = phb.Budget.read(EXAMPLES / "budgets/adult-chc.json")
        found = []

        def work(budget=budget, found=found):
            try:
                found.append(budget.cost().total)
            except ValueError as error:  # closed before it began
                found.append(str(error))

        worker = threading.Thread(target=work)
        worker.start()
        budget.close()
        worker.join()
        assert found in ([expected], ["this Budget is closed"])


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_child_is_forked_while_another_thread_works(things):
    stop = threading.Event()

    def work():
        while not stop.is_set():
            cost(things["budget"])

    worker = threading.Thread(target=work)
    worker.start()
    try:
        for _ in range(20):
            child = os.fork()
            if child == 0:
                os._exit(0 if cost(things["budget"]).total_pence() > 0 else 1)
            assert os.waitpid(child, 0)[1] == 0
    finally:
        stop.set()
        worker.join()


def test_the_interpreter_ends_while_threads_work():
    """Nobody waits for a daemon: it comes back from its work to no interpreter."""
    path = str(EXAMPLES / "plans/child.json")
    for _ in range(5):
        out = run_python(
            f"""
import threading, time
import phb
plan = phb.Plan.read({path!r})
begun = threading.Barrier(5)

def work():
    begun.wait()
    while True:
        plan.check()

for _ in range(4):
    threading.Thread(target=work, daemon=True).start()
begun.wait()
time.sleep(0.05)
print("done")
"""
        )
        assert out == "done\n"
