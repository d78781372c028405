"""The attendance of some [campaign, label, uid] people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class StoredAttendance:
    """That a contact or a lead (`label`) attends a campaign; when it was recorded is left out."""

    campaign: str
    label: str
    person: str
    on: date | None
    props: dict[str, Any]


def stored_attendance(runner: Runner, *, attending: Sequence[tuple[str, str, str]]) -> list[StoredAttendance]:
    """Those of some people, each a campaign, a label and a uid."""
    return runner.read(_CYPHER, StoredAttendance, attending=attending)
