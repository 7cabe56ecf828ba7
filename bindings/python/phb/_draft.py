"""A budget under construction: what is said of it so far, and a check of each addition."""

from __future__ import annotations

from typing import Any

from phb import _native
from phb._members import Json, Written, write
from phb.errors import PhbError, PhbLookupError


class Draft:
    """The members of a budget's document, which can be added to.

    What is added is read at once, but not together with all that was added before: each addition
    would take longer than the last. It is read in a document of its own.
    """

    __slots__ = ("_taken", "members")

    def __init__(self, members: dict[str, Any]) -> None:
        self.members = members
        costs: set[str] = set()  # assistants and lines have one set of ids
        self._taken = {"assistants": costs, "lines": costs, "funders": set[str]()}
        for key, taken in self._taken.items():
            taken.update(each["id"] for each in members.get(key, []))

    def read(self) -> _native.Budget:
        """The budget as it is now; raises what is wrong with the whole of it."""
        try:
            return _native.Budget(write(self.members))
        except PhbError as error:
            raise _said_of(error, error.path) from None

    def add(self, key: str, said: dict[str, Any]) -> None:
        """Adds to a list, unless what is added is wrong by itself."""
        item = Written(write(said))
        items = self.members.get(key, [])
        self._check(key, said, item, f"/{key}/{len(items)}")
        items.append(item)
        self.members[key] = items
        self._taken[key].add(said["id"])

    def _check(self, key: str, said: dict[str, Any], item: Json, path: str) -> None:
        """Raises what is wrong with an item. What can only be told of the whole may be mended by
        what is said later."""
        alone = {each: self.members[each] for each in ("format", "period")}
        # Where its id is taken, it stands beside another of that id: itself.
        alone[key] = [item, item] if said["id"] in self._taken[key] else [item]
        if "assistants" in said:
            named = [id for id in dict.fromkeys(said["assistants"]) if id != said["id"]]
            alone["assistants"] = [_somebody(id) for id in named]
        try:
            _native.Budget(write(alone))
        except PhbLookupError:
            return  # a funder, who may yet come
        except PhbError as error:
            if error.path == f"/{key}":
                return  # all of the list: shares that others will make up
            inside = error.path[len(f"/{key}/0") :] if error.path.startswith(f"/{key}/") else ""
            raise _said_of(error, path + inside) from None


def _somebody(id: str) -> Json:
    """Whoever a line names is taken to be there, so that what else is wrong with it is found."""
    return {
        "id": id,
        "pay_frequency": "weekly",
        "hours": [{"hours_per_week": 1, "rate": "0"}],
        "leave": {"method": "accrual"},
        "deployment": "direct_payment",
    }


def _said_of(error: PhbError, path: str) -> PhbError:
    """The same without a byte: nobody has seen the document that was read."""
    return type(error)(error.code, error.message, path)
