"""What a path rests on, to be kept: uids, numbers and dates, no names, as names are asked for when it is shown."""

from __future__ import annotations

from typing import Any

from graphcrm.queries.colleagues.acquaintance import Acquaintance, Shared
from graphcrm.queries.paths import Path, WarmPaths
from graphcrm.queries.ties.tie import Tie
from graphcrm.warmth import MODEL_VERSION

Grounds = dict[str, Any]


def grounds(path: Path, answer: WarmPaths) -> Grounds:
    """The score, and of each hop how strong it was and why."""
    return {
        "model_version": MODEL_VERSION,
        "as_of": answer.as_of,
        "score": round(path.score, 6),
        "band": path.band,
        "certain": path.certain,
        "hops": [{"strength": round(hop.strength, 6), **_of(hop.evidence)} for hop in path.hops],
    }


def _of(hop: Tie | Acquaintance) -> Grounds:
    if isinstance(hop, Tie):
        return {
            "kind": "knows", "from": hop.user, "to": hop.contact, "interactions": hop.count, "rating": hop.rating,
            "first_on": hop.first_at.date() if hop.first_at else None,
            "last_on": hop.last_at.date() if hop.last_at else None,
        }  # fmt: skip
    shared = [_together(part) for part in hop.shared]
    return {"kind": "worked_together", "from": hop.contact, "to": hop.colleague, "shared": shared}


def _together(part: Shared) -> Grounds:
    stretch = part.stretch
    return {
        "account": part.account, "from": stretch.start, "to": stretch.end, "certain_days": stretch.certain_days,
        "same_department": part.same_department,
    }  # fmt: skip
