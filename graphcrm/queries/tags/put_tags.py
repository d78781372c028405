"""Make the tags that there are not yet, and say which uid each has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_tags(runner: Runner, *, rows: Sequence[dict[str, str]], at: datetime) -> dict[str, str]:
    """The uid of each tag by its key; a row has `key`, and `uid`, `name` and `colour` for one that is new."""
    return dict(runner.write(_CYPHER, rows=rows, at=at))
