"""Questions asked of a real Spark: what one call of ``phb.frame`` answers, however rows are cut."""

import os
from datetime import date, timedelta
from random import Random

import phb
import pyarrow
import pytest
from conftest import EXAMPLES, blocks_of
from phb import frame
from phb import spark as asked

pytestmark = [
    pytest.mark.long,
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas"),
]

MONDAY = date(2026, 4, 6)
FULL_TIME = {
    "period_start": MONDAY,
    "period_end": date(2027, 4, 5),
    "pay_frequency": phb.PayFrequency.MONTHLY,
    "leave_method": phb.LeaveMethod.ACCRUAL,
    "minutes_per_week": 2400,
    "rate_penny_hundredths": 200_000,
}
#: Shares of eleven who are paid the same: £10,500.00 is eleven times £954.54 and six pence more.
ODD_PENNIES = [-95455] * 6 + [-95454] * 5
PARTITIONS = (1, 2, 7, 64)


@pytest.fixture
def settings(spark):
    """Sets one of Spark's for a test."""
    before = {}

    def set_one(name, value):
        before.setdefault(name, spark.conf.get(name))
        spark.conf.set(name, value)

    yield set_one
    for name, value in before.items():
        spark.conf.set(name, value)


@pytest.fixture
def rows(people):
    """Two hundred people employed, as an Arrow table; `row` tells them apart."""
    return pyarrow.Table.from_pylist([each | {"row": row} for row, each in enumerate(people)])


def in_partitions(spark, table, count):
    """Dealt out in no order; the sixty-fourth part of a few rows is often nothing."""
    return spark.createDataFrame(table).repartition(count)


def told_by_row(made):
    return {row["row"]: row.asDict() for row in made.collect()}


def joined(table, answers):
    """What should come out: each row, and the answers to the right of it."""
    both = zip(table.to_pylist(), answers.to_pylist(), strict=True)
    return {row["row"]: row | answer for row, answer in both}


def shuffled(table, seed=3):
    return table.take(Random(seed).sample(range(len(table)), len(table)))


def with_employers(table):
    """In order of employers of 1 to 19 rows, but for 20 rows without one; most of them claim."""
    dice = Random(11)
    numbers = [number for number in range(200) for _ in range(dice.randrange(1, 20))]
    claims = dice.choices([True, False], [5, 1], k=200)
    employer = pyarrow.array(numbers[:180] + [None] * 20, pyarrow.int64())
    claiming = table.drop_columns("claims_allowance").append_column("claims_allowance", [claims])
    return claiming.append_column("employer", employer)


@pytest.mark.parametrize("count", PARTITIONS)
def test_costs_in_however_many_partitions(spark, rows, count):
    made = asked.cost(in_partitions(spark, rows, count), law_on=MONDAY)
    expected = frame.cost(rows, law_on=MONDAY)
    assert made.rdd.getNumPartitions() == count
    assert made.columns == rows.column_names + expected.column_names
    assert told_by_row(made) == joined(rows, expected)


@pytest.mark.parametrize("count", PARTITIONS)
@pytest.mark.parametrize("kind", ["bigint", "string"])
def test_no_employer_is_cut(spark, settings, rows, count, kind):
    """With three rows a batch, most of the employers would be."""
    table = with_employers(rows)
    settings("spark.sql.shuffle.partitions", count)
    given = in_partitions(spark, shuffled(table), 5)
    made = asked.cost(given.withColumn("employer", given["employer"].cast(kind)), order_by="row")
    assert made.rdd.getNumPartitions() == count
    got = told_by_row(made.withColumn("employer", made["employer"].cast("bigint")))
    expected = joined(table, frame.cost(table))
    assert len({row["allowance_pence"] for row in expected.values()}) > 50
    assert got == expected


@pytest.mark.parametrize("count", PARTITIONS)
@pytest.mark.parametrize("order_by", ["row", ["day", "back"]])
def test_the_odd_pennies_go_to_the_first(spark, settings, count, order_by):
    settings("spark.sql.shuffle.partitions", count)
    rows = {"row": range(11), "back": range(11, 0, -1), "day": [MONDAY] * 11, "employer": [7] * 11}
    given = in_partitions(spark, shuffled(pyarrow.table(rows)), 3)
    made = asked.cost(given, **FULL_TIME, claims_allowance=True, order_by=order_by)
    got = [row["allowance_pence"] for _, row in sorted(told_by_row(made).items())]
    in_order = got if order_by == "row" else got[::-1]
    assert in_order == ODD_PENNIES


