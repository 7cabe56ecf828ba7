"""The questions of ``phb.frame``, asked of all rows of a Spark DataFrame, wherever they are.

    >>> import phb.spark
    >>> costs = phb.spark.cost(people, rate_penny_hundredths="rate", period_start=date(2026, 4, 6),
    ...                        period_end=date(2027, 4, 5))

Arguments are those of ``phb.frame``, but ``jobs`` and ``progress``: those are Spark's. Out comes
the frame that went in with the answers to the right of it, for there is no index to join by. Each
row is answered as ``phb.frame`` answers it, to the penny, in however many partitions and batches
the rows come. What is wrong with a column or with the call is raised at once, before Spark runs.

pyspark and pyarrow are imported when a question is asked. Every worker needs this package, of the
same version; it is sent documents, and makes rates and a policy of them once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Unpack

import phb
from phb import _batch_members as members
from phb import frame
from phb._handle import Recipe, opened
from phb.policy import Policy
from phb.rates import Rates

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import Column, DataFrame
    from pyspark.sql.types import DataType

__all__ = ["check", "cost", "employer_ni", "employer_pension", "minimum_wage", "reviews"]

_MADE_MAX = 16


def employer_ni(
    df: DataFrame, *, rates: Rates | None = None, **columns: Unpack[members.NiColumns]
) -> DataFrame:
    """Employer National Insurance, each row a payslip: as ``phb.frame.employer_ni``."""
    return _answered(df, frame.employer_ni, _documents(rates), {**columns, "jobs": 1})


def employer_pension(
    df: DataFrame, *, rates: Rates | None = None, **columns: Unpack[members.SlipColumns]
) -> DataFrame:
    """The employer's pension contribution, each row a payslip: as
    ``phb.frame.employer_pension``."""
    return _answered(df, frame.employer_pension, _documents(rates), {**columns, "jobs": 1})


def minimum_wage(
    df: DataFrame, *, rates: Rates | None = None, **columns: Unpack[members.WageColumns]
) -> DataFrame:
    """The minimum wage and what pay is below it, each row a rate of pay on a day: as
    ``phb.frame.minimum_wage``."""
    return _answered(df, frame.minimum_wage, _documents(rates), {**columns, "jobs": 1})


def cost(
    df: DataFrame,
    *,
    order_by: str | Sequence[str] | None = None,
    rates: Rates | None = None,
    law_on: date | None = None,
    refuse_provisional: bool = False,
    **columns: Unpack[members.CostColumns],
) -> DataFrame:
    """What people cost who are employed, each row one of them: as ``phb.frame.cost``.

    With ``employer``, a column, all rows with the same number or word in it are one employer's,
    wherever they lie. ``order_by`` is then needed, a column or several: it puts the rows of an
    employer in the order that decides who gets the odd penny of the Employment Allowance, and
    must tell them apart.
    """
    _must_be_spark(df)
    options = {"law_on": law_on, "refuse_provisional": refuse_provisional, "jobs": 1}
    keys = _keys(df.columns, columns, order_by)
    return _answered(df, frame.cost, _documents(rates), {**columns, **options}, keys)


def reviews(
    df: DataFrame,
    *,
    rates: Rates | None = None,
    policy: Policy | None = None,
    working_days: bool | None = None,
    **columns: Unpack[members.ReviewColumns],
) -> DataFrame:
    """The next review, each row a duty to review: as ``phb.frame.reviews``."""
    arguments = {**columns, "working_days": working_days, "jobs": 1}
    return _answered(df, frame.reviews, _documents(rates, policy), arguments)


def check(
    df: DataFrame,
    column: str,
    *,
    rates: Rates | None = None,
    policy: Policy | None = None,
    as_of: date | None = None,
) -> DataFrame:
    """Checks a column of documents, each a budget or a plan: as ``phb.frame.check``."""
    arguments = {"column": column, "as_of": as_of}
    return _answered(df, frame.check, _documents(rates, policy), arguments)


# ---- what a worker does ----


@lru_cache(_MADE_MAX)
def _made(recipe: Recipe) -> Any:
    """Rates or a policy, made once in each process, however many batches come."""
    make, documents = recipe
    return make(*documents)


@dataclass(frozen=True, slots=True)
class _Question:
    """What travels: a function of ``phb.frame`` and what it is asked with. No handle does, but the
    documents to make one of. `keys` are the employer and what orders its rows, if there is one."""

    ask: Callable[..., Any]
    documents: Mapping[str, Recipe]
    arguments: Mapping[str, object]
    keys: tuple[str, ...]
    release: tuple[str, str]

    def answered(self, given: pyarrow.Table) -> pyarrow.Table:
        """The rows and, to the right of them, the answers: words as texts, as Spark has them."""
        import pyarrow

        if self.keys:
            _refuse_ties(given, self.keys)
        handles = {name: _made(recipe) for name, recipe in self.documents.items()}
        made = self.ask(given, **handles, **self.arguments)
        for name, column in zip(made.column_names, made.columns, strict=True):
            is_word = pyarrow.types.is_dictionary(column.type)
            given = given.append_column(name, column.cast(pyarrow.string()) if is_word else column)
        return given

    def run(self, batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        """Answers the rows of a partition. Another version could give other figures."""
        import pyarrow

        if self.release != _release():
            raise RuntimeError(f"asked by phb {self.release}, and this worker has {_release()}")
        tables = (
            _whole_employers(batches, self.keys[0])
            if self.keys
            else (pyarrow.Table.from_batches([batch]) for batch in batches)
        )
        for table in tables:
            yield from self.answered(table).to_batches()


def _release() -> tuple[str, str]:
    """Its version, and the edition of the rates in it."""
    return (phb.__version__, phb.rates_edition)


def _whole_employers(
    batches: Iterable[pyarrow.RecordBatch], employer: str
) -> Iterator[pyarrow.Table]:
    """Sorted rows, cut only between employers: the last one of a batch waits for the next batch,
    which may have more of it. Rows without an employer wait for nothing."""
    import pyarrow
    from pyarrow import compute

    waiting: list[pyarrow.RecordBatch] = []
    whose = None
    for batch in batches:
        if not batch.num_rows:
            continue
        column = batch.column(employer)
        last = column[-1]
        of_last = compute.sum(compute.equal(column, last)).as_py() if last.is_valid else 0
        begins = batch.num_rows - of_last
        if begins or (waiting and column[0] != whose):
            yield pyarrow.Table.from_batches([*waiting, batch.slice(0, begins)])
            waiting = []
        if of_last:
            waiting.append(batch.slice(begins))
            whose = last
    if waiting:
        yield pyarrow.Table.from_batches(waiting)


def _refuse_ties(table: pyarrow.Table, keys: Sequence[str]) -> None:
    """Rows that nothing puts in order may come in another one when Spark repeats a task."""
    employed = table.select(keys).filter(table.column(keys[0]).is_valid())
    if employed.group_by(keys, use_threads=False).aggregate([]).num_rows < employed.num_rows:
        raise ValueError("order_by must tell the rows of an employer apart: name more columns")


# ---- what the driver does ----


def _must_be_spark(df: object) -> None:
    try:
        import pyarrow  # noqa: F401
        import pyspark.sql  # noqa: F401
    except ImportError:
        raise ImportError(
            "phb.spark needs pyspark and pyarrow: pip install pyspark pyarrow"
        ) from None
    if not hasattr(df, "mapInArrow"):
        raise TypeError(f"a frame must be one of Spark, not {type(df).__name__}")


def _documents(rates: Rates | None, policy: Policy | None = None) -> dict[str, Recipe]:
    """How a worker makes them."""
    opened(rates, Rates, "rates")
    opened(policy, Policy, "policy")
    given: dict[str, Rates | Policy | None] = {"rates": rates, "policy": policy}
    return {name: handle.__reduce__() for name, handle in given.items() if handle is not None}


def _keys(
    there: Sequence[str], columns: Mapping[str, object], order_by: str | Sequence[str] | None
) -> tuple[str, ...]:
    """The column of employers and those that order its rows, or nothing."""
    employer = columns.get("employer", "employer" if "employer" in there else None)
    given = (order_by,) if isinstance(order_by, str) else tuple(order_by or ())
    ordering = tuple(name for name in dict.fromkeys(given) if name != employer)
    if employer is None and not given:
        return ()
    if type(employer) is not str or not ordering:
        raise ValueError(
            "employer and order_by go together: the name of a column, and of others that put the"
            " rows of an employer in order"
        )
    for name in (employer, *ordering):
        if name not in there:
            raise ValueError(f"there is no column {name!r}, for employer or order_by")
    return (employer, *ordering)


def _answered(
    df: DataFrame,
    ask: Callable[..., Any],
    documents: Mapping[str, Recipe],
    arguments: Mapping[str, object],
    keys: tuple[str, ...] = (),
) -> DataFrame:
    """Asks it of no rows here, which finds what is wrong, and of all rows there."""
    _must_be_spark(df)
    import pyarrow
    from pyspark.sql.types import StructType

    question = _Question(ask, documents, arguments, keys, _release())
    given = pyarrow.schema([(each.name, _arrow_type_of(each.dataType)) for each in df.schema])
    made = list(question.answered(given.empty_table()).schema)[len(given) :]
    schema = StructType(list(df.schema))
    there = {name.lower() for name in df.columns}
    spark_types = {str(arrow_type): name for name, arrow_type in _arrow_types().items()}
    for each in made:
        if each.name in there:
            raise ValueError(f"there is a column {each.name!r} already, which would come out twice")
        schema = schema.add(each.name, spark_types[str(each.type)])
    return (_side_by_side(df, keys) if keys else df).mapInArrow(question.run, schema)


def _arrow_types() -> dict[str, pyarrow.DataType]:
    """What Spark makes of its types for a worker."""
    import pyarrow

    return {
        "byte": pyarrow.int8(),
        "short": pyarrow.int16(),
        "integer": pyarrow.int32(),
        "long": pyarrow.int64(),
        "float": pyarrow.float32(),
        "double": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(),
        "timestamp": pyarrow.timestamp("us", "UTC"),
        "timestamp_ntz": pyarrow.timestamp("us"),
        "string": pyarrow.string(),
        "binary": pyarrow.binary(),
        "void": pyarrow.null(),
    }


def _arrow_type_of(spark_type: DataType) -> pyarrow.DataType:
    """Of a decimal with its digits; other types are nothing that a question is asked with."""
    import pyarrow
    from pyspark.sql.types import DecimalType

    if isinstance(spark_type, DecimalType):
        return pyarrow.decimal128(spark_type.precision, spark_type.scale)
    return _arrow_types().get(spark_type.typeName(), pyarrow.struct([]))


def _side_by_side(df: DataFrame, keys: Sequence[str]) -> DataFrame:
    """All rows of an employer in one partition, one after the other, in order."""
    from pyspark.sql import functions

    employer, *order_by = (_exactly(df, name) for name in keys)
    # Who has no employer is one alone: such rows are spread, not heaped in one partition.
    alone = functions.when(employer.isNull(), functions.xxhash64(*order_by))
    return df.repartition(employer, alone).sortWithinPartitions(employer, *order_by)


def _exactly(df: DataFrame, name: str) -> Column:
    """A column, and of texts their bytes: a collation would take several words for one."""
    from pyspark.sql import functions
    from pyspark.sql.types import StringType

    column = functions.col(name)
    return column.cast("binary") if isinstance(df.schema[name].dataType, StringType) else column
