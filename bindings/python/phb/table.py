"""Tables: results as sequences of rows, and as columns for whoever wants data frames."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar, overload

from phb import _native
from phb._convert import date_of
from phb._handle import Recipe
from phb._pages import Pages
from phb.choices import Certainty, Deployment, PayFrequency, Severity
from phb.money import Money

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

RowT = TypeVar("RowT")


def _money_of(value: int) -> Money | None:
    return None if value == _native.PENCE_NONE else Money._known(value)


def _number_of(value: int) -> int | None:
    return None if value == _native.NUMBER_NONE else value


def _index_of(value: int) -> int | None:
    return None if value < 0 else value


_FROM_CELL: dict[int, Callable[[Any], object]] = {
    _native.COLUMN_TEXT: str,
    _native.COLUMN_PENCE: _money_of,
    _native.COLUMN_NUMBER: _number_of,
    _native.COLUMN_DATE: date_of,
    _native.COLUMN_INDEX: _index_of,
    _native.COLUMN_YES_NO: bool,
}


#: Fields whose column has a name that Python wants for itself.
_COLUMN_OF = {"since": "from"}

#: What becomes of a text that is one of a closed set, by the type of the field.
_FROM_WORD: dict[str, Callable[[str], object]] = {
    "Certainty": Certainty,
    "Deployment": Deployment,
    "PayFrequency": PayFrequency,
    "Severity": lambda word: Severity[word.upper()],
}


class Layout(NamedTuple):
    """What a field of a row makes of its column."""

    column: str
    from_word: Callable[[str], object] | None
    may_be_none: bool


_layouts: dict[type[Any], list[Layout]] = {}


def layout_of(row_class: type[Any]) -> list[Layout]:
    """The fields of a row that are columns, in order."""
    if row_class not in _layouts:
        _layouts[row_class] = [
            Layout(
                _COLUMN_OF.get(field.name, field.name),
                _FROM_WORD.get(str(field.type)),
                str(field.type).endswith("| None"),
            )
            for field in fields(row_class)
            if not field.name.startswith("_")
        ]
    return _layouts[row_class]


class Table(Sequence[RowT], Generic[RowT], Pages):
    """A table of a result: a sequence of rows, and columns of one type each.

    The rows are dataclasses. ``to_pandas``, ``to_polars`` and ``to_arrow`` give all columns; where
    types allow they are the library's own memory, read only, and keep it alive.
    """

    __slots__ = ("_cells", "_columns", "_extra", "_native", "_recipe", "_row_class")

    def __init__(self) -> None:
        raise TypeError("tables are parts of results")

    @classmethod
    def _made(
        cls,
        native: _native.Table,
        owner: object,
        row_class: str,
        recipe: Recipe,
        extra: tuple[object, ...] = (),
    ) -> Table[RowT]:
        """`owner` is what lends the table: it lives as long as anything that looks into it. Rows
        are named, so that only who looks at rows waits for their classes to be made."""
        made = cls.__new__(cls)
        made._native = (native, owner)
        made._row_class = row_class
        made._recipe = recipe
        made._extra = extra
        made._cells = {}
        made._columns = {
            native.column_name(index): native.column_type(index)
            for index in range(native.columns())
        }
        return made

    _native: tuple[_native.Table, object]
    _row_class: str
    _recipe: Recipe
    _extra: tuple[object, ...]
    _cells: dict[str, Sequence[Any]]
    _columns: dict[str, int]

    # ---- columns ----

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(self._columns)

    def column(self, name: str) -> Sequence[Any]:
        """One column as it is: a read-only ``memoryview`` of whole numbers (pence, days since 1
        January 1970, rows of steps, 0 and 1) in the library's own memory, or a tuple of texts."""
        cells = self._cells.get(name)
        if cells is None:
            if name not in self._columns:
                raise KeyError(f"there is no such column; there are: {', '.join(self._columns)}")
            native, owner = self._native
            if self._columns[name] == _native.COLUMN_TEXT:
                cells = tuple(native.texts(name))
            else:
                cells = memoryview(native.column(name, (native, owner)))
            self._cells[name] = cells
        return cells

    def _values(self, chosen: slice) -> Iterator[tuple[object, ...]]:
        """The cells of some rows as Python values, row by row."""
        columns = []
        for name, from_word, _ in layout_of(self._rows()):
            of_cell = from_word or _FROM_CELL[self._columns[name]]
            columns.append([of_cell(cell) for cell in self.column(name)[chosen]])
        return zip(*columns, strict=True)

    # ---- rows ----

    def _rows(self) -> type[RowT]:
        from phb import rows

        row_class: type[RowT] = getattr(rows, self._row_class)
        return row_class

    def __len__(self) -> int:
        return self._native[0].rows()

    @overload
    def __getitem__(self, index: int) -> RowT: ...
    @overload
    def __getitem__(self, index: slice) -> list[RowT]: ...
    def __getitem__(self, index: int | slice) -> RowT | list[RowT]:
        if isinstance(index, slice):
            row_class = self._rows()
            return [row_class(*values, *self._extra) for values in self._values(index)]
        row = range(len(self))[index]
        return self[row : row + 1][0]

    def __iter__(self) -> Iterator[RowT]:
        return iter(self[:])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        return self._row_class is other._row_class and self.to_json() == other.to_json()

    def __hash__(self) -> int:
        return hash((self._row_class, self.to_json()))

    def __reduce__(self) -> Recipe:
        return self._recipe

    def __repr__(self) -> str:
        count = len(self)
        rows = "1 row" if count == 1 else f"{count} rows"
        return f"<Table of {self._row_class}: {rows}; {', '.join(self._columns)}>"

    # ---- other forms ----

    def _rendered(self, format: int) -> str:
        return self._native[0].rendered(format)

    def to_csv(self) -> str:
        """RFC 4180 with a header; safe to open in a spreadsheet. Amounts are in pounds."""
        return self._rendered(_native.FORMAT_CSV)

    def to_json(self) -> str:
        """A JSON array of objects."""
        return self._native[0].json()

    def to_arrow(self) -> pyarrow.Table:
        """As an Arrow table. Amounts are int64 in columns named ``…_pence``, days ``date32``."""
        from phb import _frames

        return _frames.to_arrow(self)

    def to_pandas(self, *, copy: bool = False) -> pandas.DataFrame:
        """As a pandas data frame. Amounts are ``int64`` in columns named ``…_pence`` (``Int64``
        where there may be none), days ``datetime64[s]``. Numbers are the library's memory and
        cannot be changed in place; ``copy`` gives a frame in which they can."""
        from phb import _frames

        frame = _frames.to_pandas(self)
        return frame.copy() if copy else frame

    def to_polars(self) -> polars.DataFrame:
        """As a Polars data frame, by way of Arrow."""
        from phb import _frames

        return _frames.to_polars(self)