def test_who_has_no_employer_is_one_alone(spark):
    """The National Insurance of each is less than an allowance, so that nobody pays any: nobody
    shares one. And they are not heaped in one partition."""
    given = spark.range(100).withColumnRenamed("id", "row").selectExpr("row", "null employer")
    made = asked.cost(given, **FULL_TIME, claims_allowance=True, order_by="row")
    told = told_by_row(made).values()
    assert all(0 < row["employer_ni_pence"] == -row["allowance_pence"] for row in told)
    assert len({row["part"] for row in made.selectExpr("spark_partition_id() part").collect()}) > 3


def test_words_that_a_collation_takes_for_one(spark):
    """Spark would sort these among each other; here each is an employer with an allowance."""
    words = [(row, "North" if row % 2 else "north") for row in range(8)]
    given = spark.createDataFrame(words, "row int, employer string collate UTF8_LCASE")
    made = asked.cost(given, **FULL_TIME, claims_allowance=True, order_by="row")
    told = told_by_row(made).values()
    for word in ("North", "north"):
        shares = [row["allowance_pence"] for row in told if row["employer"] == word]
        assert shares == [-262_500] * 4  # £10,500.00 in four


def test_texts_are_in_the_order_of_their_letters(spark):
    """Capitals come first, as in Python, and have the odd pennies; a collation has them last."""
    words = [(row, 1, word) for row, word in enumerate("FGHIJKabcde")]
    given = spark.createDataFrame(words, "row int, employer int, name string collate UTF8_LCASE")
    made = asked.cost(given, **FULL_TIME, claims_allowance=True, order_by="name")
    got = [row["allowance_pence"] for _, row in sorted(told_by_row(made).items())]
    assert got == ODD_PENNIES


@pytest.mark.parametrize("count", PARTITIONS)
def test_what_is_null_or_wrong_is_told_row_by_row(spark, rows, count):
    dice = Random(17)
    holed = pyarrow.table(
        {
            name: column
            if name == "row"
            else pyarrow.array(
                [None if dice.random() < 0.02 else value for value in column.to_pylist()],
                column.type,
            )
            for name, column in zip(rows.column_names, rows.columns, strict=True)
        }
    )
    minutes = pyarrow.array([-1, 10**12, *holed["minutes_per_week"].to_pylist()[2:]])
    index = holed.column_names.index("minutes_per_week")
    table = holed.set_column(index, "minutes_per_week", minutes)
    table = table.append_column("employed_since", pyarrow.nulls(len(table)))
    made = asked.cost(in_partitions(spark, table, count))
    expected = joined(table, frame.cost(table))
    assert {row["status"] for row in expected.values()} == {"OK", "INCOMPLETE", "RANGE"}
    assert told_by_row(made) == expected


def test_partitions_without_rows(spark, rows):
    given = in_partitions(spark, with_employers(rows), 64)
    for kept, left in (("row < 0", 0), ("row = 5", 1)):
        few = given.filter(kept)
        assert asked.cost(few, order_by="row").count() == left
        alone = asked.cost(few, employer=None)
        assert len(alone.collect()) == left
        assert alone.columns[-3:] == ["total_pence", "status", "certainty"]


@pytest.mark.parametrize("employer", [None, "employer"])
@pytest.mark.parametrize("where", ["before", "after"])
def test_a_task_that_fails_is_done_again(spark, rows, employer, where, tmp_path):
    """Each fails once, at its end: in what comes before the question, or in what comes after."""

    def fails_at_first(batches):
        from pyspark import TaskContext

        yield from batches
        task = TaskContext.get()
        if task.attemptNumber() == 0:
            (tmp_path / str(task.partitionId())).touch(exist_ok=False)
            raise RuntimeError("the first attempt fails")

    table = with_employers(rows)
    given = in_partitions(spark, shuffled(table), 5)
    if where == "before":
        given = given.mapInArrow(fails_at_first, given.schema)
    made = asked.cost(given, employer=employer, order_by=employer and "row")
    if where == "after":
        made = made.mapInArrow(fails_at_first, made.schema)
    assert told_by_row(made) == joined(table, frame.cost(table, employer=employer))
    failed = 7 if employer and where == "after" else 5
    assert len([*tmp_path.iterdir()]) == failed


