"""Forget the answers kept for who asks again that name one of some records, or that its history has the change of."""

from __future__ import annotations

from collections.abc import Iterable

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.sealed import MARK

_CYPHER = cypher(__file__)


def forget_answers(runner: Runner, *, records: Iterable[tuple[str, str]]) -> int:
    """Forget them, while the histories of the records (label, uid) are there, and answer how many there were.

    All that are sealed are emptied.
    """
    return int(runner.write(_CYPHER, records=[list(record) for record in records], mark=MARK)[0][0])
