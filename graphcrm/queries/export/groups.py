"""A page of the groups that are not deleted, in the order of their uids, with who is in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Group:
    """A group; `user` is the uid of whose it is, `contacts` and `accounts` uids in no order."""

    uid: str
    user: str
    name: str
    shared: bool
    contacts: list[str]
    accounts: list[str]

    @property
    def key(self) -> str:
        """Where the next page begins."""
        return self.uid


def groups(runner: Runner, *, after: str, limit: int) -> list[Group]:
    """A page of them, in the order of their uids."""
    (found,) = runner.read(_CYPHER, list[list[Any]], after=after, limit=limit)
    return [Group(*each) for each in found]
