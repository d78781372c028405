"""Take handles from records; those that nobody has any more are erased."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def drop_handles(runner: Runner, *, rows: Sequence[Mapping[str, str | bool]]) -> int:
    """Take handles from records; answers how many.

    Each is given by `label` and `uid` of the record, `handle`, the handle's uid, and `stays` where it is put again.
    """
    ((written,),) = runner.write(_CYPHER, rows=rows)
    return int(written)
