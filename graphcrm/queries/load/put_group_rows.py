"""Make groups of users, or change those that are still at the revision that was read, and who is in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_group_rows(runner: Runner, *, rows: Sequence[Mapping[str, object]], at: datetime) -> int:
    """Write them; a row has `uid`, `user`, `rev` (0 of a new one), `props`, who comes in (`contacts` and `accounts`),
    and who goes out (`gone`, labels and uids). Answers how many were so."""
    ((written,),) = runner.write(_CYPHER, rows=rows, at=at)
    return int(written)
