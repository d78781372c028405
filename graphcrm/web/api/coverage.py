"""Coverage: with how many of what is a team's we had to do lately, and with whom we had not."""

from __future__ import annotations

from datetime import datetime

from flask import Blueprint
from pydantic import Field

from graphcrm.nodes.edges import CHANNELS
from graphcrm.queries.coverage.contacts_met import Met
from graphcrm.web.api.openapi import documented, tag
from graphcrm.web.api.shapes.base import Ref, Shape
from graphcrm.web.asking.coverage import Answer, CoverageParameters, Total, covered
from graphcrm.web.context import graph, my_uid

routes = Blueprint("api_coverage", __name__)

_TAG = tag("Coverage", "With how many of what is a team's we had to do lately, and with whom we had not.")


class SilentRef(Ref):
    """A record with which none of us had to do."""

    last_at: datetime | None = Field(description="when it was last; null: never")


class MetBody(Shape):
    """Contacts, or accounts."""

    all: int
    met: int = Field(description="those with which any of us had to do; an account by the people who are there")
    channels: dict[str, int] = Field(description="how many by each channel; one by several counts for each")
    partial: bool = Field(description="whether one user has a thousand or more, and only as many were looked at")


class LeftBody(MetBody):
    """Those of one user, with those that were left."""

    silent: list[SilentRef] = Field(description="never met first, then the longest silent; `limit` at most")


class CoveredBody(Shape):
    """What is one user's."""

    user: Ref
    contacts: LeftBody
    accounts: LeftBody


class CoverageBody(Shape):
    """How what is a team's, or one user's, is covered."""

    since: datetime = Field(description="the moment from which interactions count")
    contacts: MetBody
    accounts: MetBody
    users: list[CoveredBody]


@routes.get("/coverage")
@documented(CoverageBody, _TAG, also=(404,))
def coverage(query: CoverageParameters) -> CoverageBody:
    """With how many of the contacts and accounts of a team, or of a user, we had to do within some days."""
    return _body(covered(graph(), my_uid(), query))


def _body(found: Answer) -> CoverageBody:
    users = [
        CoveredBody(user=Ref(uid=one.uid, name=one.name), contacts=_left(one.contacts), accounts=_left(one.accounts))
        for one in found.users
    ]
    return CoverageBody(since=found.since, contacts=_met(found.contacts), accounts=_met(found.accounts), users=users)


def _met(total: Total) -> MetBody:
    return MetBody(all=total.all, met=total.met, channels=dict(total.channels), partial=total.partial)


def _left(met: Met) -> LeftBody:
    channels = {channel: number for channel, number in zip(CHANNELS, met.channels, strict=True) if number}
    silent = [SilentRef(uid=uid, name=name, last_at=at) for uid, name, at in met.named]
    return LeftBody(all=met.all, met=met.met, channels=channels, partial=met.partial, silent=silent)
