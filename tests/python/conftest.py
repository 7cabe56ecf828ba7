"""What the tests share: where the sources are, and budgets to try things on."""

import importlib.util
import json
import re
import signal
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


def ends_at_the_third_range(ask):
    """Asks with a progress that somebody presses Ctrl-C at; ranges have seven rows."""
    done = []

    def tell(rows):
        done.append(rows)
        if len(done) == 3:
            signal.raise_signal(signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        ask(tell)
    assert done == [7, 7, 7]


def blocks_of(page):
    """What a page of the manual shows in Python."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def person(dice):
    """Somebody employed, as a row; None is not said."""
    start = date(2025, 4, 6) + timedelta(days=dice.randrange(365))
    by_night = dice.random() < 0.3
    return {
        "period_start": start,
        "period_end": start + timedelta(days=364),
        "weeks_in_year": dice.choice(["days", "52", None]),
        "claims_allowance": dice.choice([True, False, None]),
        "date_of_birth": dice.choice([None, date(dice.randrange(1945, 2008), 3, 14)]),
        "pay_frequency": dice.choice(["weekly", "fortnightly", "four_weekly", "monthly"]),
        "minutes_per_week": dice.randrange(60, 3000),
        "rate_penny_hundredths": dice.randrange(120000, 250000),
        "nights_per_week_hundredths": dice.randrange(100, 400) if by_night else None,
        "night_rate_penny_hundredths": dice.randrange(5000, 9000) * 100 if by_night else None,
        "days_per_week_hundredths": dice.choice([None, 300, 550]),
        "bank_holiday_minutes": 240,
        "bank_holiday_premium_penny_hundredths": dice.randrange(0, 90000),
        "leave_method": dice.choice(["accrual", "cover"]),
        "leave_by": dice.choice(["agency", "team", "relief"]),
        "leave_rate_penny_hundredths": dice.randrange(120000, 300000),
        "leave_night_rate_pence": dice.randrange(5000, 12000) if by_night else None,
        "pension_membership": dice.choice(["auto", "opted_in", "opted_out", None]),
        "sickness_weeks_hundredths": dice.randrange(0, 400),
        "sickness_cover_rate_penny_hundredths": dice.randrange(150000, 300000),
        "sickness_cover_night_rate_pence": dice.randrange(5000, 12000) if by_night else None,
    }


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
def dearer_ni():
    """The law, but that the rate of National Insurance is 20% from 6 April 2026."""
    source = {"title": "t", "citation": "c", "read_in": "r", "checked_against": []}
    rate = {
        "key": "employer_ni.rate",
        "label": "l",
        "unit": "ppm",
        "cuts_payslip": True,
        "values": [{"from": "2026-04-06", "value": 200_000, "source": "s"}],
    }
    overlay = {"format": 1, "family": "dearer", "version": "1", "sources": {"s": source}}
    return phb.Rates.builtin().with_overlay(json.dumps(overlay | {"parameters": [rate]}))


@pytest.fixture
def schedule():
    return phb.Schedule.build(
        as_of=date(2026, 6, 1), regimes={"nhs_direct_payment": date(2026, 4, 6)}, reference="x-1"
    )


@pytest.fixture(scope="session")
def people():
    dice = Random(5)
    return [person(dice) for _ in range(200)]


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


@pytest.fixture(scope="session")
def spark(tmp_path_factory):
    """A Spark of this machine only: two workers, three rows a batch, and four attempts a task."""
    from pyspark.sql import SparkSession

    kept = tmp_path_factory.mktemp("spark")
    settings = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.local.dir": str(kept / "local"),
        "spark.sql.adaptive.coalescePartitions.enabled": "false",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "3",
        "spark.sql.shuffle.partitions": "7",
        "spark.sql.warehouse.dir": str(kept / "warehouse"),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PYSPARK_PYTHON", sys.executable)
        patched.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        session = SparkSession.builder.master("local[2,4]").config(map=settings).getOrCreate()
        session.sparkContext.setLogLevel("OFF")  # tasks fail on purpose
        yield session
        session.stop()
