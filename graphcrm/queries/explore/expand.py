"""One page of what is around a record, by edges of one kind: current before former, the strongest ties first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from graphcrm.dates import Moment
from graphcrm.graph import Runner
from graphcrm.queries.colleagues.acquaintance import Acquaintance
from graphcrm.queries.colleagues.colleagues import colleagues
from graphcrm.queries.explore.picture import Node, nodes
from graphcrm.queries.network.edge import Edge, EdgeKind, StoredEdge, drawn
from graphcrm.queries.network.ids import by_type
from graphcrm.queries.network.jobs import jobs
from graphcrm.queries.network.links import links
from graphcrm.queries.network.owners import owners
from graphcrm.queries.network.ties import ties
from graphcrm.queries.paths.question import MAX_UNIT

_EVERY = 10**6


@dataclass(frozen=True, slots=True)
class Page:
    """Neighbours and the edges to them; `total` counts the edges of all pages."""

    nodes: list[Node]
    edges: list[Edge]
    total: int


class Asked(NamedTuple):
    """Around whom, by which kind of edges, with which letters in the name (in lower case), and which page."""

    of: str
    kind: EdgeKind
    q: str | None
    skip: int
    limit: int


@dataclass(frozen=True, slots=True)
class Group:
    """Edges of one kind, those of all pages counted, and the records at their other ends, by id."""

    kind: EdgeKind
    edges: list[Edge]
    total: int
    there: Mapping[str, Node]


def expand(runner: Runner, asked: Asked, when: Moment, *, past: bool) -> Page:
    """One page of neighbours."""
    edges, total = _EDGES[asked.kind](runner, asked, when)
    others = [end for edge in edges for end in edge.ends if end != asked.of]
    return Page(nodes(runner, others, when, past=past), edges, total)


def around_all(
    runner: Runner, of: str, kinds: Iterable[EdgeKind], when: Moment, *, past: bool, limit: int
) -> list[Group]:
    """The first neighbours by edges of each of some kinds."""
    found = [(kind, *_EDGES[kind](runner, Asked(of, kind, None, 0, limit), when)) for kind in kinds]
    others = [end for _, edges, _ in found for edge in edges for end in edge.ends if end != of]
    there = {node.id: node for node in nodes(runner, others, when, past=past)}
    return [Group(kind, edges, total, there) for kind, edges, total in found]


Found = tuple[list[Edge], int]


def _jobs(runner: Runner, asked: Asked, when: Moment) -> Found:
    of = by_type([asked.of])
    return _stored(
        jobs(
            runner,
            contacts=of["contacts"] or None,
            accounts=of["accounts"] or None,
            on=when.on,
            before=when.before,
            q=asked.q,
            skip=asked.skip,
            limit=asked.limit,
        ),
        when,
    )


def _owners(runner: Runner, asked: Asked, when: Moment) -> Found:
    of = by_type([asked.of])
    return _stored(
        owners(
            runner,
            accounts=of["accounts"] or None,
            contacts=of["contacts"] or None,
            leads=of["leads"] or None,
            users=of["users"] or None,
            on=when.on,
            q=asked.q,
            skip=asked.skip,
            limit=asked.limit,
        ),
        when,
    )


def _links(runner: Runner, asked: Asked, when: Moment) -> Found:
    of = by_type([asked.of])
    return _stored(
        links(
            runner,
            accounts=of["accounts"],
            contacts=of["contacts"],
            users=of["users"],
            kinds=["own" if asked.kind == "own" else "link"],
            among=False,
            on=when.on,
            q=asked.q,
            skip=asked.skip,
            limit=asked.limit,
        ),
        when,
    )


def _ties(runner: Runner, asked: Asked, when: Moment) -> Found:
    of = by_type([asked.of])
    found = ties(
        runner,
        users=of["users"] or None,
        contacts=of["contacts"] or None,
        leads=of["leads"] or None,
        before=when.before,
        q=asked.q,
        skip=asked.skip,
        limit=asked.limit,
    )
    return [tie.edge for tie in found], found[0].total if found else 0


def _colleagues(runner: Runner, asked: Asked, when: Moment) -> Found:
    """All of them are weighed for one page, as on a contact's own page."""
    contacts = by_type([asked.of])["contacts"]
    everybody = (
        colleagues(runner, contact=contacts[0], on=when.on, max_unit=MAX_UNIT, limit=_EVERY) if contacts else None
    )
    people = [one for one in everybody.people if (asked.q or "") in one.colleague_name.lower()] if everybody else []
    return [_joined(one) for one in people[asked.skip : asked.skip + asked.limit]], len(people)


def _joined(pair: Acquaintance) -> Edge:
    """Two people who may have worked together, from the first stretch of it to the last."""
    one, other = sorted((pair.contact, pair.colleague))
    starts = [part.stretch.start for part in pair.shared]
    ends = [part.stretch.end for part in pair.shared]
    start = None if None in starts else min(day for day in starts if day)
    end = None if None in ends else max(day for day in ends if day)
    label = ", ".join(dict.fromkeys(part.account_name for part in pair.shared))
    return Edge(
        f"colleague:{one}:{other}",
        "colleague",
        f"contact:{one}",
        f"contact:{other}",
        label,
        certain=pair.certain,
        current=end is None,
        start_min=start,
        start_max=start,
        end_min=end,
        end_max=end,
        strength=pair.strength,
    )


def _stored(found: list[StoredEdge], when: Moment) -> Found:
    return [drawn(edge, when.on) for edge in found], found[0].total if found else 0


_EDGES: dict[EdgeKind, Callable[[Runner, Asked, Moment], Found]] = {
    "job": _jobs, "tie": _ties, "owner": _owners, "link": _links, "own": _links, "colleague": _colleagues,
}  # fmt: skip
