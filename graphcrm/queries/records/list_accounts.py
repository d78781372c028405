"""One page of accounts, by name."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.records.entry import Entry

_CYPHER = cypher(__file__)


def list_accounts(runner: Runner, *, after_name: str = "", after_uid: str = "", limit: int = 50) -> list[Entry]:
    """The page after the record of that name and uid."""
    return runner.read(_CYPHER, Entry, after_name=after_name, after_uid=after_uid, limit=limit)
