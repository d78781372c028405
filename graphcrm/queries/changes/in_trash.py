"""One record in the trash, whose it is, and how many edges of each type are set aside with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from graphcrm.access import kind_of
from graphcrm.errors import NotInTrashError, said
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class SetAside:
    """A record in the trash; `owner` is a uid, `edges` are their types and how many there are."""

    uid: str
    name: str
    deleted_at: datetime
    owner: str | None
    edges: list[tuple[str, int]]


def in_trash(runner: Runner, *, label: str, uid: str) -> SetAside:
    """The record; raises NotInTrashError, also where there is none."""
    rows = runner.read(_CYPHER, SetAside, label=label, uid=uid, limit=1)
    if not rows:
        raise NotInTrashError(
            said("There is no %(kind)s %(uid)r in the trash.", kind=kind_of(label), uid=uid), field=kind_of(label)
        )
    return rows[0]
