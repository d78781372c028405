"""Forget what users were told of some records."""

from __future__ import annotations

from collections.abc import Iterable

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def forget_notifications(runner: Runner, *, records: Iterable[tuple[str, str]]) -> int:
    """Delete the notifications about records, by label and uid; answers how many there were."""
    return int(runner.write(_CYPHER, records=[list(record) for record in records])[0][0])
