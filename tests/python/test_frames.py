"""Tables as sequences, columns and data frames."""

import gc
from datetime import date

import numpy
import pandas
import phb
import polars
import pyarrow
import pytest
from conftest import EXAMPLES, run_python


def address(array):
    return array.__array_interface__["data"][0]


def test_a_table_is_a_sequence(costing):
    lines = costing.lines
    assert len(lines) == len(list(lines)) == 5
    assert lines[0] == next(iter(lines)) == lines[-5]
    assert lines[1:3] == [lines[1], lines[2]]
    assert lines[3] in lines
    assert next(reversed(lines)).id == "ins"
    assert lines.index(lines[2]) == 2
    for row in (5, -6):
        with pytest.raises(IndexError):
            lines[row]


def test_rows_have_the_types_of_python(costing):
    line = costing.lines[0]
    assert (type(line.amount), type(line.start), type(line.one_off)) == (phb.Money, date, bool)
    assert line.deployment is phb.Deployment.DIRECT_PAYMENT
    assert costing.payslips[0].frequency is phb.PayFrequency.WEEKLY
    assert costing.steps[0].parent is None
    assert costing.steps[line.step].value == line.amount.pence
    assert costing.check()[0].severity in phb.Severity
    assert hash(line) == hash(costing.lines[0])


def test_without_a_trace_there_are_no_steps(budget):
    costing = budget.cost(trace=phb.Trace.NONE)
    assert costing.lines[0].step is None
    assert len(costing.steps) == 0
    assert costing.steps.to_pandas().empty
    assert costing.steps.to_arrow().num_rows == 0
    with pytest.raises(phb.PhbInputError):
        costing.explain()


def test_a_column_is_the_library_s_own_memory(costing):
    view = costing.lines.column("amount")
    assert (view.format, view.itemsize, view.readonly, view.contiguous) == ("q", 8, True, True)
    assert costing.lines.column("start").format == "i"
    assert costing.lines.column("id")[0] == "pa-1/pay/2026-04-06"
    assert view.tolist() == [line.amount.pence for line in costing.lines]
    first, second = (numpy.asarray(costing.lines.column("amount")) for _ in range(2))
    assert address(first) == address(second)
    with pytest.raises(TypeError):
        view[0] = 1
    with pytest.raises(ValueError, match="read-only"):
        first[0] = 1
    with pytest.raises(KeyError, match="there is no such column; there are: id, of"):
        costing.lines.column("amuont")


def test_a_column_keeps_its_result_alive():
    budget = phb.Budget.read(EXAMPLES / "budgets" / "adult-chc.json")
    expected = [line.amount.pence for line in budget.cost().lines]
    kept = [budget.cost().lines.column("amount") for _ in range(200)]
    gc.collect()
    scratch = [budget.cost() for _ in range(200)]
    assert all(view.tolist() == expected for view in kept)
    del scratch


def test_pandas(costing):
    frame = costing.lines.to_pandas()
    assert list(frame.columns) == [
        "amount_pence" if name == "amount" else name for name in costing.lines.columns
    ]
    assert frame["amount_pence"].dtype == numpy.int64
    assert frame["start"].dtype == "datetime64[s]"
    assert frame["one_off"].dtype == bool
    assert frame["step"].dtype == "Int32"
    assert frame["amount_pence"].sum() == costing.total.pence
    assert frame["start"].iloc[0] == pandas.Timestamp(2026, 4, 6)
    by_category = frame.groupby("category")["amount_pence"].sum().to_dict()
    assert by_category == {
        key: amount.pence for key, amount in costing.totals_by("category").items()
    }


def test_pandas_looks_at_the_same_memory(costing):
    frame = costing.lines.to_pandas()
    amounts = frame["amount_pence"].to_numpy()
    assert address(amounts) == address(numpy.asarray(costing.lines.column("amount")))


def test_a_frame_outlives_its_costing(budget):
    frames = [budget.cost().lines.to_pandas() for _ in range(50)]
    arrows = [budget.cost().lines.to_arrow() for _ in range(50)]
    gc.collect()
    total = budget.cost().total.pence
    assert {int(frame["amount_pence"].sum()) for frame in frames} == {total}
    assert {arrow["amount_pence"].to_pandas().sum() for arrow in arrows} == {total}


