"""What may be asked of the network (docs/network.md)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

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


class RecordsParameters(AsOfParameters):
    """Of some records and the edges among them."""

    ids: Annotated[
        tuple[NodeId, ...],
        Field(
            max_length=IDS_MOST,
            description="Their ids, separated by commas.",
            json_schema_extra={"style": "form", "explode": False},
        ),
        BeforeValidator(split),
    ] = ()


class AroundParameters(AsOfParameters):
    """Of what there is around a record."""

    id: NodeId


class ExpandParameters(AroundParameters):
    """Of one page of neighbours."""

    kind: Annotated[EdgeKind | Literal["colleague"], Field(description="By edges of which kind.")]
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
    from_: Annotated[NodeId | None, Field(alias="from")] = None
    to: NodeId | None = None
    q: Text | None = None
