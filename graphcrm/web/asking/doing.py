"""One change for one request, for the API and the forms alike: in one transaction, and once for each key."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

from graphcrm.errors import DatabaseError
from graphcrm.graph import Graph, Runner
from graphcrm.queries.changes.forget_keys import forget_keys
from graphcrm.services import once
from graphcrm.services.changes import Author, Change
from graphcrm.services.once import Answer, Key

CHANGE = "Change-Id"  # the header that names the change, for its undo
_FORGET = 100  # one in so many keyed requests forgets the old keys
_TIMEOUT_S = 120.0  # of one change: the trash of an account with 40,000 jobs takes ten


def done(
    graph: Graph, author: Author, work: Callable[[Change], Answer], *, expected: int | None, key: Key | None
) -> Answer:
    """Do some work, which answers inside the transaction, or answer again what was answered to the key before.

    The answer's CHANGE names the change, where anything was changed.
    """

    def in_transaction(tx: Runner) -> Answer:
        def once_only() -> Answer:
            change = Change(tx, author, expected=expected)
            answer = change.do(work)
            return answer if change.empty else replace(answer, headers={CHANGE: change.uid, **answer.headers})

        return once.once(tx, key, once_only)

    answer = graph.transaction(in_transaction, timeout_s=_TIMEOUT_S)
    if key and random.randrange(_FORGET) == 0:  # noqa: S311  (housekeeping)
        with suppress(DatabaseError):
            forget_keys(graph, before=datetime.now(UTC) - once.KEPT)
    return answer
