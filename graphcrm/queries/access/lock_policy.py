"""What the roles may do, as stored; who else changes it waits until this transaction ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Stored:
    """The policy as JSON, None where nobody has changed what was shipped, and its revision, 0 then."""

    roles: str | None
    rev: int


def lock_policy(runner: Runner, *, at: datetime) -> Stored:
    """The policy, made where there is none."""
    return Stored(*runner.write(_CYPHER, at=at)[0])
