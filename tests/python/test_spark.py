"""Questions asked of Spark, as far as there need be none: what travels, and where rows are cut."""

import inspect
import pickle
import sys
from datetime import date

import phb
import pyarrow
import pytest
from conftest import run_python
from phb import frame, spark

MONDAY = date(2026, 4, 6)
#: 27,000 pence are paid for a week.
SLIP = {"frequency": phb.PayFrequency.WEEKLY, "paid_on": MONDAY, "gross_pence": 27000}


def question(rates, **said):
    given = {"ask": frame.employer_ni, "arguments": SLIP, "keys": (), "release": spark._release()}
    return spark._Question(documents=spark._documents(rates), **given | said)


def paid_of(asked):
    """What it answers of one row."""
    (batch,) = pyarrow.table({"row": [1]}).to_batches()
    return [row["employer_ni_pence"] for each in asked.run([batch]) for row in each.to_pylist()]


@pytest.mark.parametrize("name", frame.__all__)
def test_a_question_is_asked_as_it_is_of_a_frame(name):
    one, other = (inspect.signature(getattr(module, name)).parameters for module in (spark, frame))
    differ = {"jobs", "progress", "order_by"}
    assert {key: (each.kind, each.default) for key, each in one.items() if key not in differ} == {
        key: (each.kind, each.default) for key, each in other.items() if key not in differ
    }
    assert len(getattr(spark, name).__doc__) > 60
    assert spark.__all__ == frame.__all__


def test_spark_is_not_imported_before_it_is_needed():
    code = (
        "import phb, sys; phb.spark.cost; print({'pyspark', 'pyarrow', 'numpy'} & {*sys.modules})"
    )
    assert run_python(code, "-W", "error") == "set()\n"


@pytest.mark.parametrize("name", frame.__all__)
def test_without_pyspark_a_sentence_says_what_is_missing(name, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark", None)
    arguments = {"column": "document"} if name == "check" else {}
    with pytest.raises(ImportError, match=r"^phb\.spark needs pyspark and pyarrow: pip install"):
        getattr(spark, name)(None, **arguments)


# ---- what travels ----


def test_rates_travel_as_documents_and_are_made_once(dearer_ni):
    """£270.00 less £96.00 at 20% is £34.80, and at the 15% of the law £26.10."""
    sent = pickle.dumps(question(dearer_ni))
    assert len(sent) < 2000
    spark._made.cache_clear()
    assert [paid_of(pickle.loads(sent)) for _ in range(3)] == [[3480]] * 3
    assert spark._made.cache_info().misses == 1
    assert paid_of(question(None)) == [2610]


def test_a_policy_travels_too(policy):
    documents = pickle.loads(pickle.dumps(spark._documents(None, policy)))
    assert spark._made(documents["policy"]) == policy
    closed = phb.Rates.builtin()
    closed.close()
    with pytest.raises(ValueError, match="closed"):
        spark._documents(closed)
    with pytest.raises(TypeError, match=r"policy must be phb\.Policy, not str"):
        spark._documents(None, "north")


def test_a_worker_with_another_library_answers_nothing():
    with pytest.raises(RuntimeError, match=r"asked by phb .*'1999\.1'.* this worker has"):
        paid_of(question(None, release=("0.0.1", "1999.1")))


# ---- employers ----


@pytest.mark.parametrize(
    ("batches", "tables"),
    [
        ([[1, 1, 2], [2, 2, 3], [3]], [[1, 1], [2, 2, 2], [3, 3]]),
        ([[1], [1], [1], [2]], [[1, 1, 1], [2]]),
        ([[1], [2], [3]], [[1], [2], [3]]),
        ([[1, 1], [2, 2], [2, 3]], [[1, 1], [2, 2, 2], [3]]),
        ([[None, None], [None, 1], [1, 1]], [[None, None], [None], [1, 1, 1]]),
        ([[None], [1]], [[None], [1]]),
        ([["north"], [], ["north", "south"]], [["north", "north"], ["south"]]),
        ([[], []], []),
        ([], []),
    ],
)
def test_no_employer_is_cut(batches, tables):
    kind = pyarrow.string() if ["north"] in batches else pyarrow.int64()
    given = [pyarrow.record_batch({"employer": pyarrow.array(each, kind)}) for each in batches]
    cut = spark._whole_employers(given, "employer")
    assert [each["employer"].to_pylist() for each in cut] == tables


def test_rows_of_an_employer_must_be_told_apart():
    rows = {"employer": [1, 1, 2, None, None], "day": [1, 2, 1, 3, 3], "shift": [1, 1, 1, 1, 1]}
    table = pyarrow.table(rows)
    spark._refuse_ties(table, ("employer", "day"))
    spark._refuse_ties(table, ("employer", "shift", "day"))
    for keys in (("employer",), ("employer", "shift")):
        with pytest.raises(ValueError, match="order_by must tell the rows of an employer apart"):
            spark._refuse_ties(table, keys)
    nobody = pyarrow.table({"employer": [1, 1], "day": [None, None]})
    with pytest.raises(ValueError, match="order_by must"):
        spark._refuse_ties(nobody, ("employer", "day"))
