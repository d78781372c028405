"""Write one entry behind the end of the audit log, which it becomes; only who has claimed the head may."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_entry(runner: Runner, *, props: Mapping[str, object], uids: Sequence[str]) -> None:
    """Write an entry with all its properties, and by which uids it is found."""
    runner.write(_CYPHER, props=props, uids=uids)
