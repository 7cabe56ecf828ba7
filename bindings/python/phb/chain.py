"""The chain of a plan: from each need to what pays for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, overload

from phb import _native
from phb._handle import Result
from phb._pages import Pages
from phb.table import Table

if TYPE_CHECKING:
    from phb.rows import Link


class Chain(Result[_native.Chain], Sequence["Link"], Pages):
    """Links, each behind the one it hangs on. It shows people their own words, so it is as private
    as the plan. Made by ``Plan.chain``."""

    __slots__ = ()

    @property
    def links(self) -> Table[Link]:
        """All links, as a table."""
        native = self._open().table()
        return Table._made(native, self._open(), "Link", (getattr, (self, "links")))

    def __len__(self) -> int:
        return len(self.links)

    @overload
    def __getitem__(self, index: int) -> Link: ...
    @overload
    def __getitem__(self, index: slice) -> list[Link]: ...
    def __getitem__(self, index: int | slice) -> Link | list[Link]:
        return self.links[index]

    def __iter__(self) -> Iterator[Link]:
        return iter(self.links)

    def to_json(self) -> str:
        """A ``phb-chain/1`` document."""
        return self._open().json()

    def _rendered(self, format: int) -> str:
        return self._open().rendered(format)

    def to_csv(self) -> str:
        """The table as CSV."""
        return self._rendered(_native.FORMAT_CSV)

    def _document(self) -> object:
        return self.to_json()

    def __repr__(self) -> str:
        if self.closed:
            return "<Chain, closed>"
        return f"<Chain: {len(self)} links>"
