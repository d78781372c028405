"""What accounts, contacts, leads, opportunities, campaigns, tags, tasks and users are called, in the trash or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
_KINDS = 7  # which may have the same uid


@dataclass(frozen=True, slots=True)
class Named:
    """A record and its name."""

    type: str
    uid: str
    name: str


def names(runner: Runner, *, uids: Iterable[str]) -> list[Named]:
    """The records that have these uids; what is not there, or was purged, is left out."""
    wanted = sorted(set(uids))
    return runner.read(_CYPHER, Named, uids=wanted, limit=_KINDS * len(wanted)) if wanted else []
