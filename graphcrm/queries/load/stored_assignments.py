"""All assignments of some [label, uid] records, of all times, and those with these uids, whosever they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class StoredAssignment:
    """An assignment as it is stored; when it was recorded is left out."""

    label: str
    record: str
    user: str
    start: date | None
    end: date | None
    props: dict[str, Any]


def stored_assignments(
    runner: Runner, *, records: Sequence[tuple[str, str]], uids: Sequence[str]
) -> list[StoredAssignment]:
    """All assignments of some [label, uid] records, of all times, and those with these uids, whosever they are."""
    return runner.read(_CYPHER, StoredAssignment, records=records, uids=uids)
