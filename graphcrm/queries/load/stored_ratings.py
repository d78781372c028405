"""The ratings of some (user, contact) pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class StoredRating:
    """A rating as it is stored; when it was recorded is left out."""

    user: str
    contact: str
    at: datetime
    props: dict[str, Any]


def stored_ratings(runner: Runner, *, pairs: Sequence[tuple[str, str]]) -> list[StoredRating]:
    """The ratings of some (user, contact) pairs."""
    return runner.read(_CYPHER, StoredRating, pairs=pairs)
