"""Documents of whole frames, checked: what the calls for one find, on any number of threads."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from random import Random

import pandas
import phb
import polars
import pyarrow
import pytest
from conftest import EXAMPLES, ends_at_the_third_range
from phb import frame

MONDAY = date(2026, 4, 6)


def documents():
    plan = (EXAMPLES / "plans" / "draft.json").read_text(encoding="utf-8")
    budget = (EXAMPLES / "budgets" / "adult-chc.json").read_text(encoding="utf-8")
    policy = (EXAMPLES / "policies" / "north.json").read_text(encoding="utf-8")
    return [plan, budget, None, "{", policy, "\ud800"]


def test_checks(policy):
    given = documents()
    rows = pandas.DataFrame({"document": given}, index=range(10, 70, 10), dtype=object)
    made = frame.check(rows, "document", as_of=MONDAY)
    assert list(made.index) == list(rows.index)
    assert list(made["status"]) == [
        *("OK", "OK", "INCOMPLETE", "JSON_SYNTAX", "ARGUMENT", "UTF8")
    ]  # fmt: skip
    reports = [
        phb.Plan.from_json(given[0]).check(as_of=MONDAY),
        phb.Budget.from_json(given[1]).cost().check(as_of=MONDAY),
    ]
    for row, report in enumerate(reports):
        got = made.iloc[row]
        assert got["worst"] == str(report.worst)
        counts = got[["breaches", "gaps", "warnings", "notes"]].tolist()
        assert counts == [report.count_of(each) for each in phb.Severity]
        if report.next:
            assert got["next_rule"] == report.next.rule
    assert made.iloc[2:].drop(columns="status").isna().all(axis=None)
    assert frame.check(rows[:2], "document", policy=policy)["status"].tolist() == ["OK", "OK"]
    with pytest.raises(TypeError, match="column 'document' must hold str or bytes; row 0 is int"):
        frame.check(pandas.DataFrame({"document": [1]}), "document")
    with pytest.raises(ValueError, match="there is no column 'x'"):
        frame.check(rows, "x")


@pytest.fixture(scope="module")
def many():
    """A hundred and fifty documents, good and bad, in no order."""
    given = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("[bp]*/*.json"))]
    given += [*documents(), given[0].encode()]
    return pandas.DataFrame({"document": Random(3).choices(given, k=150)}, dtype=object)


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_however_documents_are_split(many, small_ranges, jobs):
    got = frame.check(many, "document", jobs=jobs)
    small_ranges.undo()
    assert got.equals(frame.check(many, "document", jobs=1))
    assert {"OK", "INCOMPLETE", "JSON_SYNTAX", "ARGUMENT", "UTF8"} == set(got["status"])


@pytest.mark.parametrize("jobs", [1, 3])
def test_documents_of_every_kind_of_frame(many, small_ranges, jobs):
    texts = many[many["document"].map(lambda each: isinstance(each, str) and each != "\ud800")]
    expected = frame.check(texts, "document", jobs=1)
    table = pyarrow.table({"document": texts["document"].tolist()})
    for given in (table, polars.from_arrow(table)):
        got = frame.check(given, "document", jobs=jobs)
        assert type(got) is type(given)
        got = got if given is table else got.to_arrow()
        for name in expected.columns:
            values = [None if value is pandas.NA else value for value in expected[name]]
            if name in ("worst", "next_rule"):
                values = [value if isinstance(value, str) else None for value in values]
            assert got[name].to_pylist() == values, name


def test_eight_threads_check_documents(many, small_ranges):
    expected = frame.check(many, "document", jobs=1)
    with ThreadPoolExecutor(8) as pool:
        found = [pool.submit(frame.check, many, "document", jobs=2) for _ in range(16)]
        assert all(each.result().equals(expected) for each in found)


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_the_first_row_that_is_no_document_is_told(many, small_ranges, jobs):
    wrong = many.copy()
    for row in (140, 20, 99):
        wrong.loc[row, "document"] = row
    for _ in range(10):
        with pytest.raises(TypeError, match="must hold str or bytes; row 20 is int"):
            frame.check(wrong, "document", jobs=jobs)
    wrong.loc[20, "document"] = bytearray(b"{}")  # which somebody could change meanwhile
    with pytest.raises(TypeError, match="row 20 is bytearray"):
        frame.check(wrong, "document", jobs=jobs)


@pytest.mark.parametrize("jobs", [1, 2])
def test_checks_are_interrupted_between_ranges(many, small_ranges, jobs):
    ends_at_the_third_range(lambda tell: frame.check(many, "document", jobs=jobs, progress=tell))


def test_checks_say_how_far_they_are(many):
    done = []
    frame.check(many, "document", jobs=2, progress=done.append)
    assert done == [32, 32, 32, 32, 22]


def test_jobs_of_checks_are_one_or_more(many):
    with pytest.raises(ValueError, match="jobs must be 1 or more"):
        frame.check(many, "document", jobs=0)
