"""The jobs that acquisitions have carried over, of some contacts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class CarriedJob:
    """A job at a successor, as it is stored."""

    contact: str
    account: str
    props: dict[str, Any]


def carried_jobs(runner: Runner, *, contacts: Sequence[str], limit: int) -> list[CarriedJob]:
    """As many of them as asked for, in the order of their uids."""
    return runner.read(_CYPHER, CarriedJob, contacts=contacts, limit=limit)