def test_nobody_can_write_into_a_result(costing):
    frame = costing.lines.to_pandas()
    with pytest.raises(ValueError, match="read-only"):
        frame.loc[0, "amount_pence"] = 1
    frame["pounds"] = frame["amount_pence"] / 100
    frame["amount_pence"] = frame["amount_pence"] * 2
    copied = costing.lines.to_pandas(copy=True)
    copied.loc[0, "amount_pence"] = 1
    assert costing.lines[0].amount.pence == 1407857


def test_empty_values(plan):
    links = plan.chain().links
    frame = links.to_pandas()
    assert frame["amount_pence"].dtype == "Int64"
    expected = [None if link.amount is None else link.amount.pence for link in links]
    assert None in expected
    assert [None if value is pandas.NA else value for value in frame["amount_pence"]] == expected
    assert links.to_arrow()["amount_pence"].to_pylist() == expected
    assert links.to_polars()["amount_pence"].to_list() == expected
    parents = [link.parent for link in links]
    assert links.to_arrow()["parent"].to_pylist() == parents
    assert [None if value is pandas.NA else value for value in frame["parent"]] == parents
    steps = plan.budget.cost().steps
    since = [step.rate_from for step in steps]
    assert None in since
    assert steps.to_arrow()["rate_from"].to_pylist() == since
    days = steps.to_pandas()["rate_from"]
    assert [None if day is pandas.NaT else day.date() for day in days] == since


def test_arrow(costing):
    table = costing.lines.to_arrow()
    assert table.schema.field("amount_pence").type == pyarrow.int64()
    assert table.schema.field("start").type == pyarrow.date32()
    assert table.schema.field("one_off").type == pyarrow.bool_()
    assert table["start"].to_pylist() == [line.start for line in costing.lines]
    assert table["id"].to_pylist() == [line.id for line in costing.lines]
    buffer = table["amount_pence"].chunk(0).buffers()[1]
    assert buffer.address == address(numpy.asarray(costing.lines.column("amount")))
    table.validate(full=True)


def test_polars(costing):
    frame = costing.lines.to_polars()
    assert frame["amount_pence"].dtype == polars.Int64
    assert frame["start"].dtype == polars.Date
    assert frame["amount_pence"].sum() == costing.total.pence


def tables(costing, plan, schedule):
    report, comparison = plan.check(), costing.compare(costing)
    rates = phb.Rates.builtin()
    yield from (costing.lines, costing.payslips, costing.totals, costing.instalments, costing.notes)
    yield from (costing.steps, report.findings, report.sections, plan.chain().links)
    yield from (comparison.lines, comparison.totals, comparison.notes, phb.rules())
    yield from (schedule.events, schedule.notes, rates.table(), rates.bank_holidays())
    yield rates.table("minimum_wage", date(2026, 4, 6))


def test_every_table_has_every_form(costing, plan, schedule):
    for table in tables(costing, plan, schedule):
        assert len(list(table)) == len(table)
        pandas_frame, arrow, polars_frame = table.to_pandas(), table.to_arrow(), table.to_polars()
        assert len(pandas_frame) == arrow.num_rows == polars_frame.height == len(table)
        assert list(pandas_frame.columns) == arrow.column_names == polars_frame.columns
        assert arrow.to_pylist() == polars_frame.to_dicts()
        assert table.to_csv().count("\r\n") > len(table)
        assert table.to_text()
        assert table.to_markdown()


def test_rows_know_every_column(costing, plan, schedule):
    """A column that the rows lack is one that somebody forgot."""
    from phb.table import layout_of

    for table in tables(costing, plan, schedule):
        assert [each.column for each in layout_of(table._rows())] == list(table.columns)


def test_frames_are_imported_when_they_are_asked_for():
    out = run_python(
        """
import sys
import phb
heavy = ("numpy", "pandas", "polars", "pyarrow", "matplotlib", "pyspark")
print([name for name in heavy if name in sys.modules])
""",
        "-W",
        "error",
    )
    assert out == "[]\n"
