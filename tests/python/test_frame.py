"""Questions asked of whole frames: the pennies of the calls for one, in every kind of frame."""

import sys
import tracemalloc
import types
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

import numpy
import pandas
import phb
import polars
import pyarrow
import pytest
from conftest import ends_at_the_third_range, run_python
from phb import _native, _ranges, frame

MONDAY = date(2026, 4, 6)
COSTS = {
    "basic_pence": "pay",
    "leave_pence": "leave",
    "employer_ni_pence": "employer_ni",
    "pension_pence": "pension",
    "bank_holiday_pence": "bank_holiday",
    "cover_pence": "cover",
    "sickness_pence": "sickness",
    "sickness_cover_pence": "sickness_cover",
    "allowance_pence": "employment_allowance",
}
YEAR = {"period_start": MONDAY, "period_end": date(2027, 4, 5)}


# ---- rows ----


def scaled(value, places):
    return None if value is None else Decimal(value).scaleb(-places)


def assistant_of(row, name):
    """The same person as an argument of a budget."""
    hours = [
        phb.Hours(
            minutes_per_week=row["minutes_per_week"], rate=scaled(row["rate_penny_hundredths"], 4)
        )
    ]
    if row["nights_per_week_hundredths"] is not None:
        nights = scaled(row["nights_per_week_hundredths"], 2)
        rate = scaled(row["night_rate_penny_hundredths"], 4)
        hours.append(phb.Hours(type="sleep_in", nights_per_week=nights, rate=rate))
    leave = phb.Leave(method="accrual")
    if row["leave_method"] == "cover":
        leave = phb.Leave(
            method="cover",
            by=row["leave_by"],
            rate=scaled(row["leave_rate_penny_hundredths"], 4),
            night_rate=scaled(row["leave_night_rate_pence"], 2),
        )
    return {
        "id": name,
        "hours": hours,
        "leave": leave,
        "pay_frequency": row["pay_frequency"],
        "date_of_birth": row["date_of_birth"],
        "days_per_week": scaled(row["days_per_week_hundredths"], 2),
        "bank_holiday": phb.HolidayWork(
            minutes=row["bank_holiday_minutes"],
            premium=scaled(row["bank_holiday_premium_penny_hundredths"], 4),
        ),
        "pension": phb.Pension(membership=row["pension_membership"]),
        "sickness": phb.Sickness(
            weeks=scaled(row["sickness_weeks_hundredths"], 2),
            cover_rate=scaled(row["sickness_cover_rate_penny_hundredths"], 4),
            cover_night_rate=scaled(row["sickness_cover_night_rate_pence"], 2),
        ),
        "deployment": "direct_payment",
    }


def cost_of(rows):
    """What one budget with all of them costs, by category, in pence."""
    first = rows[0]
    claim = first["claims_allowance"]
    budget = phb.Budget(
        start=first["period_start"],
        end=first["period_end"],
        cohort="adult_chc",
        weeks_in_year=first["weeks_in_year"],
        employer=phb.Employer(employment_allowance=phb.Allowance(claim=claim)),
    )
    for number, row in enumerate(rows):
        budget.assistant(**assistant_of(row, f"pa-{number}"))
    costing = budget.cost()
    by_category = {key: amount.pence for key, amount in costing.totals_by("category").items()}
    costs = {name: by_category.get(category, 0) for name, category in COSTS.items()}
    return costs | {"total_pence": costing.total.pence}


def pandas_of(rows):
    """With each type a column may have."""
    made = pandas.DataFrame(rows)
    for name in made.columns:
        if name in ("period_start", "period_end", "date_of_birth"):
            made[name] = pandas.to_datetime(made[name])
        elif name == "claims_allowance":
            made[name] = made[name].astype("boolean")
        elif made[name].map(lambda value: isinstance(value, str)).any():
            made[name] = made[name].astype("category")
        elif made[name].isna().any():
            made[name] = made[name].astype("Int64")
    return made


# ---- the pennies of the calls for one ----


def test_costs_are_those_of_a_budget(people):
    made = frame.cost(pandas_of(people))
    assert set(made["status"]) == {"OK"}
    expected = [cost_of([row]) for row in people]
    assert made[list(expected[0])].to_dict("records") == expected


