"""The schema of record: neomodel classes say what a record may hold. Reading and writing is Cypher (queries/)."""

from __future__ import annotations

from neomodel import StructuredRel

from graphcrm.nodes import (
    automations,
    campaigns,
    contracts,
    edges,
    groups,
    introductions,
    links,
    mail,
    news,
    notifications,
    opportunities,
    segments,
    tags,
    tasks,
    views,
)
from graphcrm.nodes.accounts import Account
from graphcrm.nodes.audit import Audit, Audited, AuditHead
from graphcrm.nodes.automations import Automation, AutomationRun
from graphcrm.nodes.campaigns import Campaign
from graphcrm.nodes.changes import History, IdempotencyKey, Move, Revision
from graphcrm.nodes.chores import Chore
from graphcrm.nodes.contracts import Contract, Order
from graphcrm.nodes.groups import Group
from graphcrm.nodes.introductions import Introduction
from graphcrm.nodes.mail import MailTemplate
from graphcrm.nodes.news import MoveNews
from graphcrm.nodes.notifications import Notification
from graphcrm.nodes.opportunities import Opportunity, Stage
from graphcrm.nodes.people import ApiToken, Contact, Handle, Lead, Policy, Team, User
from graphcrm.nodes.segments import Segment
from graphcrm.nodes.service_requests import ServiceRequest
from graphcrm.nodes.sign_in import Attempts, Credential
from graphcrm.nodes.tags import Tag
from graphcrm.nodes.tasks import Task
from graphcrm.nodes.views import SavedView

NODES = {
    cls.__name__: cls
    for cls in (
        *(Account, ApiToken, Attempts, Audit, AuditHead, Audited, Automation, AutomationRun, Campaign, Chore),
        *(Contact, Contract, Credential, Group, Handle, History, IdempotencyKey, Introduction, Lead, MailTemplate),
        *(Move, MoveNews, Notification, Opportunity, Order, Policy, Revision, SavedView, Segment, ServiceRequest),
        *(Stage, Tag, Task, Team, User),
    )
}

EDGES: dict[str, type[StructuredRel]] = {
    "WORKS_AT": edges.WorksAt,
    "INTERACTED_WITH": edges.InteractedWith,
    "ASSIGNED_TO": edges.AssignedTo,
    "KNOWS": edges.Knows,
    "RATES": edges.Rates,
    "REPORTS_TO": links.ReportsTo,
    "RELATED_TO": links.RelatedTo,
    "SUBSIDIARY_OF": links.SubsidiaryOf,
    "PARTNER_OF": links.PartnerOf,
    "SUCCEEDED_BY": links.SucceededBy,
    "CONVERTED_TO": links.ConvertedTo,
    "ABOUT": tasks.About,
    "TAGGED": tags.Tagged,
    "OFFERED_TO": opportunities.OfferedTo,
    "INVOLVES": opportunities.Involves,
    "OF_ACCOUNT": contracts.OfAccount,
    "CAME_OF": contracts.CameOf,
    "ATTENDS": campaigns.Attends,
    "HAS_HANDLE": links.HasHandle,
    "MEMBER_OF": links.MemberOf,
    "PART_OF": links.PartOf,
    "IS": links.Is,
    "HAS_TOKEN": links.HasToken,
    "HAS_CREDENTIAL": links.HasCredential,
    "ON": links.On,
    "FOR": links.For,
    "LEFT": links.Left,
    "JOINED": links.Joined,
    "ASKED": introductions.Asked,
    "KNOWN_TO": introductions.KnownTo,
    "THROUGH": introductions.Through,
    "INTO": introductions.Into,
    "UNREAD_BY": notifications.UnreadBy,
    "READ_BY": notifications.ReadBy,
    "TELLS": news.Tells,
    "AUTOMATES": automations.Automates,
    "RAN": automations.Ran,
    "WROTE": mail.Wrote,
    "SAVED": views.Saved,
    "ASKS": segments.Asks,
    "KEEPS": groups.Keeps,
    "IN_GROUP": groups.InGroup,
    "PINNED": views.Pinned,
    "STARRED": views.Starred,
    "TRASHED": links.Trashed,
}

__all__ = ["EDGES", "NODES", "Account", "ApiToken", "Contact", "Handle", "Lead", "Team", "User"]
