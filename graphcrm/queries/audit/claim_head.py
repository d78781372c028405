"""The end of the audit log: whoever else wants to go on from there waits until this transaction ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Head:
    """The number, the hash and the time of the last entry; 0, nothing and `now` where there was no head."""

    seq: int
    hash: str
    at: datetime


def claim_head(runner: Runner, *, now: datetime) -> Head:
    """The head, made where there was none."""
    return Head(*runner.write(_CYPHER, now=now)[0])
