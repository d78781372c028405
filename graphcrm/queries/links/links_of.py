"""The links of an account or a contact, whichever way they go, that had begun by a day; unknown starts first."""

from __future__ import annotations

from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.links.link import OneLink

_CYPHER = cypher(__file__)


def links_of(
    runner: Runner, *, label: str, uid: str, on: date, after: tuple[date, date, str] | None = None, limit: int = 50
) -> list[OneLink]:
    """One page of links; `after` are start_min, end_max and uid of the last one seen."""
    return runner.read(_CYPHER, OneLink, label=label, uid=uid, on=on, after=after, limit=limit)
