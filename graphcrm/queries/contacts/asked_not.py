"""Which of some contacts have asked us not to contact them."""

from __future__ import annotations

from collections.abc import Iterable

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def asked_not(runner: Runner, *, contacts: Iterable[str]) -> frozenset[str]:
    """Their uids."""
    asked = sorted(set(contacts))
    return frozenset(runner.read(_CYPHER, str, contacts=asked, limit=len(asked))) if asked else frozenset()
