"""Some people of one account as of a day, with their jobs there, for the end of a path."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class TargetPerson:
    """One person at the target; `jobs` are [title, role, verified_on, certain], the primary one first."""

    contact: str
    name: str
    jobs: list[tuple[str | None, str | None, date, bool]]


def target_people(runner: Runner, *, target: str, contacts: Sequence[str], on: date, limit: int) -> list[TargetPerson]:
    """Some people of one account as of a day, with their jobs there, for the end of a path."""
    return runner.read(_CYPHER, TargetPerson, target=target, contacts=contacts, on=on, limit=limit)
