"""What some leads became."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class StoredConversion:
    """That a lead became a record, a `label` of Contact or Account; when it was recorded is left out."""

    uid: str
    lead: str
    label: str
    record: str
    at: datetime
    props: dict[str, Any]


def stored_conversions(runner: Runner, *, leads: Sequence[str]) -> list[StoredConversion]:
    """What some leads became, contacts first."""
    return runner.read(_CYPHER, StoredConversion, leads=leads)
