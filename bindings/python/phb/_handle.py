"""What all objects of the library have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

NativeT = TypeVar("NativeT")

#: How an object is made anew: a function and what to call it with.
Recipe = tuple[Callable[..., Any], tuple[Any, ...]]


def opened(value: Handle[NativeT] | None, kind: type[Any], name: str) -> NativeT | None:
    """What a caller may leave out, as the native layer wants it."""
    if value is None:
        return None
    if not isinstance(value, kind):
        raise TypeError(f"{name} must be phb.{kind.__name__}, not {type(value).__name__}")
    native: NativeT = value._open()
    return native


class Handle(ABC, Generic[NativeT]):
    """An object of the C library. It frees itself; ``close`` or ``with`` does so sooner.

    What was taken out of it before it was closed (rows, tables, data frames) stays good.
    """

    __slots__ = ("__weakref__", "_native")
    _native: NativeT | None

    def _open(self) -> NativeT:
        native = self._native
        if native is None:
            raise ValueError(f"this {type(self).__name__} is closed")
        return native

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        return self._native is None

    def close(self) -> None:
        """Gives it back. Closing twice is harmless; using it after that is a ValueError."""
        self._native = None

    def __enter__(self) -> Self:
        self._open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @abstractmethod
    def _document(self) -> object:
        """What makes two of them equal."""

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self is other or self._document() == other._document()

    def __hash__(self) -> int:
        return hash((type(self).__name__, self._document()))


class Result(Handle[NativeT]):
    """An object that was worked out of others, and is pickled and copied by doing so again."""

    __slots__ = ("_recipe",)
    _recipe: Recipe

    def __init__(self) -> None:
        raise TypeError(f"a {type(self).__name__} is made by the call that works it out")

    @classmethod
    def _made(cls, native: NativeT, recipe: Recipe) -> Self:
        made = cls.__new__(cls)
        made._native = native
        made._recipe = recipe
        return made

    def __reduce__(self) -> Recipe:
        return self._recipe
