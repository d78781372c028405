"""What there is around a record, counted before anybody asks to see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from graphcrm.dates import Moment
from graphcrm.errors import NotFoundError
from graphcrm.graph import Runner
from graphcrm.queries.explore.picture import Node, nodes
from graphcrm.queries.network.edge import EdgeKind

_LOOKED_AT = 10_000  # edges of a kind: what nobody waits long for; above, the degree store has to do

Way = Literal["out", "in", "both"]
_OUTWARD = {("contact", "job"), ("user", "tie"), ("user", "own")}


@dataclass(frozen=True, slots=True)
class Count:
    """Edges of one kind and way; `label` is the type of a link; `number` is None where it is not counted."""

    kind: EdgeKind
    way: Way
    label: str | None
    number: int | None
    exact: bool


@dataclass(frozen=True, slots=True)
class Around:
    """A record and what there is around it."""

    node: Node
    counts: list[Count]


def around(runner: Runner, of: str, when: Moment, *, past: bool) -> Around:
    """Count what there is around a record; raises NotFoundError."""
    node = one_node(runner, of, when, past=past)
    return Around(node, [*_counts(node), *_links(node), *_colleagues(node)])


def one_node(runner: Runner, of: str, when: Moment, *, past: bool) -> Node:
    """A record; raises NotFoundError."""
    found = nodes(runner, [of], when, past=past, counted=_LOOKED_AT)
    if not found:
        kind, _, uid = of.partition(":")
        raise NotFoundError(f"There is no {kind} {uid!r}.", field=kind)
    return found[0]


def _counts(node: Node) -> Iterator[Count]:
    kinds: tuple[EdgeKind, ...] = ("job", "tie", "owner", "own")
    for kind in kinds:
        number = node.degrees.get(kind, 0)
        if number != 0:
            yield Count(kind, _way(node.record.type, kind), None, number, number is not None and number <= _LOOKED_AT)


def _way(of: str, kind: EdgeKind) -> Way:
    outward = of != "user" if kind == "owner" else (of, kind) in _OUTWARD
    return "out" if outward else "in"


def _links(node: Node) -> Iterator[Count]:
    for one in node.links:
        if one.link != "is":
            yield Count("link", "out" if one.outward else "in", one.link, one.number, exact=True)


def _colleagues(node: Node) -> Iterator[Count]:
    if node.record.type == "contact":
        yield Count("colleague", "both", None, None, exact=False)