def test_assistants_of_an_employer_share_the_allowance(people):
    groups = [[dict(row, claims_allowance=True) for row in people[n : n + 3]] for n in range(50)]
    said = ("period_start", "period_end", "weeks_in_year")
    rows = [
        dict(row, employer=number, **{key: group[0][key] for key in said})
        for number, group in enumerate(groups)
        for row in group
    ]
    made = frame.cost(pandas_of(rows))
    assert set(made["status"]) == {"OK"}
    made["employer"] = [row["employer"] for row in rows]
    totals = made.groupby("employer")[[*COSTS, "total_pence"]].sum()
    for number, group in enumerate(groups):
        same = [dict(row, **{key: group[0][key] for key in said}) for row in group]
        assert totals.loc[number].to_dict() == cost_of(same)


def test_law_of_one_day(people):
    made = frame.cost(pandas_of(people[:20]), law_on=MONDAY, refuse_provisional=True)
    assert set(made["certainty"]) == {"in_force"}
    later = frame.cost(
        pandas_of(people[:20]), period_start=date(2027, 4, 6), period_end=date(2028, 4, 5)
    )
    assert set(later["certainty"]) == {"carried"}
    with pytest.raises(TypeError, match="refuse_provisional"):
        frame.cost(pandas_of(people[:20]), refuse_provisional=1)


def test_payslips(slips):
    ni, pension = frame.employer_ni(slips), frame.employer_pension(slips)
    assert set(ni["status"]) == {"OK"}
    for row, got, paid in zip(
        slips.itertuples(), ni["employer_ni_pence"], pension["employer_pension_pence"], strict=True
    ):
        said = {
            "gross_pence": row.gross_pence,
            "paid_on": row.paid_on.date(),
            "frequency": row.frequency,
        }
        assert got == phb.employer_ni(letter=row.letter, **said).pence
        assert paid == phb.employer_pension(**said).pence
    without = frame.employer_ni(slips, letter=None)
    everybody = frame.employer_ni(slips.assign(letter=pandas.Categorical(["A"] * 100)))
    assert without.equals(everybody)


def test_minimum_wage():
    dice = Random(3)
    rows = pandas.DataFrame(
        {
            "on": pandas.to_datetime([MONDAY + timedelta(days=n) for n in range(60)]),
            "born": pandas.to_datetime([date(dice.randrange(1960, 2010), 5, 4) for _ in range(60)]),
            "pay": dice.choices(range(70_000, 150_000), k=60),
        }
    )
    made = frame.minimum_wage(rows, day="on", date_of_birth="born", rate_penny_hundredths="pay")
    rates = phb.Rates.builtin()
    for row, got in zip(rows.itertuples(), made.itertuples(), strict=True):
        wage = rates.find("minimum_wage.hourly", on=row.on.date(), born=row.born.date()).value
        assert got.minimum_penny_hundredths == wage * 100
        assert got.shortfall_penny_hundredths == max(0, wage * 100 - row.pay)
    young = frame.minimum_wage(rows, day=MONDAY, age_years=17, rate_penny_hundredths="pay")
    wage = rates.find("minimum_wage.hourly", on=MONDAY, age=17).value
    assert set(young["minimum_penny_hundredths"]) == {wage * 100}


def test_reviews():
    anchors = [date(2026, 1, 31) + timedelta(days=13 * n) for n in range(40)]
    rows = pandas.DataFrame({"anchor": pandas.to_datetime(anchors)})
    for regime in ("nhs_direct_payment", "chc", "section_117"):
        made = frame.reviews(rows, regime=phb.Regime(regime))
        for anchor, due, latest in zip(anchors, made["due"], made["latest"], strict=True):
            schedule = phb.Schedule.build(as_of=anchor, regimes={regime: anchor}, reference="x")
            if schedule.next_review_latest is not None:
                assert latest.date() == schedule.next_review_latest
                assert due <= latest
    any_day = frame.reviews(rows, first_months=3, working_days=False)
    assert (any_day["due"] == any_day["latest"]).all()
    assert any_day["due"].dtype == "datetime64[s]"
    assert list(any_day.columns) == ["due", "latest", "status"]
    held = frame.reviews(rows, held_on=date(2027, 12, 1), first_months=3, every_months=6)
    assert set(held["latest"]) == {pandas.Timestamp(2028, 6, 1)}
    none = frame.reviews(rows, held_on=date(2027, 12, 1), first_months=3)
    assert none["due"].isna().all()
    assert set(none["status"]) == {"OK"}


# ---- frames of every kind ----


def test_the_index_stays(slips):
    made = frame.employer_ni(slips)
    assert made.index.equals(slips.index)
    assert list(made.columns) == ["employer_ni_pence", "status", "certainty"]
    assert made["employer_ni_pence"].dtype == "Int64"
    assert list(made["status"].cat.categories)[:2] == ["OK", "ARGUMENT"]
    twice = pandas.concat([slips, slips])
    assert frame.employer_ni(twice).index.equals(twice.index)


