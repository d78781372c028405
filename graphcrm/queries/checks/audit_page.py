"""Entries of the audit log by number, with all that their hashes cover, and the records that they are not found by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """An entry with all its properties; `lost` are those of its records by which it is not found."""

    seq: int
    stored: dict[str, Any]
    lost: list[str]


def audit_page(runner: Runner, *, first: int, limit: int) -> list[StoredEntry]:
    """Entries from a number on."""
    return runner.read(_CYPHER, StoredEntry, first=first, limit=limit)
