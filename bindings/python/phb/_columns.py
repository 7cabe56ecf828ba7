"""Columns of frames as the batch kernels read them: whole numbers, days, small codes.

What is int64, int32 or uint8 already is looked at where it is. Nothing is rounded and nothing is
guessed: a float, a time of day, or an object is refused, with the column's name and the first row.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn, TypeAlias

from phb import _native
from phb._convert import days, whole
from phb.choices import CODES, Choice

#: What a kernel is given: an array, one value for all rows, or None.
Column: TypeAlias = Any

#: Code of a word or a letter that there is not: such a row has a status that says so.
_UNKNOWN = 255
_PER_DAY = {"s": 86_400, "ms": 86_400_000, "us": 86_400_000_000, "ns": 86_400_000_000_000}


class Holds(enum.Enum):
    """What a column is for, and what it may be."""

    NUMBER = "whole numbers"
    DAY = "days"
    WORD = "words (category or str), or codes"
    LETTER = "letters (category or str), or codes of characters"
    GROUP = "whole numbers, or words (category or str)"
    ANSWER = "truth values"


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a batch."""

    name: str
    holds: Holds = Holds.NUMBER
    words: type[Choice] | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A column of a frame that is taken for a member."""

    member: Member
    column: str

    def refuse(self, what: str, hint: str = "") -> NoReturn:
        wanted = self.member.holds.value
        raise TypeError(f"{self._who()} must hold {wanted}, not {what}{hint and f': {hint}'}")

    def refuse_row(self, why: str, row: int) -> NoReturn:
        raise ValueError(f"{self._who()}: {why}; the first such row is row {row}")

    def _who(self) -> str:
        name = self.member.name
        return f"column {self.column!r}" + ("" if name == self.column else f", for {name},")


def same_of(value: object, member: Member) -> int | None:
    """One value for all rows."""
    if value is None:
        return None
    if member.words is not None and isinstance(value, member.words):
        return value.code
    if member.holds is Holds.ANSWER:
        if not isinstance(value, bool):
            raise TypeError(f"{member.name} must be True or False, or the name of a column")
        return _native.ANSWER_YES if value else _native.ANSWER_NO
    if member.holds is Holds.DAY and isinstance(value, date):
        return days(value, member.name)
    if member.holds in (Holds.NUMBER, Holds.GROUP) and not isinstance(value, float):
        return whole(value, member.name)  # type: ignore[arg-type]
    raise TypeError(
        f"{member.name} must be the name of a column, or one value for all rows, not"
        f" {type(value).__name__}"
    )


# ---- NumPy ----


def from_numpy(array: Any, asked: Asked) -> Column:
    kind, holds = array.dtype.kind, asked.member.holds
    if kind == "f":
        _refuse_floats(array, asked)
    if kind == "O":
        asked.refuse("objects", _hint_of(holds))
    if holds is Holds.ANSWER:
        return _answers(array) if kind == "b" else asked.refuse(str(array.dtype))
    if kind == "M" and holds is Holds.DAY:
        return _days(array, asked)
    if kind not in "iu":
        asked.refuse(str(array.dtype))
    return _whole(array, asked)


def _hint_of(holds: Holds) -> str:
    if holds is Holds.DAY:
        return "pandas.to_datetime makes days of dates"
    return "astype says of what type they are" if holds is Holds.NUMBER else "astype('category')"


def _refuse_floats(array: Any, asked: Asked) -> NoReturn:
    """With the first row that is no whole number, or the first of all."""
    import numpy

    missing = numpy.isnan(array)
    wrong = numpy.flatnonzero(missing | (array != numpy.floor(array)))
    row = int(wrong[0]) if len(wrong) else 0
    what = "is NaN" if len(wrong) and missing[row] else "is a float"
    asked.refuse(
        str(array.dtype),
        f"row {row} {what}; amounts are whole pence, and what is missing is told by Int64",
    )


def _answers(array: Any) -> Column:
    import numpy

    return array.astype(numpy.uint8) + numpy.uint8(_native.ANSWER_NO)  # yes is the one after no


def _whole(array: Any, asked: Asked) -> Column:
    import numpy

    if array.dtype.isnative and array.dtype in (numpy.int64, numpy.int32, numpy.uint8):
        return array
    if array.dtype.kind == "u" and array.dtype.itemsize == 8:
        beyond = numpy.flatnonzero(array > numpy.iinfo(numpy.int64).max)
        if len(beyond):
            asked.refuse_row("numbers must be below 2 to the 63", int(beyond[0]))
    return array.astype(numpy.int64)


def _days(array: Any, asked: Asked) -> Column:
    import numpy

    if not array.dtype.isnative:
        array = array.astype(array.dtype.newbyteorder("="))
    unit, step = numpy.datetime_data(array.dtype)
    if unit == "D" and step == 1:
        return array.view(numpy.int64)
    if unit not in _PER_DAY or step != 1:
        return days_of(array.astype("datetime64[s]").view(numpy.int64), "s", asked)
    return days_of(array.view(numpy.int64), unit, asked)


def days_of(moments: Any, unit: str, asked: Asked) -> Column:
    """Of moments since 1970, which must be midnights; NaT is not said, as it is."""
    import numpy

    per_day = _PER_DAY[unit]
    found = moments // per_day
    missing = moments == _native.NUMBER_NONE
    timed = numpy.flatnonzero((found * per_day != moments) & ~missing)
    if len(timed):
        asked.refuse_row("a day must have no time of day", int(timed[0]))
    found[missing] = _native.NUMBER_NONE
    return found


def from_words(codes: Any, words: Sequence[object], asked: Asked) -> Column:
    """Of words by their position, -1 for none."""
    import numpy

    if asked.member.holds is Holds.GROUP:
        groups = codes.astype(numpy.int64)
        groups[codes < 0] = _native.NUMBER_NONE
        return groups
    if asked.member.holds not in (Holds.WORD, Holds.LETTER):
        asked.refuse("categories")
    table = numpy.array([*(_code_of(word, asked) for word in words), 0], numpy.uint8)
    return table.take(codes)


def _code_of(word: object, asked: Asked) -> int:
    if word is None:
        return 0
    if not isinstance(word, str):
        asked.refuse(f"categories of {type(word).__name__}")
    if asked.member.words is not None:
        return CODES[asked.member.words].get(word, _UNKNOWN)
    return ord(word) if len(word) == 1 and word.isascii() else _UNKNOWN


# ---- pandas ----


def from_pandas(series: Any, asked: Asked) -> Column:
    import numpy
    import pandas

    dtype = getattr(series, "dtype", None)
    if dtype is None:
        asked.refuse("several columns of that name")
    if isinstance(dtype, pandas.ArrowDtype):
        return from_arrow(series.array.__arrow_array__(), asked)
    if isinstance(dtype, pandas.StringDtype):
        series = series.astype("category")
        dtype = series.dtype
    if isinstance(dtype, pandas.CategoricalDtype):
        return from_words(series.cat.codes.to_numpy(), list(dtype.categories), asked)
    if isinstance(dtype, numpy.dtype):
        return from_numpy(series.to_numpy(), asked)
    return _from_masked(series, asked)


def _from_masked(series: Any, asked: Asked) -> Column:
    """Of what can be missing."""
    import numpy

    kind, is_answer = getattr(series.dtype, "kind", "O"), asked.member.holds is Holds.ANSWER
    if kind == "b" and is_answer:
        said = _answers(series.to_numpy(dtype=bool, na_value=False))
        said[series.isna().to_numpy()] = 0
        return said
    if kind == "f":
        _refuse_floats(series.to_numpy(dtype=float, na_value=numpy.nan), asked)
    if kind not in "iu" or is_answer:
        asked.refuse(str(series.dtype))
    if str(series.dtype) == "UInt64":
        _whole(series.to_numpy(dtype=numpy.uint64, na_value=0), asked)
    return series.to_numpy(dtype=numpy.int64, na_value=_native.NUMBER_NONE)


# ---- Arrow ----


def from_arrow(array: Any, asked: Asked) -> Column:
    import pyarrow

    array = _one_piece(array)
    kind, holds, is_type = array.type, asked.member.holds, pyarrow.types
    if is_type.is_null(kind):
        return None
    if is_type.is_floating(kind):
        _refuse_floats(array.to_numpy(zero_copy_only=False), asked)
    if is_type.is_dictionary(kind):
        indices = array.indices.cast(pyarrow.int64()).fill_null(-1)
        return from_words(indices.to_numpy(), array.dictionary.to_pylist(), asked)
    if holds in (Holds.WORD, Holds.LETTER, Holds.GROUP) and not is_type.is_integer(kind):
        return _from_texts(array, asked)
    if holds is Holds.ANSWER:
        if not is_type.is_boolean(kind):
            asked.refuse(str(kind))
        said = array.cast(pyarrow.uint8()).fill_null(_UNKNOWN).to_numpy()
        return (said + 1).astype(said.dtype)  # 0 is not said, 1 is no, 2 is yes
    if holds is Holds.DAY and is_type.is_temporal(kind):
        return _days_of_arrow(array, asked)
    if not is_type.is_integer(kind):
        asked.refuse(str(kind))
    return _whole_of_arrow(array, asked)


def _one_piece(array: Any) -> Any:
    import pyarrow

    if isinstance(array, pyarrow.ChunkedArray):
        return array.chunk(0) if array.num_chunks == 1 else array.combine_chunks()
    return array


def _from_texts(array: Any, asked: Asked) -> Column:
    import pyarrow

    kind, is_type = array.type, pyarrow.types
    if not (is_type.is_string(kind) or is_type.is_large_string(kind) or "string_view" in str(kind)):
        asked.refuse(str(kind))
    return from_arrow(array.cast(pyarrow.large_string()).dictionary_encode(), asked)


def _days_of_arrow(array: Any, asked: Asked) -> Column:
    import pyarrow

    kind, is_type = array.type, pyarrow.types
    if is_type.is_date32(kind):
        return _whole_of_arrow(array.view(pyarrow.int32()), asked)
    if is_type.is_date64(kind):
        return days_of(_whole_of_arrow(array.view(pyarrow.int64()), asked), "ms", asked)
    if is_type.is_timestamp(kind) and kind.tz is None:
        return days_of(_whole_of_arrow(array.view(pyarrow.int64()), asked), kind.unit, asked)
    asked.refuse(str(kind))


def _whole_of_arrow(array: Any, asked: Asked) -> Column:
    """Where they are, unless some are missing."""
    import pyarrow

    narrow, wide = pyarrow.int32(), pyarrow.int64()
    if array.type not in (narrow, wide, pyarrow.uint8()) or (
        array.null_count and array.type == pyarrow.uint8()
    ):
        try:
            array = array.cast(wide)
        except pyarrow.ArrowInvalid:
            return _whole(array.fill_null(0).to_numpy(), asked)
    if array.null_count:
        none = _native.NUMBER_NONE if array.type == wide else _native.DATE_NONE
        array = array.fill_null(pyarrow.scalar(none, array.type))
    return array.to_numpy()