@pytest.mark.parametrize("made_of", ["arrow", "batch", "polars", "arrow in pandas", "chunked"])
def test_what_goes_in_comes_out(people, made_of):
    rows = pandas_of(people)
    expected = frame.cost(rows)
    table = pyarrow.Table.from_pandas(rows, preserve_index=False)
    given = {
        "arrow": lambda: table,
        "batch": lambda: table.combine_chunks().to_batches()[0],
        "polars": lambda: polars.from_arrow(table),
        "arrow in pandas": lambda: table.to_pandas(types_mapper=pandas.ArrowDtype),
        "chunked": lambda: pyarrow.concat_tables([table[:70], table[70:]]),
    }[made_of]()
    got = frame.cost(given)
    assert type(got) is type(given)
    if made_of == "polars":
        assert got.schema["total_pence"] == polars.Int64
        got = got.to_arrow()
    for name in expected.columns:
        column = got[name]
        values = column.tolist() if made_of == "arrow in pandas" else column.to_pylist()
        assert values == expected[name].tolist(), name


def test_nulls_are_not_said(slips):
    gross = slips["gross_pence"].astype("Int64")
    gross.iloc[3] = pandas.NA
    days = slips["paid_on"].copy()
    days.iloc[4] = pandas.NaT
    words = slips["frequency"].copy()
    words.iloc[5] = None
    holes = slips.assign(gross_pence=gross, paid_on=days, frequency=words)
    made = frame.employer_ni(holes)
    bad = made["status"] != "OK"
    assert numpy.flatnonzero(bad).tolist() == [3, 4, 5]
    assert made["employer_ni_pence"].isna().equals(bad)
    assert made["certainty"].isna().equals(bad)
    whole = frame.employer_ni(slips)
    assert made[~bad].equals(whole[~bad])
    arrow = frame.employer_ni(pyarrow.Table.from_pandas(holes, preserve_index=False))
    assert arrow["employer_ni_pence"].null_count == 3
    assert arrow["status"].to_pylist() == made["status"].tolist()
    arrow.validate(full=True)
    nobody = pyarrow.table({"letter": pyarrow.nulls(100)})
    arrow = pyarrow.Table.from_pandas(slips.drop(columns="letter"), preserve_index=False)
    arrow = arrow.append_column("letter", nobody["letter"])
    assert set(frame.employer_ni(arrow)["status"].to_pylist()) == {"OK"}


def test_words_and_letters_that_there_are_not(slips):
    words = slips["frequency"].cat.add_categories("daily").copy()
    words.iloc[0] = "daily"
    letters = slips["letter"].cat.add_categories(["AB", "é"]).copy()
    letters.iloc[1], letters.iloc[2] = "AB", "é"
    made = frame.employer_ni(slips.assign(frequency=words, letter=letters))
    assert made["status"].iloc[0] == "ARGUMENT"
    assert set(made["status"].iloc[1:3]) == {"RANGE"}
    assert set(made["status"].iloc[3:]) == {"OK"}


def test_bad_numbers_are_a_status(people):
    rows = pandas_of(people[:4])
    rows["minutes_per_week"] = [-60, 0, 10**12, 600]
    assert list(frame.cost(rows)["status"]) == ["RANGE", "RANGE", "RANGE", "OK"]


def test_a_trillion_pence(slips):
    made = frame.employer_ni(slips.assign(gross_pence=10**12))["employer_ni_pence"]
    one = phb.employer_ni(gross_pence=10**12, paid_on=MONDAY, frequency="weekly").pence
    assert one > 10**11
    row = slips[(slips["frequency"] == "weekly") & (slips["letter"] == "A")].index[0]
    assert made[row] == one


@pytest.mark.parametrize("made_of", ["pandas", "polars", "arrow"])
def test_empty_frames(people, made_of):
    rows = pandas_of(people)[:0]
    if made_of != "pandas":
        rows = pyarrow.Table.from_pandas(rows, preserve_index=False)
    rows = polars.from_arrow(rows) if made_of == "polars" else rows
    assert frame.cost(rows).shape == (0, 12)
    assert frame.cost(rows, jobs=3).shape == (0, 12)
    nothing = pandas.DataFrame({"d": pandas.Series([], dtype="str")})
    assert frame.check(nothing, "d").shape == (0, 7)
    with pytest.raises(ValueError, match="gross_pence is needed"):
        frame.employer_ni(nothing, paid_on=MONDAY, frequency=phb.PayFrequency.WEEKLY)


