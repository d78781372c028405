"""What may be asked of the network (docs/network.md)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from graphcrm.dates import Moment, moment
from graphcrm.graph import Runner
from graphcrm.queries.explore.around import one_node
from graphcrm.queries.explore.expand import Asked, Page
from graphcrm.queries.explore.expand import expand as page_of
from graphcrm.queries.explore.ways import Ends, Ways
from graphcrm.queries.explore.ways import ways as find_ways
from graphcrm.web.asking import cursors
from graphcrm.web.asking.cursors import AfterSeen
from graphcrm.web.asking.parameters import AsOfParameters, CursorText, Text, split

IDS_MOST, BETWEEN_MOST, EXPAND_MOST = 500, 3_000, 200

NodeId = Annotated[
    str,
    Field(
        max_length=80,
        pattern=r"^(account|contact|lead|user):[A-Za-z0-9._:~-]{1,64}$",
        description="`contact:UID`, `account:UID`, `lead:UID` or `user:UID`.",
    ),
]
EdgeKind = Literal["job", "tie", "owner", "link", "own"]
NeighbourKind = Literal["job", "tie", "owner", "link", "own", "colleague"]


def _named(value: object) -> object:
    """Ids separated by commas; none are none."""
    return [one for one in split(value) if one] if isinstance(value, str | list | tuple) else value


class RecordsParameters(AsOfParameters):
    """Of some records and the edges among them."""

    ids: Annotated[
        tuple[NodeId, ...],
        Field(
            max_length=IDS_MOST,
            description="Their ids, separated by commas.",
            json_schema_extra={"style": "form", "explode": False},
        ),
        BeforeValidator(_named),
    ] = ()


class BetweenBody(AsOfParameters):
    """The body of the same question about more records."""

    ids: Annotated[tuple[NodeId, ...], Field(max_length=BETWEEN_MOST, description="Their ids.")]


class AroundParameters(AsOfParameters):
    """Of what there is around a record."""

    id: NodeId


class ExpandParameters(AroundParameters):
    """Of one page of neighbours."""

    kind: Annotated[NeighbourKind, Field(description="By edges of which kind.")]
    q: Annotated[Text | None, Field(description="Only neighbours whose name has these letters.")] = None
    limit: Annotated[int, Field(ge=1, le=EXPAND_MOST, description="How many edges at most.")] = 50
    cursor: CursorText = None


class PathParameters(AsOfParameters):
    """Of the ways between two records."""

    from_: Annotated[NodeId, Field(alias="from")]
    to: NodeId
    kinds: Annotated[
        tuple[EdgeKind, ...],
        Field(
            min_length=1,
            description="By edges of which kinds, separated by commas.",
            json_schema_extra={"style": "form", "explode": False},
        ),
        BeforeValidator(split),
    ] = ("job", "tie", "link")


class NetworkParameters(RecordsParameters):
    """Of the page."""

    id: NodeId | None = None
    kind: NeighbourKind | None = None
    cursor: CursorText = None
    from_: Annotated[NodeId | None, Field(alias="from")] = None
    to: NodeId | None = None
    kinds: Annotated[tuple[EdgeKind, ...], Field(min_length=1), BeforeValidator(split)] = ("job", "tie", "link")
    q: Text | None = None
    to_q: Text | None = None
    view: Annotated[Text | None, Field(description="The saved view whose state is shown.")] = None


def expand(runner: Runner, asked: ExpandParameters) -> tuple[Page, str | None, date]:
    """One page of neighbours, the cursor of the next, and the day; raises NotFoundError."""
    of = cursors.question("network", asked.id, asked.kind, asked.q, asked.as_of)
    after = cursors.read(asked.cursor, AfterSeen, of)
    when = cursors.state(asked.as_of, after.before if after else None)
    one_node(runner, asked.id, when, past=asked.as_of is not None)
    seen = after.seen if after else 0
    around = Asked(asked.id, asked.kind, asked.q.lower() if asked.q else None, seen, asked.limit)
    page = page_of(runner, around, when, past=asked.as_of is not None)
    seen += len(page.edges)
    more = page.edges and seen < page.total
    return page, cursors.written(AfterSeen(of=of, before=when.before, seen=seen)) if more else None, when.on


def ways(runner: Runner, asked: PathParameters) -> tuple[Ways, Moment]:
    """The ways between two records; raises NotFoundError and InvalidInputError."""
    when = moment(asked.as_of)
    return find_ways(runner, Ends(asked.from_, asked.to, asked.kinds), when, past=asked.as_of is not None), when
