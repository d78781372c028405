"""One record in a list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with one detail: an account's industry, a contact's employer today, a lead's company."""

    uid: str
    name: str
    detail: str | None
    rev: int
