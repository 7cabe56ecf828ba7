"""Columns of frames: in every type they may have, and refused in every other."""

from array import array
from datetime import date, datetime
from decimal import Decimal

import numpy
import pandas
import phb
import polars
import pyarrow
import pytest
from phb import _native, frame

MONDAY = date(2026, 4, 6)


def native_ni(gross, paid_on=20549, rows=5, out=None, **more):
    """The flat call on arrays."""
    out = numpy.zeros(rows, numpy.int64) if out is None else out
    marks = [numpy.zeros(rows, numpy.uint8) for _ in range(2)]
    first, count = more.get("first", 0), more.get("count", rows)
    _native.batch_employer_ni(
        None, _native.RATE_EXACT, paid_on, 1, ord("A"), gross, out, *marks, first, count
    )
    return out.tolist()


def test_days_in_every_type(slips):
    days = slips["paid_on"]
    expected = frame.employer_ni(slips)
    for kind in ("s", "ms", "us", "ns"):
        assert frame.employer_ni(slips.assign(paid_on=days.astype(f"M8[{kind}]"))).equals(expected)
    plain = days.to_numpy().astype("M8[D]").astype(numpy.int64)
    for kind in (numpy.int32, numpy.int64, numpy.int16, numpy.uint16):
        assert frame.employer_ni(slips.assign(paid_on=plain.astype(kind))).equals(expected)
    table = pyarrow.Table.from_pandas(slips, preserve_index=False)
    for kind in (pyarrow.date32(), pyarrow.date64(), pyarrow.timestamp("us")):
        cast = table.set_column(0, "paid_on", table["paid_on"].cast(kind))
        got = frame.employer_ni(cast)["employer_ni_pence"].to_pylist()
        assert got == expected["employer_ni_pence"].tolist()


def test_words_in_every_type(slips):
    expected = frame.employer_ni(slips)
    codes = slips["frequency"].map({"weekly": 1, "monthly": 4}).astype(numpy.uint8)
    for same in (codes, codes.astype("int64"), slips["frequency"].astype("string")):
        assert frame.employer_ni(slips.assign(frequency=same)).equals(expected)
    table = polars.DataFrame({"frequency": slips["frequency"].astype(str).tolist()})
    strings = table.with_columns(paid_on=polars.lit(MONDAY), gross_pence=polars.lit(50_000))
    for kind in (polars.String, polars.Categorical, polars.Enum(["weekly", "monthly"])):
        got = frame.employer_ni(strings.with_columns(polars.col("frequency").cast(kind)))
        assert set(got["employer_ni_pence"]) == {6060, 1245}


# ---- what is refused ----


def refused():
    whole = numpy.arange(100)
    floats = whole.astype(float)
    holes = floats.copy()
    holes[7] = numpy.nan
    fractions = floats + 0.5
    rows = [f"slip {n}" for n in range(100)]
    texts = pandas.Series(["weekly"] * 100, index=rows, dtype=object)
    noon = pandas.to_datetime([datetime(2026, 4, 6)] * 60 + [datetime(2026, 4, 6, 12)] * 40)
    yield "gross_pence", floats, TypeError, "not float64: row 0 is a float; amounts are whole pence"
    yield "gross_pence", holes, TypeError, "not float64: row 7 is NaN"
    yield "gross_pence", fractions, TypeError, "not float64: row 0 is a float"
    yield "gross_pence", pandas.array(holes, "Float64"), TypeError, "row 7 is NaN"
    yield "gross_pence", whole.astype(object), TypeError, "must hold whole numbers, not objects"
    yield "gross_pence", whole.astype("M8[s]"), TypeError, "must hold whole numbers, not datetime64"
    yield "gross_pence", whole.astype("m8[s]"), TypeError, "not timedelta64"
    yield "gross_pence", whole > 3, TypeError, "not bool"
    yield "gross_pence", pandas.Categorical(["1"] * 100), TypeError, "not categories"
    yield "gross_pence", whole.astype(complex), TypeError, "not complex128"
    yield "gross_pence", whole.astype("u8") + 2**63, ValueError, "below 2 to the 63.*is row 0"
    yield "paid_on", noon, ValueError, "no time of day; the first such row is row 60"
    yield "paid_on", noon.tz_localize("UTC"), TypeError, "must hold days, not datetime64"
    yield "paid_on", numpy.array([MONDAY] * 100), TypeError, "not objects: pandas.to_datetime"
    yield "paid_on", floats, TypeError, "must hold days, not float64"
    yield "frequency", texts, TypeError, r"astype\('category'\)"
    yield "frequency", floats, TypeError, "must hold words"
    yield "frequency", pandas.Categorical([1] * 100), TypeError, "not categories of int"
    yield "letter", whole > 3, TypeError, "must hold letters"


@pytest.mark.parametrize(("name", "values", "error", "message"), list(refused()))
def test_refused_columns(slips, name, values, error, message):
    wrong = slips.assign(**{name: values})
    with pytest.raises(error, match=f"^column '{name}'.*{message}"):
        frame.employer_ni(wrong)
    renamed = wrong.rename(columns={name: "mine"})
    with pytest.raises(error, match=f"^column 'mine', for {name},.*{message}"):
        frame.employer_ni(renamed, **{name: "mine"})


def test_a_dictionary_may_hold_nothing():
    words = pyarrow.DictionaryArray.from_arrays([0, 1, None, 0], ["weekly", None])
    table = pyarrow.table({"frequency": words, "gross_pence": [27_000] * 4})
    got = frame.employer_ni(table, paid_on=MONDAY)
    assert got["employer_ni_pence"].to_pylist() == [2610, None, None, 2610]


