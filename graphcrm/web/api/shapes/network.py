"""The network: records and what joins them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from graphcrm.queries.explore.around import Around, Count
from graphcrm.queries.explore.expand import Page
from graphcrm.queries.explore.picture import Node, Picture
from graphcrm.queries.explore.ways import Ways
from graphcrm.queries.network.edge import Edge
from graphcrm.web.api.shapes.base import Shape

_KINDS = Literal["job", "tie", "owner", "link", "own", "colleague"]


class NodeBody(Shape):
    """A record as the network shows it."""

    id: str = Field(description="`contact:UID`, `account:UID`, `lead:UID` or `user:UID`")
    uid: str
    type: Literal["contact", "account", "lead", "user"]
    name: str
    kind: str | None = Field(description="of an account: company, school, …")
    title: str | None = Field(description="the main job of the day, the industry, the company of a lead, the team")
    do_not_contact: bool = Field(description="whether they asked us not to contact them")
    left: bool = Field(description="whether it is a user who has left us")
    degrees: dict[str, int | None] = Field(description="how many edges of each kind it has; null: not counted")


class EdgeBody(Shape):
    """What joins two records."""

    id: str
    kind: _KINDS
    from_: str = Field(serialization_alias="from", description="id of a record")
    to: str = Field(description="id of a record")
    label: str | None = Field(description="the title of a job, the type of a link, where colleagues worked")
    inferred: bool = Field(description="whether nobody recorded it: two people's jobs overlap")
    certain: bool = Field(description="whether it holds on the day whatever the missing parts of its dates were")
    current: bool = Field(description="whether it may hold on the day")
    start_min: date | None
    start_max: date | None
    end_min: date | None
    end_max: date | None
    first_at: datetime | None = Field(description="of a tie: the first interaction")
    last_at: datetime | None
    count: int | None = Field(description="of a tie: how many interactions")
    strength: float | None = Field(description="of a tie or of colleagues, 0 to 1")


class PictureBody(Shape):
    """Records and the edges among them."""

    nodes: list[NodeBody]
    edges: list[EdgeBody]
    missing: list[str] = Field(description="the ids asked for that are not there")
    as_of: date = Field(description="the day answered as of; today where none was asked")


class CountBody(Shape):
    """How many edges of one kind and direction."""

    kind: _KINDS
    direction: Literal["out", "in", "both"] = Field(description="from the record, to it, or either")
    label: str | None = Field(description="the type of a link")
    count: int | None = Field(description="null: not counted")
    exact: bool = Field(description="false: about that many, also what begins later")


class AroundBody(Shape):
    """What there is around a record."""

    node: NodeBody
    counts: list[CountBody]
    as_of: date = Field(description="the day answered as of; today where none was asked")


class NeighboursBody(Shape):
    """One page of neighbours and the edges to them."""

    nodes: list[NodeBody]
    edges: list[EdgeBody]
    next_cursor: str | None = Field(description="the cursor of the page that follows; null on the last one")
    total: int = Field(description="how many edges there are on all pages")
    as_of: date = Field(description="the day answered as of; today where none was asked")


class CrowdedBody(Shape):
    """A record that was reached, and not gone through."""

    id: str
    name: str
    edges: int = Field(description="how many it has")


class WaysBody(Shape):
    """The shortest ways between two records."""

    paths: list[list[str]] = Field(description="the ids of the records on each way, from end to end")
    nodes: list[NodeBody]
    edges: list[EdgeBody]
    not_searched: list[CrowdedBody]
    partial: bool = Field(description="whether not all could be searched in time")
    as_of: date = Field(description="the day answered as of; today where none was asked")


def picture_body(picture: Picture, on: date) -> PictureBody:
    """A picture."""
    return PictureBody(nodes=_nodes(picture.nodes), edges=_edges(picture.edges), missing=picture.missing, as_of=on)


def around_body(around: Around, on: date) -> AroundBody:
    """What there is around a record."""
    return AroundBody(node=node_body(around.node), counts=[_count(one) for one in around.counts], as_of=on)


def neighbours_body(page: Page, cursor: str | None, on: date) -> NeighboursBody:
    """One page of neighbours."""
    return NeighboursBody(
        nodes=_nodes(page.nodes), edges=_edges(page.edges), next_cursor=cursor, total=page.total, as_of=on
    )


def ways_body(ways: Ways, on: date) -> WaysBody:
    """The ways between two records."""
    crowded = [CrowdedBody(id=node.id, name=node.record.name, edges=number) for node, number in ways.not_searched]
    paths = [list(way) for way in ways.paths]
    return WaysBody(
        paths=paths,
        nodes=_nodes(ways.nodes),
        edges=_edges(ways.edges),
        not_searched=crowded,
        partial=ways.partial,
        as_of=on,
    )


def node_body(node: Node) -> NodeBody:
    """A record."""
    named = {name: getattr(node.record, name) for name in NodeBody.model_fields if name != "degrees"}
    return NodeBody(**named, degrees=dict(node.degrees))


def _nodes(nodes: list[Node]) -> list[NodeBody]:
    return [node_body(node) for node in nodes]


def _edges(edges: list[Edge]) -> list[EdgeBody]:
    return [_edge(edge) for edge in edges]


def _edge(edge: Edge) -> EdgeBody:
    named = {name: getattr(edge, name) for name in EdgeBody.model_fields if hasattr(edge, name)}
    return EdgeBody(**named, from_=edge.start, to=edge.end, inferred=edge.kind == "colleague")


def _count(count: Count) -> CountBody:
    return CountBody(kind=count.kind, direction=count.way, label=count.label, count=count.number, exact=count.exact)
