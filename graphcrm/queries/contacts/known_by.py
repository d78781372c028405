"""Who knows a contact, and how well."""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.ties.tie import Tie, weigh
from graphcrm.queries.ties.tie_evidence import tie_evidence


def known_by(runner: Runner, *, contact: str, before: datetime, limit: int = 10_000) -> list[Tie]:
    """The ties of all active users with the contact, strongest first."""
    ties = [weigh(found, before) for found in tie_evidence(runner, contact=contact, before=before, limit=limit)]
    return sorted(ties, key=lambda tie: (-tie.strength, tie.user))
