"""The head of the audit log, and how many entries have no number."""

from __future__ import annotations

from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class StoredHead:
    """The head's number and hash, 0 and nothing where there is no head; and how many entries have no number."""

    seq: int
    hash: str
    unnumbered: int


def audit_head(runner: Runner) -> StoredHead:
    """The head as it is stored."""
    return runner.read(_CYPHER, StoredHead, limit=1)[0]
