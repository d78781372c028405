"""An entry of the audit log, as it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; `user_name` is that of today, None where the user is gone or was none."""

    seq: int
    at: datetime
    user: str | None
    user_name: str | None
    action: str
    what: list[str]
    records: list[str]
    change: str | None
    address: str
    request: str | None
    hash: str
