"""Frames of three kinds, as questions of many rows see them: columns in by name, a frame out.

pandas, Polars and pyarrow are imported when a frame of theirs comes, and not before.
"""

from __future__ import annotations

import enum
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from phb import _native
from phb._columns import Asked, Column, Member, from_arrow, from_pandas, same_of


class Gives(enum.Enum):
    """What a column out holds."""

    AMOUNT = enum.auto()  # a whole number, empty where the status of the row is not OK
    DAY = enum.auto()
    WORD = enum.auto()  # a code that begins at 1, 0 for none
    STATUS = enum.auto()  # a code that begins at 0
    COUNT = enum.auto()  # as AMOUNT
    TEXT = enum.auto()  # a list of str or None


@dataclass(frozen=True, slots=True)
class Out:
    """A column out: an array that a kernel has written."""

    name: str
    gives: Gives
    values: Any
    words: tuple[str, ...] = ()


@cache
def _statuses() -> tuple[str, ...]:
    return tuple(_native.status_name(code) for code in range(_native.status_count()))


def status_out(codes: Any) -> Out:
    """What became of each row."""
    return Out("status", Gives.STATUS, codes, _statuses())


class Frame(Protocol):
    """A frame in, and how one out is made."""

    rows: int

    def has(self, name: str) -> bool: ...
    def column(self, asked: Asked) -> Column: ...
    def texts(self, name: str) -> Sequence[object]: ...
    def made(self, columns: Sequence[Out], is_bad: Any) -> Any: ...


class PandasFrame:
    def __init__(self, frame: Any) -> None:
        self._frame = frame
        self.rows = len(frame)

    def has(self, name: str) -> bool:
        return name in self._frame.columns

    def column(self, asked: Asked) -> Column:
        return from_pandas(self._frame[asked.column], asked)

    def texts(self, name: str) -> Sequence[object]:
        series = self._frame[name]
        return [None if gone else text for text, gone in zip(series, series.isna(), strict=True)]

    def made(self, columns: Sequence[Out], is_bad: Any) -> Any:
        import pandas

        made = {each.name: _pandas_of(each, is_bad) for each in columns}
        return pandas.DataFrame(made, index=self._frame.index, copy=False)


def _pandas_of(out: Out, is_bad: Any) -> Any:
    import numpy
    import pandas

    if out.gives in (Gives.AMOUNT, Gives.COUNT):
        # A mask of its own for each: who changes one column must not change another.
        return pandas.arrays.IntegerArray(out.values, is_bad.copy(), copy=False)
    if out.gives is Gives.DAY:
        moments = out.values.astype("datetime64[D]").astype("datetime64[s]")
        moments[out.values == _native.DATE_NONE] = numpy.datetime64("NaT", "s")
        return moments
    if out.gives is Gives.TEXT:
        return pandas.array(out.values, dtype="str" if _has_str() else "string")
    return pandas.Categorical.from_codes(_codes_of(out), dtype=_category_of(out.words))


@cache
def _category_of(words: tuple[str, ...]) -> Any:
    """The dtype of such columns, made once: it cannot be changed."""
    import pandas

    return pandas.CategoricalDtype(list(words))


def _codes_of(out: Out) -> Any:
    """Positions among the words, -1 for none."""
    import numpy

    codes = out.values.view(numpy.int8)
    return codes if out.gives is Gives.STATUS else codes - numpy.int8(1)


def _has_str() -> bool:
    """Since its third version pandas has a dtype of texts by that name."""
    import pandas

    return int(pandas.__version__.split(".")[0]) >= 3


