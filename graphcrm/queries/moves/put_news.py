"""Note that users are told of moves, but of those of which they were, and of those that are none any more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_news(runner: Runner, *, rows: Sequence[dict[str, Any]], at: datetime) -> set[str]:
    """Write the news of moves: `uid`, `contact`, `left`, `joined`, `moved_on`, and `users`, each with `user` and `why`.

    Answers those that were news: of whom it was told within a quarter that they joined that account, it is not again.
    """
    return {uid for (uid,) in runner.write(_CYPHER, rows=list(rows), at=at)}
