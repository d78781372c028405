"""What must hold of the graph: every rule, what breaks it, and what makes anew what follows from facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from graphcrm import warmth
from graphcrm.dates import bounds
from graphcrm.errors import InvalidDateError
from graphcrm.graph import Graph
from graphcrm.nodes import schema
from graphcrm.queries.checks.dated_edges import DatedEdge, dated_edges
from graphcrm.queries.checks.duplicate_handles import duplicate_handles
from graphcrm.queries.checks.finding import Found
from graphcrm.queries.checks.knows_drift import knows_drift
from graphcrm.queries.checks.misplaced_edges import misplaced_edges
from graphcrm.queries.checks.missing_revisions import missing_revisions
from graphcrm.queries.checks.open_owners import open_owners
from graphcrm.queries.checks.put_bounds import put_bounds
from graphcrm.queries.checks.stale_knows import stale_knows
from graphcrm.queries.users.users import users
from graphcrm.services import derived
from graphcrm.services.stints import BOUNDS

MOST = 1_000  # of the findings of one rule: who has more, begins with these
_PAGE = 10_000  # dated edges at once
_USERS_MOST = 100_000
_RECORD = ("Account", "Contact", "Lead", "User")
_ENDS: dict[str, tuple[Sequence[str], Sequence[str]]] = {
    "WORKS_AT": (["Contact"], ["Account"]),
    "INTERACTED_WITH": (["User"], ["Contact", "Lead"]),
    "ASSIGNED_TO": (["Account", "Contact", "Lead"], ["User"]),
    "KNOWS": (["User"], ["Contact"]),
    "RATES": (["User"], ["Contact"]),
    "REPORTS_TO": (["Contact"], ["Contact"]),
    "RELATED_TO": (["Contact"], ["Contact"]),
    "SUBSIDIARY_OF": (["Account"], ["Account"]),
    "PARTNER_OF": (["Account"], ["Account"]),
    "SUCCEEDED_BY": (["Account"], ["Account"]),
    "HAS_HANDLE": (_RECORD, ["Handle"]),
    "MEMBER_OF": (["User"], ["Team"]),
    "IS": (["User"], ["Contact"]),
    "ON": (["Revision"], ["History"]),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, what it says, and what finds what breaks it; `mend` makes anew what follows from facts."""

    name: str
    says: str
    find: Callable[[Graph], Sequence[Found]]
    mend: Callable[[Graph, Sequence[Found]], None] | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What breaks a rule: where, and what is wrong."""

    rule: str
    where: list[str]
    what: str


Progress = Callable[[str, float, float], None]


def check(graph: Graph, *, repair: bool = False, progress: Progress = lambda *_: None) -> list[Finding]:
    """What breaks a rule; with `repair`, what is left once what follows from facts was made anew."""
    found: list[Finding] = []
    for number, rule in enumerate(RULES):
        progress(f"Checking {rule.name}", number, len(RULES))
        broken = rule.find(graph)
        while repair and broken and rule.mend:
            rule.mend(graph, broken)
            before, broken = broken, rule.find(graph)
            if len(broken) >= len(before) and set(map(str, broken)) == set(map(str, before)):
                break
        found += [Finding(rule.name, one.where, one.what) for one in broken]
    return found


def _schema(graph: Graph) -> list[Found]:
    return [Found([], line) for line in schema.drift(graph)]


def _bounds(graph: Graph) -> list[Found]:
    today = datetime.now(UTC).date()
    found: list[Found] = []
    for edge in _pages(graph):
        fault = _fault(edge, today)
        if fault:
            found.append(Found([edge.uid], fault))
            if len(found) >= MOST:
                break
    return found


def _pages(graph: Graph) -> Iterator[DatedEdge]:
    page = dated_edges(graph, after="", limit=_PAGE)
    while page:
        yield from page
        page = dated_edges(graph, after=page[-1].uid, limit=_PAGE) if len(page) == _PAGE else []


def _fault(edge: DatedEdge, today: date) -> str | None:
    """What is wrong with the bounds of an edge, None for nothing."""
    if edge.verified_on is None or edge.end_status is None:
        return "it has no verified_on, or no end_status"
    try:
        wanted = bounds(edge.start, edge.end, edge.end_status, edge.verified_on, today=today)
    except InvalidDateError as error:
        return f"its dates cannot be: {error.detail}"
    stored = tuple(getattr(edge, name) for name in BOUNDS)
    return None if stored == tuple(wanted) else f"its bounds are {_shown(stored)}, and should be {_shown(wanted)}"


def _shown(days: Sequence[date | None]) -> str:
    return ", ".join(str(day) for day in days)


def _mend_bounds(graph: Graph, found: Sequence[Found]) -> None:
    today, wrong = datetime.now(UTC).date(), {one.where[0] for one in found}
    rows = []
    for edge in _pages(graph):
        if edge.uid not in wrong:
            continue
        verified_on, status = edge.verified_on or today, edge.end_status or ("ended" if edge.end else "ongoing")
        try:
            days = bounds(edge.start, edge.end, status, verified_on, today=today)
        except InvalidDateError:
            continue  # which of its dates is wrong, somebody has to say
        rows.append({"uid": edge.uid, "verified_on": verified_on, "end_status": status, **days._asdict()})
    put_bounds(graph, rows=rows)


def _knows(graph: Graph) -> list[Found]:
    found: list[Found] = []
    for user in users(graph, limit=_USERS_MOST):
        found += knows_drift(
            graph, user=user.uid, weights=warmth.CHANNEL_WEIGHTS, crowd=warmth.CROWD, epoch_ms=derived.EPOCH_MS,
            half_life_ms=derived.HALF_LIFE_MS, limit=MOST,
        )  # fmt: skip
    return found[:MOST] + stale_knows(graph, limit=MOST)


def _mend_knows(graph: Graph, found: Sequence[Found]) -> None:
    pairs = [{"user": one.where[0], "contact": one.where[1]} for one in found]
    graph.transaction(lambda tx: derived.know(tx, pairs))


def _misplaced(graph: Graph) -> list[Found]:
    return misplaced_edges(graph, ends=_ENDS, limit=MOST)


RULES = (
    Rule("schema", "The constraints and indexes are those of this version.", _schema),
    Rule("bounds", "The bounds of every stint and link follow from its dates as entered.", _bounds, _mend_bounds),
    Rule("edges", "Edges have a uid, join the right kinds of records, and are at none in the trash.", _misplaced),
    Rule("owners", "A record has one open owner at most.", lambda graph: open_owners(graph, limit=MOST)),
    Rule("ties", "KNOWS follows from the interactions, to nine digits.", _knows, _mend_knows),
    Rule("handles", "An address is one node, and one edge.", lambda graph: duplicate_handles(graph, limit=MOST)),
    Rule("revisions", "Every change of a record is remembered.", lambda graph: missing_revisions(graph, limit=MOST)),
)
