"""Dates: the bounds of stints and links follow from what was entered, and times stand in UTC."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import lru_cache

from graphcrm.dates import bounds
from graphcrm.errors import InvalidDateError
from graphcrm.graph import Graph, Runner
from graphcrm.queries.checks.dated_edges import DatedEdge, dated_edges
from graphcrm.queries.checks.finding import Found
from graphcrm.queries.checks.lock_dated_edges import lock_dated_edges
from graphcrm.queries.checks.odd_instants import odd_instants
from graphcrm.queries.checks.put_bounds import put_bounds
from graphcrm.queries.checks.put_zones import put_zones
from graphcrm.services.checks.rule import MOST, Broken, Rule, in_batches, pages

_PAGE = 10_000  # dated edges at once
_ZONES = 10_000  # times put right in one transaction


def _find(graph: Graph) -> list[Found]:
    today = datetime.now(UTC).date()
    found: list[Found] = []
    for edge in pages(lambda after: dated_edges(graph, after=after, limit=_PAGE), lambda edge: edge.uid, _PAGE):
        if fault := _fault(edge, today):
            found.append(Found([edge.uid], fault))
            if len(found) >= MOST:
                break
    return found


def _fault(edge: DatedEdge, today: date) -> str | None:
    """What is wrong with the bounds of an edge, None for nothing."""
    if edge.verified_on is None or edge.end_status is None:
        return "it has no verified_on, or no end_status"
    if not edge.typed:
        return "one of its days is missing, or is text"
    try:
        wanted = _wanted(edge.start, edge.end, edge.end_status, edge.verified_on, today)
    except InvalidDateError as error:
        return f"its dates cannot be: {error.detail}"
    stored = (edge.start_min, edge.start_max, edge.end_min, edge.end_max)
    return None if stored == wanted else f"its bounds are {_shown(stored)}, and should be {_shown(wanted)}"


@lru_cache(2**14)  # many stints have the same dates
def _wanted(start: str | None, end: str | None, status: str, verified_on: str, today: date) -> tuple[str, ...]:
    """The bounds as text."""
    found = bounds(start, end, status, date.fromisoformat(verified_on), today=today)
    return tuple(day.isoformat() for day in found)


def _shown(days: Sequence[object]) -> str:
    return ", ".join(map(str, days))


def _mend(graph: Graph, found: Sequence[Broken]) -> None:
    in_batches(graph, (one.where[0] for one in found), _put)


def _put(tx: Runner, uids: Sequence[str]) -> None:
    today, rows = datetime.now(UTC).date(), []
    for edge in lock_dated_edges(tx, uids=uids):
        verified_on, status = _entered(edge, today)
        try:
            wanted = bounds(edge.start, edge.end, status, verified_on, today=today)
        except InvalidDateError:
            continue  # which of its dates is wrong, somebody has to say
        rows.append({"uid": edge.uid, "verified_on": verified_on, "end_status": status, **wanted._asdict()})
    put_bounds(tx, rows=rows)


def _entered(edge: DatedEdge, today: date) -> tuple[date, str]:
    """When it was last verified, today where nobody says; and whether it has ended, which an end says."""
    try:
        verified_on = date.fromisoformat(edge.verified_on or "")
    except ValueError:
        verified_on = today
    return verified_on, edge.end_status or ("ended" if edge.end else "ongoing")


def _zones(graph: Graph) -> list[Found]:
    return odd_instants(graph, limit=MOST)


def _mend_zones(graph: Graph, _: Sequence[Broken]) -> None:
    while put_zones(graph, limit=_ZONES) == _ZONES:
        pass


RULES = (
    Rule(
        "bounds",
        "The bounds of every stint and link follow from its dates as entered.",
        "Bounds are made anew; dates that cannot be are corrected in the record.",
        _find,
        _mend,
    ),
    Rule(
        "times",
        "Days are days, and times are instants in UTC, with a Z.",
        "Other zones are made Z; what is text is entered again.",
        _zones,
        _mend_zones,
    ),
)
