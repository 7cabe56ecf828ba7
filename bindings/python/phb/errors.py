"""What goes wrong, as exceptions.

A budget that breaks a rule is not an error: it has findings. An exception says that a call could
not be carried out. Each has ``code`` and ``name`` (the status, as in docs/errors.md), ``path`` (a
JSON Pointer into the document, "" for the whole of it), ``position`` (a byte offset, or None) and
``message``. None of them quotes what a document says: these are health records.
"""

from __future__ import annotations

from phb import _native


class PhbError(Exception):
    """A call to the library could not be carried out."""

    def __init__(self, code: int, message: str, path: str = "", position: int = -1) -> None:
        super().__init__(code, message, path, position)
        self.code = code
        self.name = _native.status_name(code)
        self.message = message
        self.path = path
        self.position = None if position < 0 else position

    def __str__(self) -> str:
        if self.path or self.position is None:
            return f"{self.path}: {self.message}" if self.path else self.message
        return f"byte {self.position}: {self.message}"


class PhbArgumentError(PhbError, ValueError):
    """An argument is missing or has no meaning: a mistake in the calling program."""


class PhbInternalError(PhbError, RuntimeError):
    """The library contradicted itself: please report it."""


class PhbMemoryError(PhbError, MemoryError):
    """There is not enough memory."""


class PhbValueError(PhbError, ValueError):
    """A date, a number or a text is out of bounds."""


class PhbLookupError(PhbError, LookupError):
    """There is no such key, id or line, or no such law on that day."""


class PhbInputError(PhbError, ValueError):
    """Something is said twice, or something needed is missing."""


class PhbDocumentError(PhbError, ValueError):
    """A document is not JSON, or JSON of another shape."""


#: The class of each status, by its name.
CLASSES: dict[str, type[PhbError]] = {
    "ARGUMENT": PhbArgumentError,
    "STRUCT": PhbInternalError,
    "MEMORY": PhbMemoryError,
    "INTERNAL": PhbInternalError,
    "LIMIT": PhbValueError,
    "UTF8": PhbValueError,
    "RANGE": PhbValueError,
    "DATE": PhbValueError,
    "DATE_AMBIGUOUS": PhbValueError,
    "NOT_FOUND": PhbLookupError,
    "DUPLICATE": PhbInputError,
    "INCOMPLETE": PhbInputError,
    "JSON_SYNTAX": PhbDocumentError,
    "JSON_SHAPE": PhbDocumentError,
    "RATE_UNKNOWN": PhbLookupError,
    "RATE_NOT_IN_FORCE": PhbLookupError,
}


def _make(code: int, message: str, path: str, position: int) -> PhbError:
    """The exception for a status; of a later library's status, the family's head."""
    return CLASSES.get(_native.status_name(code), PhbError)(code, message, path, position)


_native.set_maker(_make)
