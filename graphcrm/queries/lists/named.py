"""Parts of rows: who had to do with somebody, and whose a record is."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple


class Last(NamedTuple):
    """The last interaction: when, and the user's uid and name."""

    at: datetime
    user: str
    user_name: str


def last(found: list[Any] | None) -> Last | None:
    """The last interaction, as a query answers it."""
    return Last(*found) if found else None


def owner(found: list[str] | None) -> tuple[str, str] | None:
    """A uid and a name, as a query answers them."""
    return (found[0], found[1]) if found else None
