"""Handles: one node for one address, in its normal form, that somebody has."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.errors import InvalidInputError
from graphcrm.graph import Graph
from graphcrm.queries.checks.duplicate_handles import duplicate_handles
from graphcrm.queries.checks.erase_handles import erase_handles
from graphcrm.queries.checks.finding import Found
from graphcrm.queries.checks.handle_page import handle_page
from graphcrm.queries.checks.idle_handles import idle_handles
from graphcrm.services.checks.rule import MOST, Broken, Rule, in_batches, pages
from graphcrm.services.handles import of

_PAGE = 20_000


def _find(graph: Graph) -> list[Found]:
    found = duplicate_handles(graph, limit=MOST)
    for uid, kind, value in pages(
        lambda after: handle_page(graph, after=after, limit=_PAGE), lambda handle: handle[0], _PAGE
    ):
        if len(found) >= MOST:
            break
        if uid == f"{kind}:{value}" and (normal := _normal(kind, value)) != value:
            found.append(Found([uid], f"its normal form is {normal}: who looks for that does not find it"))
    return found


def _normal(kind: str, value: str) -> str:
    """The normal form of an address."""
    try:
        return of(kind, value).value
    except InvalidInputError:
        return "none"


def _mend_idle(graph: Graph, found: Sequence[Broken]) -> None:
    in_batches(graph, (one.where[0] for one in found), lambda tx, uids: erase_handles(tx, uids=uids))


RULES = (
    Rule(
        "handles",
        "An address is one node, in its normal form, and one edge.",
        "Take it from one of the records, or enter it again as it should be.",
        _find,
    ),
    Rule(
        "idle",
        "Every address is somebody's.",
        "It is erased.",
        lambda graph: idle_handles(graph, limit=MOST),
        _mend_idle,
    ),
)