def test_refused_columns_of_arrow(slips):
    table = pyarrow.Table.from_pandas(slips, preserve_index=False)
    noon = pyarrow.array([datetime(2026, 4, 6, 12)] * 100)
    for name, values, error, message in (
        ("gross_pence", pyarrow.array([1.0, None] * 50), TypeError, "double|float64"),
        ("gross_pence", pyarrow.array([Decimal("1.5")] * 100), TypeError, "decimal"),
        ("gross_pence", pyarrow.array([2**63] * 100, pyarrow.uint64()), ValueError, "row 0"),
        ("gross_pence", pyarrow.array(["1"] * 100), TypeError, "not string"),
        ("paid_on", noon, ValueError, "no time of day"),
        ("paid_on", noon.cast(pyarrow.timestamp("us", "UTC")), TypeError, "not timestamp"),
        ("frequency", pyarrow.array([["weekly"]] * 100), TypeError, "not list"),
    ):
        wrong = table.set_column(table.column_names.index(name), name, values)
        with pytest.raises(error, match=f"^column '{name}'.*({message})"):
            frame.employer_ni(wrong)
    twice = table.append_column("letter", table["letter"])
    with pytest.raises(TypeError, match="several columns of that name"):
        frame.employer_ni(twice)
    with pytest.raises(TypeError, match="several columns of that name"):
        frame.employer_ni(pandas.concat([slips, slips[["letter"]]], axis=1))


# ---- buffers ----


def test_buffers_where_they_are():
    gross = numpy.arange(5) * 10_000
    gross.flags.writeable = False
    expected = native_ni(gross)
    assert native_ni(numpy.repeat(gross, 3)[::3]) == expected
    assert native_ni(gross[::-1])[::-1] == expected
    assert native_ni(gross.astype(numpy.int32)) == expected
    assert native_ni(memoryview(gross)) == expected
    assert native_ni(20_000) == [expected[2]] * 5
    # A range touches its own rows.
    assert native_ni(gross, first=3, count=2) == [0, 0, 0, *expected[3:]]


def test_buffers_that_are_refused():
    gross = numpy.arange(5) * 10_000
    for wrong in (
        gross.astype(float), gross.astype("M8[D]"), gross.astype(object), gross.astype(">i8"),
        gross.astype("i2"), gross.astype("u8"), gross.reshape(5, 1), [1, 2, 3, 4, 5], "12345",
        gross.astype(numpy.float32), 1.5,
    ):  # fmt: skip
        with pytest.raises(TypeError, match="gross_pence must be None, a whole number, or a buf"):
            native_ni(wrong)
    read_only = gross.copy()
    read_only.flags.writeable = False
    for wrong in (read_only, numpy.zeros(10, numpy.int64)[::2], gross.astype("i4"), b"x" * 40):
        with pytest.raises(TypeError, match="out_ni_pence must be None, or a buffer without gaps"):
            native_ni(gross, out=wrong)
    for length in (0, 4, 6):
        with pytest.raises(phb.PhbArgumentError, match=r"^gross_pence does not have as many rows"):
            native_ni(numpy.zeros(length, numpy.int64))
        with pytest.raises(phb.PhbArgumentError, match=r"^out_ni_pence does not have as many rows"):
            native_ni(gross, out=numpy.zeros(length, numpy.int64))
    for first, count in ((0, 6), (6, 0), (3, 3)):
        with pytest.raises(phb.PhbArgumentError, match="range"):
            native_ni(gross, first=first, count=count)
    with pytest.raises(OverflowError):
        native_ni(gross, first=-1)
    with pytest.raises(phb.PhbArgumentError):
        native_ni(None)


def test_buffers_are_let_go():
    """Whoever lends an array cannot make it longer until it is given back."""
    lent = array("q", [27_000] * 5)
    assert native_ni(lent) == [2610] * 5
    refused = array("d", [1.0] * 5)
    short = bytearray(3)
    for wrong, error in ((refused, TypeError), (short, ValueError)):
        with pytest.raises(error):
            native_ni(wrong)
    out = array("q", [0] * 5)
    with pytest.raises(TypeError, match="gross_pence"):
        native_ni("", out=out)
    with pytest.raises(TypeError, match="out_ni_pence"):
        native_ni(lent, out=refused)
    for each in (lent, refused, short, out):
        each.append(1)


def test_frames_that_cannot_be_written_to_and_have_gaps():
    wide = numpy.arange(400).reshape(100, 4) * 1000
    wide.flags.writeable = False
    rows = pandas.DataFrame(wide, columns=list("abcd"), copy=False)
    said = {"paid_on": MONDAY, "frequency": phb.PayFrequency.WEEKLY}
    made = frame.employer_ni(rows, gross_pence="c", **said)
    copy = pandas.DataFrame({"gross_pence": wide[:, 2].copy()})
    assert made.equals(frame.employer_ni(copy, **said))


def test_int64_and_int32_are_not_copied(slips):
    from phb._columns import Asked, Holds, Member, from_arrow, from_pandas

    asked = Asked(Member("gross_pence"), "gross_pence")
    for kind in (numpy.int64, numpy.int32, numpy.uint8):
        array = numpy.arange(50).astype(kind)
        series = pandas.Series(array, copy=False)
        assert numpy.shares_memory(from_pandas(series, asked), array)
        assert numpy.shares_memory(from_arrow(pyarrow.array(array), asked), array)
    masked = pandas.Series(pandas.array(range(50), "Int64"))
    assert numpy.shares_memory(from_pandas(masked, asked), masked.array._data)
    day = Asked(Member("paid_on", Holds.DAY), "paid_on")
    dates = pyarrow.array(numpy.arange(50), pyarrow.int32()).cast(pyarrow.date32())
    assert from_arrow(dates, day).ctypes.data == dates.buffers()[1].address
