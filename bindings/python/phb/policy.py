"""The local rules of an integrated care board."""

from __future__ import annotations

import os
from typing import Self

from phb import _native
from phb._convert import file_text
from phb._handle import Handle, Recipe


class Policy(Handle[_native.Policy]):
    """Local rules, read from a ``phb-policy/1`` document (docs/policy.md). Immutable."""

    __slots__ = ()

    def __init__(self) -> None:
        raise TypeError("a policy is Policy.from_json(document) or Policy.read(path)")

    @classmethod
    def from_json(cls, document: str | bytes) -> Self:
        """Reads a document; raises what is wrong with it, and where."""
        policy = cls.__new__(cls)
        policy._native = _native.Policy(document)
        return policy

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Self:
        """Reads a file."""
        return cls.from_json(file_text(path))

    def to_json(self) -> str:
        """The same policy as a document."""
        return self._open().json()

    @property
    def edition(self) -> str:
        """Name and version, such as "north/3"."""
        return self._open().edition()

    def _document(self) -> object:
        return self.to_json()

    def __reduce__(self) -> Recipe:
        return (type(self).from_json, (self.to_json(),))

    def __repr__(self) -> str:
        return "<Policy, closed>" if self.closed else f"<Policy {self.edition}>"
