"""Rows of a batch, range by range: over threads, with progress, and interrupted between ranges."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from typing import Any, NamedTuple, TypeAlias

from phb._convert import whole


class Pace(NamedTuple):
    """How many rows are taken at a time."""

    range_rows: int  # what takes no longer than somebody waits who has pressed Ctrl-C
    serial_rows: int  # below this, threads are not worth starting


#: A row of columns takes nanoseconds, a document microseconds.
COLUMNS = Pace(1 << 15, 100_000)
DOCUMENTS = Pace(1 << 5, 100)

#: True for a bar of tqdm, if there is one; or what is called with the rows done since it last was.
Progress: TypeAlias = bool | Callable[[int], object] | None
#: Does rows: the first of them, and how many.
Kernel: TypeAlias = Callable[[int, int], None]
#: The next row, at or after one, where a range may begin.
Split: TypeAlias = Callable[[int], int]


def _ranges(rows: int, range_rows: int, split: Split | None) -> Iterator[tuple[int, int]]:
    """All rows in ranges; one empty range where there are none, for it looks at the columns."""
    first = 0
    while True:
        end = min(first + range_rows, rows)
        if split and end < rows:
            end = split(end)
        yield first, end - first
        first = end
        if first >= rows:
            return


def jobs_of(jobs: int | None, rows: int, pace: Pace) -> int:
    """How many threads to use."""
    if jobs is None:
        return 1 if rows < pace.serial_rows else len(os.sched_getaffinity(0))
    if whole(jobs, "jobs") < 1:
        raise ValueError("jobs must be 1 or more")
    return jobs


def _bar(progress: Progress, rows: int) -> AbstractContextManager[Any]:
    """Something with an ``update``; None when nobody is told."""
    if progress is True:
        try:
            from tqdm.auto import tqdm  # type: ignore[import-not-found,import-untyped,unused-ignore]
        except ImportError:
            return nullcontext()
        bar: AbstractContextManager[Any] = tqdm(total=rows, unit=" rows", unit_scale=True)
        return bar
    return nullcontext(_Told(progress) if callable(progress) else None)


class _Told:
    """A function that wants to be told."""

    def __init__(self, tell: Callable[[int], object]) -> None:
        self.update = tell


class _Telling(AbstractContextManager[Callable[[int], object]]):
    """What is called with the rows done, as a context."""

    def __init__(self, bar: AbstractContextManager[Any]) -> None:
        self._bar = bar

    def __enter__(self) -> Callable[[int], object]:
        bar = self._bar.__enter__()
        return (lambda rows: None) if bar is None else bar.update

    def __exit__(self, *raised: Any) -> None:
        self._bar.__exit__(*raised)


def run(
    kernel: Kernel,
    rows: int,
    *,
    jobs: int | None,
    progress: Progress,
    pace: Pace,
    split: Split | None = None,
) -> None:
    """Does all rows. What is raised in a range, or while one waits for it, ends the others too."""
    ranges = list(_ranges(rows, pace.range_rows, split))
    threads = min(jobs_of(jobs, rows, pace), len(ranges))
    with _Telling(_bar(progress, rows)) as tell:
        if threads == 1:
            for first, count in ranges:
                kernel(first, count)
                tell(count)
            return
        pool = ThreadPoolExecutor(threads, thread_name_prefix="phb")
        try:
            waiting = [(pool.submit(kernel, first, count), count) for first, count in ranges]
            for future, count in waiting:
                future.result()
                tell(count)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
