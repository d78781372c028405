"""The shortest ways between two records: a search from both ends that meets between them (docs/network.md).

`SHORTEST` looks at one edge at a time: it cannot ask whether two jobs at one company overlap, and what it finds first
may all be of those that do not. Each round is one query, there are six at most, and what has too many edges is reached
and not gone through.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice, pairwise
from typing import NamedTuple

from graphcrm.dates import OPEN_END, UNKNOWN_START, Moment
from graphcrm.graph import Runner
from graphcrm.queries.explore.around import one_node
from graphcrm.queries.explore.picture import Node, among, nodes
from graphcrm.queries.explore.side import Place, Side
from graphcrm.queries.network.edge import Edge, EdgeKind
from graphcrm.queries.network.ids import by_type
from graphcrm.queries.network.steps import Step, steps

HOPS_MOST = 6
PATHS_MOST = 3
_GONE_THROUGH = 500  # edges of a record between the ends, as MAX_UNIT of warm paths ...
_ENDS = 20_000  # ... and of an end
_ROWS_MOST = 30_000  # of one round: what takes about a second
_BUDGET_S = 10.0  # what is found takes far less; a cold or busy server may need it
_WEIGHED = 50  # ways of the same length that are compared
_NAMED = 20  # records that were not gone through
_TYPES: dict[str, tuple[str, ...]] = {
    "job": ("WORKS_AT",), "tie": ("KNOWS", "RATES", "INTERACTED_WITH"), "owner": ("ASSIGNED_TO",), "own": ("IS",),
    "link": ("SUBSIDIARY_OF", "PARTNER_OF", "SUCCEEDED_BY", "REPORTS_TO", "RELATED_TO"),
}  # fmt: skip

Way = tuple[str, ...]


class Ends(NamedTuple):
    """What is asked: from where to where, by edges of which kinds."""

    start: str
    end: str
    kinds: tuple[EdgeKind, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """Up to three ways of the fewest edges, with their records (both ends always) and edges.

    `not_searched` are records with how many edges, and `partial` says that not all could be searched in time.
    """

    paths: list[Way]
    nodes: list[Node]
    edges: list[Edge]
    not_searched: list[tuple[Node, int]]
    partial: bool


@dataclass(slots=True)
class _Search:
    runner: Runner
    ends: Ends
    when: Moment
    crowded: dict[str, int] = field(default_factory=dict)
    partial: bool = False

    def ways(self, weights: tuple[int, int]) -> list[Way]:
        """Search from both ends, always where there is less to look at."""
        day, until = self.when.on.isoformat(), time.monotonic() + _BUDGET_S
        start = Side(self.ends.start, self.ends.end, weights[0], day)
        end = Side(self.ends.end, self.ends.start, weights[1], day)
        while start.level + end.level < HOPS_MOST and (start.frontier or end.frontier):
            if time.monotonic() > until:
                self.partial = True
                break
            side = min((one for one in (start, end) if one.frontier), key=lambda one: one.weight)
            side.advance(self._step(side))
            if found := list(islice(_met(start, end, side), _WEIGHED)):
                fewest = min(map(len, found))
                return [way for way in found if len(way) == fewest]
        return []

    def _step(self, side: Side) -> list[Step]:
        rows = steps(
            self.runner,
            **by_type(place.id for place in side.frontier),
            types=[name for kind in self.ends.kinds for name in _TYPES[kind]],
            on=self.when.on,
            before=self.when.before,
            cap=_GONE_THROUGH if side.level else _ENDS,
            limit=_ROWS_MOST,
        )
        self.partial |= len(rows) == _ROWS_MOST
        self.crowded.update({row.start: row.edges for row in rows if row.link is None})
        return rows


def _met(start: Side, end: Side, moved: Side) -> Iterator[Way]:
    """The ways through where what was reached last meets what was reached from the other end, each once."""
    other = end if moved is start else start
    seen: set[Way] = set()
    for here in moved.frontier:
        for there in other.at.get(here.id, ()):
            if here.meets(there, moved.day):
                for way in _joined(start, end, *((here, there) if moved is start else (there, here))):
                    if way not in seen:
                        seen.add(way)
                        yield way


def _joined(start: Side, end: Side, here: Place, there: Place) -> Iterator[Way]:
    for first in start.ways(here):
        for rest in end.ways(there):
            way = (*reversed(first), *rest[1:])
            if len(set(way)) == len(way):
                yield way


def ways(runner: Runner, ends: Ends, when: Moment, *, past: bool) -> Ways:
    """The shortest ways between two records, which may be one; raises NotFoundError."""
    weights = [_weight(one_node(runner, one, when, past=past)) for one in (ends.start, ends.end)]
    search = _Search(runner, ends, when)
    found = search.ways((weights[0], weights[1])) if ends.start != ends.end else [(ends.start,)]
    edges = [
        edge for edge in among(runner, by_type(one for way in found for one in way), when) if edge.kind in ends.kinds
    ]
    best = sorted(found, key=lambda way: _rank(way, edges, when.on))[:PATHS_MOST]
    shown = dict.fromkeys([ends.start, ends.end, *(one for way in best for one in way)])
    crowded = dict(sorted(search.crowded.items(), key=lambda one: (-one[1], one[0]))[:_NAMED])
    there = {node.id: node for node in nodes(runner, [*shown, *crowded], when, past=past)}
    return Ways(
        best,
        [there[one] for one in shown if one in there],
        list({edge.id: edge for way in best for hop in _hops(way, edges, when.on) for edge in hop}.values()),
        [(there[one], number) for one, number in crowded.items() if one in there],
        search.partial,
    )


def _weight(node: Node) -> int:
    return sum(_ENDS if number is None else number for kind, number in node.degrees.items() if kind != "colleague")


def _rank(way: Way, edges: Sequence[Edge], on: date) -> tuple[object, ...]:
    """What holds today first, then what is strong; ids, so that the order is the same each time."""
    hops = _hops(way, edges, on)
    former = sum(not any(edge.current for edge in hop) for hop in hops)
    return former, -sum(max((edge.strength or 0.0 for edge in hop), default=0.0) for hop in hops), way


def _hops(way: Way, edges: Iterable[Edge], on: date) -> list[list[Edge]]:
    """The edges of each hop of a way; of jobs at a company between two people, those that overlap."""
    between: dict[frozenset[str], list[Edge]] = {}
    for edge in edges:
        between.setdefault(frozenset(edge.ends), []).append(edge)
    hops = [between.get(frozenset(pair), []) for pair in pairwise(way)]
    for index, (_, middle, _) in enumerate(zip(way, way[1:], way[2:], strict=False)):
        if middle.startswith("account:"):
            before, after = hops[index], hops[index + 1]
            hops[index] = [edge for edge in before if any(_together(edge, other, on) for other in after)]
            hops[index + 1] = [edge for edge in after if any(_together(edge, other, on) for other in before)]
    return hops


def _together(one: Edge, other: Edge, on: date) -> bool:
    if one.kind != "job" or other.kind != "job":
        return True
    first = max(edge.start_min or UNKNOWN_START for edge in (one, other))
    return first < min(*(edge.end_max or OPEN_END for edge in (one, other)), on)