def test_columns_are_named_or_not(slips):
    renamed = slips.rename(columns={"gross_pence": "pay", "letter": "category letter"})
    made = frame.employer_ni(renamed, gross_pence="pay", letter="category letter")
    assert made.equals(frame.employer_ni(slips))
    same = frame.employer_ni(
        slips, gross_pence=27000, paid_on=MONDAY, frequency=phb.PayFrequency.WEEKLY, letter=None
    )
    assert set(same["employer_ni_pence"]) == {2610}
    for arguments, error, message in (
        ({"gross_pence": "salary"}, ValueError, "no column 'salary', for gross_pence"),
        ({"frequency": None}, ValueError, "frequency is needed"),
        ({"gros_pence": "pay"}, TypeError, "there is no gros_pence; there are: paid_on, "),
        ({"gross_pence": 27.5}, TypeError, "gross_pence must be .* not float"),
        ({"gross_pence": True}, TypeError, "gross_pence must be a whole number"),
        ({"paid_on": datetime(2026, 4, 6)}, TypeError, "paid_on must be a datetime.date"),
        ({"frequency": phb.LeaveMethod.COVER}, TypeError, "not LeaveMethod"),
        ({"frequency": 1}, TypeError, "frequency must be .* not int"),
        ({"jobs": 0}, ValueError, "jobs must be 1 or more"),
        ({"jobs": 1.5}, TypeError, "jobs"),
        ({"rates": "2026"}, TypeError, "rates must be phb.Rates"),
    ):
        with pytest.raises(error, match=message):
            frame.employer_ni(slips, **arguments)
    for not_a_frame in (None, [1], {"gross_pence": [1]}, slips["gross_pence"]):
        with pytest.raises(TypeError, match="a frame must be one of pandas or Polars"):
            frame.employer_ni(not_a_frame)
    closed = phb.Rates.builtin()
    closed.close()
    with pytest.raises(ValueError, match="closed"):
        frame.employer_ni(slips, rates=closed)


def test_results_belong_to_whoever_asked(people):
    rows = pandas_of(people[:5])
    before = rows.copy()
    made, again = frame.cost(rows), frame.cost(rows)
    made.loc[0, "total_pence"] = 1
    made.loc[1, "leave_pence"] = pandas.NA
    assert rows.equals(before)
    assert not made["basic_pence"].isna().any()
    assert frame.cost(rows).equals(again)


def test_an_answer_is_a_truth_value(people):
    rows = pandas_of(people[:4])
    with pytest.raises(TypeError, match="column 'claims_allowance' must hold truth values"):
        frame.cost(rows.assign(claims_allowance=[0, 1, 1, 0]))
    with pytest.raises(TypeError, match="claims_allowance must be True or False"):
        frame.cost(rows, claims_allowance=1)
    plain = rows.assign(claims_allowance=[True, False, True, False])
    masked = plain.assign(claims_allowance=plain["claims_allowance"].astype("boolean"))
    assert frame.cost(plain).equals(frame.cost(masked))


# ---- ranges and threads ----


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_however_rows_are_split(people, small_ranges, jobs):
    dice = Random(11)
    rows = pandas_of(people)
    rows["claims_allowance"] = True
    rows["employer"] = numpy.repeat(range(200), dice.choices(range(1, 20), k=200))[:200]
    rows["pay_frequency"] = phb.PayFrequency.WEEKLY.code
    got = frame.cost(rows, jobs=jobs)
    small_ranges.undo()
    assert got.equals(frame.cost(rows))


@pytest.mark.parametrize("kind", ["category", "str", "string", "Int64", "arrow"])
def test_employers_in_every_type(people, kind):
    rows = pandas_of(people[:9]).assign(claims_allowance=True)
    number = pandas.Series([3, 3, 3, None, None, 7, 7, 5, 5], dtype="Int64")
    expected = frame.cost(rows.assign(employer=number))
    assert len(set(expected["allowance_pence"])) == 9
    name = number.map({3: "north", 7: "south", 5: "west"}).astype("string")
    given = {"Int64": number, "arrow": name}.get(kind)
    rows = rows.assign(employer=name.astype(kind) if given is None else given)
    if kind == "arrow":
        table = frame.cost(pyarrow.Table.from_pandas(rows, preserve_index=False))
        assert table["total_pence"].to_pylist() == expected["total_pence"].tolist()
    elif kind != "str":  # which, in pandas 2, is object
        assert frame.cost(rows).equals(expected)


