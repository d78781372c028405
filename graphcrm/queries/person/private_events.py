"""Which of some interactions are private, and who of us took part in each, whoever is in the trash."""

from __future__ import annotations

from collections.abc import Iterable

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def private_events(runner: Runner, *, events: Iterable[str]) -> dict[str, frozenset[str]]:
    """The uids of the users of each that is private: they alone read its words."""
    asked = sorted(set(events))
    return dict(runner.read(_CYPHER, _pair, events=asked, limit=len(asked))) if asked else {}


def _pair(event: str, users: list[str]) -> tuple[str, frozenset[str]]:
    return event, frozenset(users)
