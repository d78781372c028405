"""Take the write locks of some [label, uid] records, in the order given, and say which of them are in the trash."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)

Held = dict[tuple[str, str], datetime | None]


def hold_records(runner: Runner, *, records: Iterable[tuple[str, str]]) -> Held:
    """The records that exist, by label and uid, with when they were put into the trash, None for not.

    As lock_records, for many of which nothing else is asked: a fifth of its time.
    """
    ((found,),) = runner.write(_CYPHER, records=[list(record) for record in sorted(set(records))])
    return {(label, uid): deleted_at for label, uid, deleted_at in found}
