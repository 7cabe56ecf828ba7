"""HTML for notebooks: the C library writes it, so that a web page and Java print the same."""

from __future__ import annotations

from typing import Protocol

from phb import _native


class _Rendered(Protocol):
    def _rendered(self, format: int) -> str: ...


class Html:
    """What a notebook shows as the part of a page that the C library makes."""

    __slots__ = ()

    def _repr_html_(self: _Rendered) -> str:
        return self._rendered(_native.FORMAT_HTML)
