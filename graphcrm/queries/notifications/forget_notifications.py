"""Forget what users were told of some records, and what was told to those of them that are users."""

from __future__ import annotations

from collections.abc import Iterable

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def forget_notifications(runner: Runner, *, records: Iterable[tuple[str, str]]) -> int:
    """Delete the notifications about records, by label and uid, and to them; answers how many there were."""
    return int(runner.write(_CYPHER, records=[list(record) for record in records])[0][0])