def test_where_employers_begin():
    employer = numpy.array([4, 4, 4, 9, 9])
    assert [_native.batch_cost_split(employer, 5, row) for row in range(6)] == [0, 3, 3, 3, 5, 5]
    assert _native.batch_cost_split(None, 5, 2) == 2
    with pytest.raises(phb.PhbArgumentError):
        _native.batch_cost_split(employer, 5, 6)
    with pytest.raises(phb.PhbArgumentError, match="employer does not have as many rows"):
        _native.batch_cost_split(employer, 6, 2)


def test_jobs(monkeypatch):
    monkeypatch.setattr("os.sched_getaffinity", lambda of: range(6), raising=False)
    for pace, enough in ((_ranges.COLUMNS, 100_000), (_ranges.DOCUMENTS, 100)):
        rows = (0, enough - 1, enough)
        assert [_ranges.jobs_of(None, some, pace) for some in rows] == [1, 1, 6]
        assert _ranges.jobs_of(3, 10, pace) == 3


def test_eight_threads(people, slips):
    rows = pandas_of(people)
    expected, paid = frame.cost(rows), frame.employer_ni(slips)
    with ThreadPoolExecutor(8) as pool:
        costs = [pool.submit(frame.cost, rows, jobs=2) for _ in range(24)]
        nis = [pool.submit(frame.employer_ni, slips) for _ in range(100)]
        assert all(each.result().equals(expected) for each in costs)
        assert all(each.result().equals(paid) for each in nis)


@pytest.mark.parametrize("jobs", [1, 2])
def test_interrupted_between_ranges(slips, small_ranges, jobs):
    ends_at_the_third_range(lambda tell: frame.employer_ni(slips, jobs=jobs, progress=tell))


@pytest.mark.parametrize("jobs", [1, 2])
def test_progress(slips, small_ranges, jobs, monkeypatch):
    done = []
    frame.employer_ni(slips, jobs=jobs, progress=done.append)
    assert sum(done) == 100
    assert len(done) == 15
    bars = []

    class Bar:
        def __init__(self, total, **options):
            self.total, self.done = total, 0
            bars.append(self)

        def __enter__(self):
            return self

        def __exit__(self, *raised):
            self.closed = True

        def update(self, rows):
            self.done += rows

    auto = types.ModuleType("tqdm.auto")
    auto.tqdm = Bar
    monkeypatch.setitem(sys.modules, "tqdm", types.ModuleType("tqdm"))
    monkeypatch.setitem(sys.modules, "tqdm.auto", auto)
    frame.employer_ni(slips, jobs=jobs, progress=True)
    assert [(bar.total, bar.done, bar.closed) for bar in bars] == [(100, 100, True)]
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    frame.employer_ni(slips, jobs=jobs, progress=True)
    assert len(bars) == 1


def test_no_more_memory_than_what_is_given():
    rows = 200_000
    given = {"gross_pence": numpy.full(rows, 27_000), "paid_on": numpy.full(rows, 20549, "i4")}
    slips = pandas.DataFrame(given)
    weekly = {"frequency": phb.PayFrequency.WEEKLY}
    frame.employer_ni(slips[:10], **weekly)
    tracemalloc.start()
    made = frame.employer_ni(slips, jobs=2, **weekly)
    held, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held < rows * 11 + 100_000  # an amount, its mask and two codes
    assert peak < rows * 16
    assert set(made["employer_ni_pence"]) == {2610}


def test_frames_say_what_they_do():
    for name in frame.__all__:
        assert len(getattr(frame, name).__doc__) > 100


def test_nothing_is_imported_before_it_is_needed():
    out = run_python(
        """
import sys
import phb
phb.frame.cost
heavy = ("numpy", "pandas", "polars", "pyarrow", "tqdm")
print([name for name in heavy if name in sys.modules])
""",
        "-W",
        "error",
    )
    assert out == "[]\n"


def test_a_frame_of_pandas_needs_no_arrow():
    code = "import sys; import pandas; sys.modules['pyarrow'] = sys.modules['polars'] = None\n"
    code += "import phb; df = pandas.DataFrame({'gross_pence': [27000]}); import datetime\n"
    code += "print(phb.frame.employer_ni(df, paid_on=datetime.date(2026, 4, 6),"
    code += " frequency=phb.PayFrequency.WEEKLY)['employer_ni_pence'].tolist())"
    assert run_python(code, "-W", "error") == "[2610]\n"
