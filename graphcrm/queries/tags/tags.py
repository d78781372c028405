"""Tags by name, or one of them, with how many records that who asks sees are tagged with each."""

from __future__ import annotations

from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, and how many records of each kind have it."""

    uid: str
    key: str
    name: str
    colour: str
    accounts: int
    contacts: int
    leads: int
    tasks: int
    rev: int


def tags(runner: Runner, *, uid: str | None = None, text: str = "", after: str = "", limit: int = 50) -> list[Tag]:
    """Those in whose key (nodes/tags.py) a text is, in the order of their keys; `after` is that of the last seen."""
    return runner.read(_CYPHER, Tag, uid=uid, text=text, after=after, limit=limit)
