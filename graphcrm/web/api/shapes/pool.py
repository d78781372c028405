"""Leads that go to the pool, and come from it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from pydantic import Field

from graphcrm.queries.leads.silent import SilentLead
from graphcrm.web.api.shapes.base import Ref, Shape


class DueItem(Shape):
    """A lead that is due back in the pool."""

    lead: Ref
    company_name: str | None
    status: str | None
    owner: Ref = Field(description="who loses it")
    since: date | None = Field(description="from when on it was theirs; null: not known")
    last_at: datetime | None = Field(description="the last interaction that any of us had with it")
    team: str = Field(description="the name of the team whose rule it is")
    days: int = Field(description="after so many days without a word")


class DueList(Shape):
    """Leads that are due back, by owner, those that wait longest first."""

    items: list[DueItem]


class Pooled(Shape):
    """What was taken, or put back."""

    leads: list[str] = Field(description="the uids of the leads")


def due_list(leads: Iterable[SilentLead]) -> DueList:
    """Leads that are due back."""
    return DueList(items=[_due(lead) for lead in leads])


def _due(lead: SilentLead) -> DueItem:
    return DueItem(
        lead=Ref(uid=lead.uid, name=lead.name),
        company_name=lead.company_name,
        status=lead.status,
        owner=Ref(uid=lead.owner, name=lead.owner_name),
        since=lead.since,
        last_at=lead.last_at,
        team=lead.team,
        days=lead.days,
    )
