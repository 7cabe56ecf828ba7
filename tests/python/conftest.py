"""What the tests share: where the sources are, and budgets to try things on."""

import importlib.util
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pandas
import phb
import pytest
from phb import _ranges

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "docs" / "examples"


def module_at(path):
    """A module of the sources that is in no package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run_python(code, *options, env=None):
    """Another interpreter with the package in it: what it prints; it must end well, and quietly."""
    run = subprocess.run(
        [sys.executable, *options, "-c", code],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env=env,
        cwd="/",
        timeout=120,
    )
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


@pytest.fixture
def root():
    return ROOT


@pytest.fixture
def budget():
    """Twenty hours a week at £13.50, and an insurance of £95 a year."""
    made = phb.Budget(start=date(2026, 4, 6), end=date(2027, 4, 5), cohort="adult_chc")
    made.assistant(
        "pa-1",
        hours={"weekday": (20, "13.50")},
        pay_frequency="weekly",
        leave="accrual",
        deployment="direct_payment",
    )
    made.line("ins", category="insurance", amount="95", per="year", deployment="direct_payment")
    return made


@pytest.fixture
def costing(budget):
    return budget.cost()


@pytest.fixture
def plan():
    return phb.Plan.read(EXAMPLES / "plans" / "adult-chc.json")


@pytest.fixture
def policy():
    return phb.Policy.read(EXAMPLES / "policies" / "north.json")


@pytest.fixture
def schedule():
    return phb.Schedule.build(
        as_of=date(2026, 6, 1), regimes={"nhs_direct_payment": date(2026, 4, 6)}, reference="x-1"
    )


@pytest.fixture
def slips():
    """A hundred payslips as a frame, each type of column among them."""
    dice = Random(7)
    return pandas.DataFrame(
        {
            "paid_on": pandas.to_datetime(
                [date(2026, 4, 6) + timedelta(days=n) for n in range(100)]
            ),
            "frequency": pandas.Categorical(dice.choices(["weekly", "monthly"], k=100)),
            "letter": pandas.Categorical(dice.choices("ABCHMZ", k=100)),
            "gross_pence": dice.choices(range(600_000), k=100),
        },
        index=[f"slip {n}" for n in range(100)],
    )


@pytest.fixture
def small_ranges(monkeypatch):
    """Rows are taken by sevens, until this is undone."""
    for pace in ("COLUMNS", "DOCUMENTS"):
        monkeypatch.setattr(_ranges, pace, getattr(_ranges, pace)._replace(range_rows=7))
    return monkeypatch
