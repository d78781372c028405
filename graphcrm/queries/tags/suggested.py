"""The names of tags in which some letters are, those that begin with them first."""

from __future__ import annotations

from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Suggested:
    """A tag as it is offered."""

    uid: str
    name: str
    colour: str


def suggested(runner: Runner, *, text: str, limit: int) -> list[Suggested]:
    """Those in whose key (nodes/tags.py) a text is."""
    return runner.read(_CYPHER, Suggested, text=text, limit=limit)