def test_a_worker_makes_rates_once(spark, dearer_ni):
    """Sixty-four partitions of two batches each, in the few processes that there are."""
    arguments = {"paid_on": MONDAY, "gross_pence": 27000, "frequency": phb.PayFrequency.WEEKLY}
    question = asked._Question(
        frame.employer_ni, asked._documents(dearer_ni), arguments, (), asked._release()
    )

    def made_so_far(batches):
        paid = {
            row["employer_ni_pence"] for each in question.run(batches) for row in each.to_pylist()
        }
        told = {"process": os.getpid(), "made": asked._made.cache_info().misses, "paid": paid.pop()}
        yield pyarrow.RecordBatch.from_pylist([told])

    given = spark.range(384).repartition(64)
    told = given.mapInArrow(made_so_far, "process long, made long, paid long").collect()
    assert len(told) == 64
    assert {row["paid"] for row in told} == {3480}
    processes = {row["process"] for row in told}
    assert len({(row["process"], row["made"]) for row in told}) == len(processes) < 10


# ---- the other questions ----


@pytest.mark.parametrize("count", PARTITIONS)
def test_payslips(spark, slips, count, dearer_ni):
    days = [day.date() for day in slips["paid_on"]]
    rows = slips.assign(row=range(100), paid_on=days)
    table = pyarrow.Table.from_pandas(rows.astype({"frequency": "str", "letter": "str"}))
    given = in_partitions(spark, table, count)
    for one, other, rates in (
        (asked.employer_ni, frame.employer_ni, None),
        (asked.employer_ni, frame.employer_ni, dearer_ni),
        (asked.employer_pension, frame.employer_pension, dearer_ni),
    ):
        expected = joined(table, other(table, rates=rates))
        assert told_by_row(one(given, rates=rates)) == expected


@pytest.mark.parametrize("count", PARTITIONS)
def test_wages_and_reviews(spark, policy, count):
    days = [MONDAY + timedelta(days=9 * n) for n in range(60)]
    dice = Random(3)
    born = [dice.choice([None, date(dice.randrange(1960, 2010), 5, 4)]) for _ in range(60)]
    pay = dice.choices(range(70_000, 150_000), k=60)
    table = pyarrow.table({"row": range(60), "on": days, "born": born, "pay": pay})
    given = in_partitions(spark, table, count)
    said = {"day": "on", "date_of_birth": "born", "rate_penny_hundredths": "pay"}
    expected = joined(table, frame.minimum_wage(table, **said))
    assert told_by_row(asked.minimum_wage(given, **said)) == expected
    for local in (None, policy):
        said = {"anchor": "on", "regime": phb.Regime.NHS_DIRECT_PAYMENT, "policy": local}
        expected = joined(table, frame.reviews(table, **said))
        assert told_by_row(asked.reviews(given, **said)) == expected


@pytest.mark.parametrize("count", PARTITIONS)
def test_checks(spark, policy, count):
    plan = (EXAMPLES / "plans" / "draft.json").read_text(encoding="utf-8")
    budget = (EXAMPLES / "budgets" / "adult-chc.json").read_text(encoding="utf-8")
    documents = [plan, budget, None, "{", policy.to_json()] * 3
    table = pyarrow.table({"row": range(15), "document": documents})
    given = in_partitions(spark, table, count)
    for local in (None, policy):
        said = {"policy": local, "as_of": MONDAY}
        expected = joined(table, frame.check(table, "document", **said))
        assert told_by_row(asked.check(given, "document", **said)) == expected
    as_bytes = given.withColumn("document", given["document"].cast("binary"))
    got = told_by_row(asked.check(as_bytes, "document"))
    assert [got[row]["status"] for row in range(5)] == [
        *("OK", "OK", "INCOMPLETE", "JSON_SYNTAX", "ARGUMENT")
    ]  # fmt: skip


# ---- columns ----


