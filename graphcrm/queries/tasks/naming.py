"""What is remembered of what is tied to records and names a uid, or may."""

from __future__ import annotations

import json
from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.sealed import MARK

_CYPHER = cypher(__file__)
_MOST = 10_000_000  # all there are


@dataclass(frozen=True, slots=True)
class Naming:
    """A revision of a task, an opportunity, a contract, an order or a service request, and its states as JSON."""

    uid: str
    kind: str
    before: str | None
    after: str | None


def naming(runner: Runner, *, uid: str, limit: int = _MOST) -> list[Naming]:
    """The revisions in which it stands as a text of its own; where revisions are sealed, all of them."""
    return runner.read(_CYPHER, Naming, uid=json.dumps(uid, ensure_ascii=False), mark=MARK, limit=limit)
