"""Which of some contacts are at the target, best bound first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.warmth import MODEL

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class AtTarget:
    """A contact at the target, what reaching it is worth, and the most that a path which ends there directly can
    rank."""

    target_contact: str
    relevance: float
    bound: float


def direct_of_contacts(
    runner: Runner, *, contacts: Sequence[str], ties: Mapping[str, float], target: str, on: date, limit: int
) -> list[AtTarget]:
    """Which of some contacts are at the target; `ties` has the most that a tie with each can be."""
    return runner.read(_CYPHER, AtTarget, contacts=contacts, ties=ties, target=target, on=on, model=MODEL, limit=limit)
