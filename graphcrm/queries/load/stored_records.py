"""The records of one label that have these uids, with their handles, teams, own contact record and tags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record as it is stored; `handles` are [uid, primary, label]. Its times of recording are left out."""

    uid: str
    props: dict[str, Any]
    handles: list[tuple[str, bool | None, str | None]]
    teams: list[str]
    own: list[str]
    tags: list[str]


def stored_records(runner: Runner, *, label: str, uids: Sequence[str]) -> list[StoredRecord]:
    """The records of one label that have these uids, with their handles, teams, own contact record and tags."""
    (found,) = runner.read(_CYPHER, list[list[Any]], label=label, uids=uids)
    return [StoredRecord(*record) for record in found]
