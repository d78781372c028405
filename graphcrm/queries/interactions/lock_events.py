"""Take the write locks of all pairs' parts in some events, in the order of their uids, and read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class LockedPart:
    """One pair's part in an event, with all its properties; nobody else can change it until the transaction ends."""

    event: str
    user: str
    label: str
    person: str
    props: dict[str, Any]


def lock_events(runner: Runner, *, events: Sequence[str]) -> list[LockedPart]:
    """All pairs' parts in some events."""
    ((found,),) = runner.write(_CYPHER, events=events)
    return [LockedPart(*part) for part in found]
