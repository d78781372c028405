"""All pairs' parts in some events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class StoredInteraction:
    """One pair's part in an event as it is stored; `at` is ISO text, when it was recorded is left out."""

    event: str
    user: str
    label: str
    person: str
    at: str
    props: dict[str, Any]


def stored_interactions(runner: Runner, *, events: Sequence[str]) -> list[StoredInteraction]:
    """All pairs' parts in some events."""
    (found,) = runner.read(_CYPHER, list[list[Any]], events=events)
    return [StoredInteraction(*part) for part in found]
