"""One page of contacts, by name."""

from __future__ import annotations

from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.records.entry import Entry

_CYPHER = cypher(__file__)


def list_contacts(
    runner: Runner, *, on: date, after_name: str = "", after_uid: str = "", limit: int = 50
) -> list[Entry]:
    """The page after the record of that name and uid, with where they are on the day."""
    return runner.read(_CYPHER, Entry, on=on, after_name=after_name, after_uid=after_uid, limit=limit)
