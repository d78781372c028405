"""How many leads a user may give themselves on one day, by what their teams say, and how many they did."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Taken:
    """`most` leads a day, None for any number; `taken` is not counted where any number may be."""

    most: int | None
    taken: int


def taken(runner: Runner, *, user: str, on: date) -> Taken:
    """What a user took on a day; nobody's limit is that of a user who is not there."""
    found = runner.read(_CYPHER, Taken, user=user, on=on, limit=1)
    return found[0] if found else Taken(None, 0)
