"""What the tests of the export's queries share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

SINCE = datetime(2024, 6, 1, 12, tzinfo=UTC)


def pages(query: Callable[..., list[Any]], *, first: Any = "", limit: int = 2) -> Iterator[list[Any]]:
    """All pages of a query, as the export asks for them."""
    after = first
    while rows := query(after=after, limit=limit):
        yield rows
        after = rows[-1].key
