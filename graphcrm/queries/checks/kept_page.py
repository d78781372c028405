"""A page of contracts, orders or service requests in the order of their uids, with all that is recorded of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Keeping:
    """A record, and its properties."""

    uid: str
    props: dict[str, Any]


def kept_page(runner: Runner, *, label: str, after: str, limit: int) -> list[Keeping]:
    """At most `limit` records of a label whose uid comes after another."""
    (found,) = runner.read(_CYPHER, list[list[Any]], label=label, after=after, limit=limit)
    return [Keeping(*one) for one in found]
