"""Take the write locks of some [label, uid] records, in the order given, and say which are in the trash and whose."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


class HeldRecord(NamedTuple):
    """When a record was put into the trash, None for not, and the uid of its owner."""

    deleted_at: datetime | None
    owner: str | None


Held = dict[tuple[str, str], HeldRecord]


def hold_records(runner: Runner, *, records: Iterable[tuple[str, str]]) -> Held:
    """The records that exist, by label and uid.

    As lock_records, for many of which nothing else is asked: a fifth of its time.
    """
    ((found,),) = runner.write(_CYPHER, records=[list(record) for record in sorted(set(records))])
    return {(label, uid): HeldRecord(deleted_at, owner) for label, uid, deleted_at, owner in found}