class ArrowFrame:
    def __init__(self, table: Any) -> None:
        self._table = table
        self.rows: int = table.num_rows

    def has(self, name: str) -> bool:
        return name in self._table.schema.names

    def column(self, asked: Asked) -> Column:
        if self._table.schema.names.count(asked.column) > 1:
            asked.refuse("several columns of that name")
        return from_arrow(self._table.column(asked.column), asked)

    def texts(self, name: str) -> Sequence[object]:
        texts: list[object] = self._table.column(name).to_pylist()
        return texts

    def made(self, columns: Sequence[Out], is_bad: Any) -> Any:
        arrays = [_arrow_of(each, is_bad) for each in columns]
        return type(self._table).from_arrays(arrays, names=[each.name for each in columns])


class PolarsFrame:
    def __init__(self, frame: Any) -> None:
        self._frame = frame
        self.rows: int = frame.height

    def has(self, name: str) -> bool:
        return name in self._frame.columns

    def column(self, asked: Asked) -> Column:
        column = self._frame.get_column(asked.column)
        if str(column.dtype).startswith("Object"):
            asked.refuse("objects")
        return from_arrow(column.to_arrow(), asked)

    def texts(self, name: str) -> Sequence[object]:
        texts: list[object] = self._frame.get_column(name).to_list()
        return texts

    def made(self, columns: Sequence[Out], is_bad: Any) -> Any:
        import polars
        import pyarrow

        arrays = [_arrow_of(each, is_bad) for each in columns]
        return polars.from_arrow(pyarrow.table(arrays, names=[each.name for each in columns]))


def _arrow_of(out: Out, is_bad: Any) -> Any:
    import pyarrow

    if out.gives is Gives.TEXT:
        return pyarrow.array(out.values, pyarrow.string())
    if out.gives is Gives.DAY:
        return _arrow_numbers(out.values, pyarrow.date32(), out.values == _native.DATE_NONE)
    if out.gives in (Gives.WORD, Gives.STATUS):
        codes = _codes_of(out)
        indices = _arrow_numbers(codes, pyarrow.int8(), codes < 0)
        return pyarrow.DictionaryArray.from_arrays(indices, pyarrow.array(list(out.words)))
    kind = pyarrow.int64() if out.gives is Gives.AMOUNT else pyarrow.int32()
    return _arrow_numbers(out.values, kind, is_bad)


def _arrow_numbers(values: Any, kind: Any, is_bad: Any) -> Any:
    """The values where they are, with a bit for each if any is missing."""
    import pyarrow

    valid = pyarrow.array(~is_bad).buffers()[1] if is_bad.any() else None
    return pyarrow.Array.from_buffers(kind, len(values), [valid, pyarrow.py_buffer(values)])


def frame_of(frame: Any) -> Frame:
    """Whatever frame it is; pandas, Polars and pyarrow have made it, and so are there."""
    for module, kinds, made in (
        ("pandas", ("DataFrame",), PandasFrame),
        ("polars", ("DataFrame",), PolarsFrame),
        ("pyarrow", ("Table", "RecordBatch"), ArrowFrame),
    ):
        loaded = sys.modules.get(module)
        if loaded and isinstance(frame, tuple(getattr(loaded, kind) for kind in kinds)):
            return made(frame)
    raise TypeError(
        "a frame must be one of pandas or Polars, or an Arrow table, not " + type(frame).__name__
    )


def gathered(
    frame: Frame, members: Sequence[Member], required: Sequence[str], named: Mapping[str, object]
) -> dict[str, Column]:
    """The columns of all members: those named, or named after them; None of what is not there."""
    unknown = [name for name in named if name not in {each.name for each in members}]
    if unknown:
        raise TypeError(
            f"there is no {unknown[0]}; there are: {', '.join(m.name for m in members)}"
        )
    found: dict[str, Column] = {}
    for member in members:
        name = member.name
        given = named[name] if name in named else name if frame.has(name) else None
        if isinstance(given, str) and type(given) is str:
            if not frame.has(given):
                raise ValueError(f"there is no column {given!r}, for {name}")
            found[name] = frame.column(Asked(member, given))
        else:
            found[name] = same_of(given, member)
        if found[name] is None and name in required:
            raise ValueError(f"{name} is needed: the name of a column, or one value for all rows")
    return found
