"""Pages for people: the C library writes them, so that a web page and Java print the same."""

from __future__ import annotations

from typing import Protocol

from phb import _native


class _Rendered(Protocol):
    def _rendered(self, format: int) -> str: ...


class Pages:
    """What can be read by people, in one form or another."""

    __slots__ = ()

    def to_text(self: _Rendered) -> str:
        """As plain text, for a terminal or a letter."""
        return self._rendered(_native.FORMAT_TEXT)

    def to_markdown(self: _Rendered) -> str:
        """As Markdown."""
        return self._rendered(_native.FORMAT_MARKDOWN)

    def to_html(self: _Rendered, *, page: bool = False) -> str:
        """As a part of a page, or as a page of its own."""
        return self._rendered(_native.FORMAT_HTML_PAGE if page else _native.FORMAT_HTML)

    def _repr_html_(self: _Rendered) -> str:
        return self._rendered(_native.FORMAT_HTML)