def test_columns_of_every_type_that_is_taken(spark, settings):
    """£270.00 in a week: £270.00 less £96.00 at 15% is £26.10."""
    settings("spark.sql.execution.arrow.useLargeVarTypes", "true")
    for number in ("smallint", "int", "bigint"):
        for day in ("date", "timestamp_ntz"):
            given = spark.range(1).selectExpr(
                f"cast(27000 as {number}) pay", f"cast('2026-04-06' as {day}) day",
                "'weekly' frequency", "cast(65 as tinyint) letter",
                "map('a', array(1)) more", "timestamp'2026-04-06 12:00:00' at", "1.5 rate",
            )  # fmt: skip
            made = asked.employer_ni(given, paid_on="day", gross_pence="pay")
            (row,) = made.collect()
            assert (row["employer_ni_pence"], row["status"]) == (2610, "OK")
            assert row["more"] == {"a": [1]}
            assert made.schema[:7].fields == given.schema.fields
    types = [field.dataType.simpleString() for field in made.schema[7:]]
    assert types == ["bigint", "string", "string"]


def test_pounds_become_pence_as_the_manual_says(spark):
    """A hundred times 0.29 is 28.999999999999996 where pounds are floats."""
    from pyspark.sql.functions import col

    pounds = spark.range(1).selectExpr("cast('0.29' as decimal(10, 2)) pounds")
    assert pounds.select((col("pounds") * 100).cast("long")).first()[0] == 29


def test_what_is_wrong_is_said_before_spark_runs(spark):
    slip = spark.range(1).selectExpr(
        "27000.5D pounds", "cast(270 as decimal(10, 2)) pay", "now() at", "27000 gross_pence",
        "'weekly' frequency", "1 employer", "1 Status", "array(1) many", "id",
    )  # fmt: skip
    paid = slip.drop("Status")
    for given, arguments, error, message in (
        (paid, {"gross_pence": "pounds"}, TypeError, "'pounds', .* not float64: .* whole pence"),
        (paid, {"gross_pence": "pay"}, TypeError, r"whole numbers, not decimal128\(10, 2\)"),
        (paid, {"gross_pence": "many"}, TypeError, "'many', for gross_pence, must hold whole"),
        (paid, {"gross_pence": "salary"}, ValueError, "no column 'salary', for gross_pence"),
        (paid, {"gros_pence": "pay"}, TypeError, "there is no gros_pence; there are: paid_on, "),
        (paid, {"paid_on": "at"}, TypeError, "'at', for paid_on, must hold days"),
        (paid, {"frequency": None}, ValueError, "frequency is needed"),
        (paid, {"rates": "2026"}, TypeError, r"rates must be phb\.Rates"),
        (slip, {}, ValueError, "there is a column 'status' already"),
    ):
        with pytest.raises(error, match=message):
            asked.employer_ni(given, **{"paid_on": MONDAY} | arguments)
    for arguments, message in (
        ({}, "employer and order_by go together"),
        ({"employer": 1, "order_by": "id"}, "employer and order_by go together"),
        ({"employer": None, "order_by": "id"}, "employer and order_by go together"),
        ({"order_by": []}, "employer and order_by go together"),
        ({"order_by": ["employer"]}, "employer and order_by go together"),
        ({"order_by": ["id", "ID"]}, "there is no column 'ID', for employer or order_by"),
    ):
        with pytest.raises(ValueError, match=message):
            asked.cost(paid, **FULL_TIME, **arguments)
    for not_spark in (None, [1], pyarrow.table({"gross_pence": [1]})):
        with pytest.raises(TypeError, match="a frame must be one of Spark, not "):
            asked.employer_ni(not_spark, paid_on=MONDAY)


def test_rows_that_nothing_tells_apart_end_the_job(spark):
    from pyspark.errors import PythonException

    given = spark.range(9).selectExpr("id div 3 employer", "id div 2 day")
    with pytest.raises(PythonException, match="order_by must tell the rows of an employer apart"):
        asked.cost(given, **FULL_TIME, order_by="day").collect()


def test_the_blocks_of_the_manual_run_in_a_notebook(spark):
    """Where a notebook has a `spark` already."""
    blocks = [block for block in blocks_of("docs/python.md") if "phb.spark" in block]
    assert blocks
    exec("\n".join(blocks), {"spark": spark})
