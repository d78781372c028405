"""How the rows of each table are loaded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from graphcrm.graph import Runner
from graphcrm.importers.batches import Identify, Late
from graphcrm.importers.columns import RECORD_LABELS
from graphcrm.importers.known import Context
from graphcrm.importers.plans import (
    assignments,
    attendance,
    conversions,
    groups,
    interactions,
    jobs,
    links,
    ratings,
    records,
    segments,
    stages,
    tags,
)
from graphcrm.importers.rows import Row
from graphcrm.importers.sinks import Plan


def _never(_: Row) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Way:
    """How the rows of one table are loaded.

    `group` has the keys of the columns that name what is decided together; `label` is that of the records it loads;
    rows that are `late` are loaded behind all others.
    """

    identify: Identify
    plan: Callable[[Runner, list[Row], Context], Plan]
    label: str = ""
    group: tuple[str, ...] = ()
    late: Late = _never


WAYS = {
    "tags": Way(tags.identify, tags.plan, label="Tag"),
    "stages": Way(stages.identify, stages.plan),
    "accounts": Way(records.ACCOUNT.identify, records.ACCOUNT.plan, label="Account", late=records.nameless),
    "contacts": Way(records.CONTACT.identify, records.CONTACT.plan, label="Contact", late=records.nameless),
    "leads": Way(records.LEAD.identify, records.LEAD.plan, label="Lead", late=records.nameless),
    "opportunities": Way(
        records.OPPORTUNITY.identify, records.OPPORTUNITY.plan, label="Opportunity", late=records.nameless
    ),
    "contracts": Way(records.CONTRACT.identify, records.CONTRACT.plan, label="Contract", late=records.nameless),
    "orders": Way(records.ORDER.identify, records.ORDER.plan, label="Order", late=records.nameless),
    "service_requests": Way(
        records.SERVICE_REQUEST.identify, records.SERVICE_REQUEST.plan, label="ServiceRequest", late=records.nameless
    ),
    "campaigns": Way(records.CAMPAIGN.identify, records.CAMPAIGN.plan, label="Campaign", late=records.nameless),
    "tasks": Way(records.TASK.identify, records.TASK.plan, label="Task", late=records.nameless),
    "users": Way(records.USER.identify, records.USER.plan, label="User", late=records.nameless),
    "segments": Way(segments.identify, segments.plan),
    "groups": Way(groups.identify, groups.plan),
    "works_at": Way(jobs.identify, jobs.plan, group=("contact",)),
    "interactions": Way(interactions.identify, interactions.plan),
    "ratings": Way(ratings.identify, ratings.plan),
    "attendance": Way(attendance.identify, attendance.plan),
    "conversions": Way(conversions.identify, conversions.plan),
    "assigned_to": Way(assignments.identify, assignments.plan, group=("record", *RECORD_LABELS)),
    "account_links": Way(links.ACCOUNT.identify, links.ACCOUNT.plan, group=("from",)),
    "contact_links": Way(links.CONTACT.identify, links.CONTACT.plan, group=("from",)),
}
