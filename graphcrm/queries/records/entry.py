"""One record in a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

Key = str | float | datetime


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with one detail: an account's industry, a contact's employer that day, a lead's company.

    `matched` is the text that a search found, `fields` what the list of its kind shows beside, and `key` and `tie` are
    where the list goes on after it. `more` is what is told beside (told.py: OfAccount, OfContact, OfLead), None where
    nobody asked, and `strength` that of the named user's tie with the contact.
    """

    type: str
    uid: str
    name: str
    detail: str | None
    matched: str | None
    rev: int
    external_id: str | None
    created_at: datetime | None
    updated_at: datetime | None
    fields: dict[str, Any]
    key: Key
    tie: str
    more: Any
    strength: float | None
