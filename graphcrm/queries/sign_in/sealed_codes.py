"""The sealed secrets of one-time codes, by uid: for sealing them anew with a newer key."""

from __future__ import annotations

from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class SealedCode:
    """The uid of a user, and the secret that their codes follow from, sealed."""

    key: str
    sealed: str


def sealed_codes(runner: Runner, *, after: str = "", limit: int = 500) -> list[SealedCode]:
    """One page of them; `after` is the last key seen."""
    return runner.read(_CYPHER, SealedCode, after=after, limit=limit)
