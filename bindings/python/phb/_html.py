"""HTML for notebooks. The C library writes it; where that cannot yet, nothing here offers any."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from phb import _native

FORMAT_HTML: int | None = getattr(_native, "FORMAT_HTML", None)


class _Rendered(Protocol):
    def _rendered(self, format: int) -> str: ...


class Plain:
    """What is shown in a notebook as text, for want of anything better."""

    __slots__ = ()


class Shown:
    """What a notebook shows as the table that the C library prints."""

    __slots__ = ()

    def _repr_html_(self: _Rendered) -> str:
        assert FORMAT_HTML is not None
        return self._rendered(FORMAT_HTML)


if TYPE_CHECKING:
    Html = Plain
else:
    Html = Plain if FORMAT_HTML is None else Shown
