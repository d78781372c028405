"""The network as a table: a record with its neighbours of each kind, or the ways between two, hop by hop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from graphcrm.dates import Moment, moment
from graphcrm.queries.explore.around import around
from graphcrm.queries.explore.expand import Group, around_all
from graphcrm.queries.explore.picture import KINDS_OF, Node
from graphcrm.queries.explore.ways import Ends, Ways, ways
from graphcrm.queries.network.edge import Edge, EdgeKind
from graphcrm.web.asking import network as asking
from graphcrm.web.asking.network import ExpandParameters, NetworkParameters
from graphcrm.web.context import graph
from graphcrm.web.pages.network.words import heading, what, when_held

_FIRST = 50  # neighbours of each kind on a record's page


@dataclass(frozen=True, slots=True)
class Row:
    """One edge: from which record, to which, what it is, and when."""

    start: Node
    end: Node
    edge: Edge
    what: str
    when: str


@dataclass(frozen=True, slots=True)
class Part:
    """Neighbours by edges of one kind; `cursor` is that of the next page."""

    kind: EdgeKind
    heading: str
    total: int
    rows: list[Row]
    cursor: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """What the page shows: `start` with its parts, or the ways from it to `end`, each a list of hops."""

    start: Node | None = None
    end: Node | None = None
    parts: list[Part] = field(default_factory=list)
    found: Ways | None = None
    paths: list[list[Row]] = field(default_factory=list)


def table(asked: NetworkParameters) -> Table:
    """The table of what is asked; raises NotFoundError."""
    start, when = asked.from_ or asked.id, moment(asked.as_of)
    if start and asked.to:
        return _ways(start, asked.to, asked, when)
    if not start:
        return Table()
    found = around(graph(), start, when, past=asked.as_of is not None)
    groups = [_page(start, asked)] if asked.kind else _first(start, found.node, asked, when)
    return Table(found.node, None, [_part(found.node, *group, when) for group in groups])


def _first(start: str, node: Node, asked: NetworkParameters, when: Moment) -> list[tuple[Group, str | None]]:
    kinds: list[EdgeKind] = [kind for kind in KINDS_OF[node.record.type] if node.degrees.get(kind) != 0]  # type: ignore[misc]
    found = around_all(graph(), start, kinds, when, past=asked.as_of is not None, limit=_FIRST)
    return [(group, None) for group in found if group.edges]


def _page(start: str, asked: NetworkParameters) -> tuple[Group, str | None]:
    further = ExpandParameters(id=start, kind=asked.kind or "job", as_of=asked.as_of, cursor=asked.cursor)
    page, cursor, _ = asking.expand(graph(), further)
    return Group(further.kind, page.edges, page.total, {node.id: node for node in page.nodes}), cursor


def _part(node: Node, group: Group, cursor: str | None, when: Moment) -> Part:
    there = {**group.there, node.id: node}
    rows = [_row(edge, node.id, there, when) for edge in group.edges if {*edge.ends} <= there.keys()]
    return Part(group.kind, heading(node.record.type, group.kind), group.total, rows, cursor)


def _row(edge: Edge, of: str, there: Mapping[str, Node], when: Moment) -> Row:
    """An edge seen from one of its ends."""
    other = edge.end if edge.start == of else edge.start
    return Row(there[of], there[other], edge, what(edge, of), when_held(edge, when.on))


def _ways(start: str, end: str, asked: NetworkParameters, when: Moment) -> Table:
    found = ways(graph(), Ends(start, end, asked.kinds), when, past=asked.as_of is not None)
    there = {node.id: node for node in found.nodes}
    paths = [
        [
            _row(edge, one, there, when)
            for one, other in pairwise(way)
            for edge in found.edges
            if {one, other} == {*edge.ends}
        ]
        for way in found.paths
    ]
    return Table(there[start], there[end], found=found, paths=paths)
