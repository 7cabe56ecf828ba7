"""Tables as data frames. NumPy, pandas, Polars and pyarrow are imported when they are asked for.

A column of whole numbers is not copied: the frame looks into the memory of the result, which lives
as long as the frame does. Days become 64 bits for pandas, and truth values one byte: those are new.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from phb import _native
from phb.table import Table, layout_of

if TYPE_CHECKING:
    import numpy
    import pandas
    import polars
    import pyarrow

_WIDE = (_native.COLUMN_PENCE, _native.COLUMN_NUMBER)
_NO_DAY = _native.DATE_NONE
_NO_NUMBER = _native.NUMBER_NONE
_NO_INDEX = -1


def _named(name: str, column_type: int) -> str:
    """The name in a frame: money says its unit."""
    return f"{name}_pence" if column_type == _native.COLUMN_PENCE else name


def _may_be_none(table: Table[Any]) -> dict[str, bool]:
    """Of each column: may it be empty? Of one that is newer than these rows: it may."""
    known = {each.column: each.may_be_none for each in layout_of(table._rows())}
    return {name: known.get(name, True) for name in table._columns}


def _none_of(column_type: int) -> int:
    """What stands for no value in a column."""
    if column_type in _WIDE:
        return _NO_NUMBER
    return _NO_DAY if column_type == _native.COLUMN_DATE else _NO_INDEX


# ---- pandas ----


def _pandas_column(table: Table[Any], name: str, may_be_none: bool) -> Any:
    import numpy
    import pandas

    column_type = table._columns[name]
    cells = table.column(name)
    if column_type == _native.COLUMN_TEXT:
        return pandas.Series(list(cells), dtype="str")
    raw = numpy.frombuffer(cells, numpy.int64 if column_type in _WIDE else numpy.int32)  # type: ignore[call-overload]
    if column_type == _native.COLUMN_YES_NO:
        return raw.astype(numpy.bool_)
    if column_type == _native.COLUMN_DATE:
        return _pandas_days(raw)
    if not may_be_none:
        return raw
    return pandas.arrays.IntegerArray(raw, raw == _none_of(column_type), copy=False)


def _pandas_days(raw: numpy.ndarray[Any, Any]) -> Any:
    import numpy

    days = raw.astype("datetime64[D]").astype("datetime64[s]")
    days[raw == _NO_DAY] = numpy.datetime64("NaT", "s")
    return days


def to_pandas(table: Table[Any]) -> pandas.DataFrame:
    import pandas

    may_be_none = _may_be_none(table)
    columns = {
        _named(name, column_type): _pandas_column(table, name, may_be_none[name])
        for name, column_type in table._columns.items()
    }
    return pandas.DataFrame(columns, copy=False)


# ---- Arrow ----


def _arrow_numbers(
    arrow_type: Callable[[], Any], cells: Any, none: int, may_be_none: bool
) -> pyarrow.Array:
    """The column where it is, with a bit for each value if some may be missing."""
    import pyarrow
    import pyarrow.compute

    buffer = pyarrow.py_buffer(cells)
    plain = pyarrow.int64() if cells.itemsize == 8 else pyarrow.int32()
    rows = len(cells)
    valid = None
    if may_be_none:
        numbers = pyarrow.Array.from_buffers(plain, rows, [None, buffer])
        valid = pyarrow.compute.not_equal(numbers, pyarrow.scalar(none, plain)).buffers()[1]
    return pyarrow.Array.from_buffers(arrow_type(), rows, [valid, buffer])


def _arrow_column(table: Table[Any], name: str, may_be_none: bool) -> pyarrow.Array:
    import pyarrow

    column_type = table._columns[name]
    cells = table.column(name)
    if column_type == _native.COLUMN_TEXT:
        return pyarrow.array(cells, pyarrow.string())
    if column_type == _native.COLUMN_DATE:
        return _arrow_numbers(pyarrow.date32, cells, _NO_DAY, True)
    if column_type == _native.COLUMN_YES_NO:
        return _arrow_numbers(pyarrow.int32, cells, _NO_INDEX, False).cast(pyarrow.bool_())
    arrow_type = pyarrow.int64 if column_type in _WIDE else pyarrow.int32
    return _arrow_numbers(arrow_type, cells, _none_of(column_type), may_be_none)


def to_arrow(table: Table[Any]) -> pyarrow.Table:
    import pyarrow

    may_be_none = _may_be_none(table)
    return pyarrow.table(
        {
            _named(name, column_type): _arrow_column(table, name, may_be_none[name])
            for name, column_type in table._columns.items()
        }
    )


# ---- Polars ----


def to_polars(table: Table[Any]) -> polars.DataFrame:
    import polars

    frame = polars.from_arrow(to_arrow(table))
    assert isinstance(frame, polars.DataFrame)
    return frame
