"""The topics that are offered to who writes one down: those of their own interactions."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

from graphcrm.graph import Runner
from graphcrm.queries.interactions.topics import topics

_SINCE = timedelta(days=730)
_LOOKED = 1_000  # events, the latest
_OFFERED = 8


def offered(runner: Runner, user: str, text: str) -> list[str]:
    """Those in which some letters are, whatever their case: those of most events first."""
    found = topics(runner, user=user, since=datetime.now(UTC) - _SINCE, limit=_LOOKED)
    count = Counter(topic for some in found for topic in dict.fromkeys(some) if text.casefold() in topic.casefold())
    return sorted(count, key=lambda topic: (-count[topic], topic))[:_OFFERED]
