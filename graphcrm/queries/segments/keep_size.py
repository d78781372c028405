"""Keep of a segment how many records were in it on a day, unless that is kept already."""

from __future__ import annotations

from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def keep_size(runner: Runner, *, uid: str, day: date, size: int, most: int) -> bool:
    """Whether it was written; `most` days are kept."""
    return bool(runner.write(_CYPHER, uid=uid, day=day.isoformat(), size=size, most=most))
