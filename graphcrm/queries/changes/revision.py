"""What one change did to one thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision; `before` and `after` are JSON, None for what was not there. `by` is None for the command line."""

    uid: str
    change: str
    kind: str
    of: str
    rev: int
    action: str
    at: datetime
    by: str | None
    by_name: str | None
    why: str | None
    before: str | None
    after: str | None
    undoes: str | None
    private: bool
    undone: bool
