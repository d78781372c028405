"""The files of a bundle and their columns: which are needed, what a value is called here, how a cell is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any

from graphcrm.access import kind_of, many
from graphcrm.errors import InvalidInputError
from graphcrm.importers import handles
from graphcrm.nodes import EDGES, Account, Contact, Lead, User
from graphcrm.nodes.base import OURS, custom_field, fields
from graphcrm.nodes.campaigns import Campaign
from graphcrm.nodes.contracts import Contract, Order
from graphcrm.nodes.edges import CHANNELS
from graphcrm.nodes.groups import Group
from graphcrm.nodes.ids import uid_of
from graphcrm.nodes.opportunities import Opportunity, Stage
from graphcrm.nodes.properties import LIST_SEPARATOR, Choice, Flag, Stored, Text, WholeNumber
from graphcrm.nodes.segments import Segment
from graphcrm.nodes.service_requests import ServiceRequest
from graphcrm.nodes.tags import Tag
from graphcrm.nodes.tasks import Task
from graphcrm.queries.tasks.seen import ABOUT
from graphcrm.services import linked, tagging

Convert = Callable[[str], Any]
Columns = Mapping[str, tuple[str, Convert]]

_SHOWN = 60  # characters of an unknown channel
_FEW = 512  # distinct cells remembered of a column that takes a word, a flag or a number
RECORD_LABELS = {
    "account": "Account",
    "contact": "Contact",
    "lead": "Lead",
    "opportunity": "Opportunity",
    "contract": "Contract",
    "order": "Order",
    "service_request": "ServiceRequest",
    "campaign": "Campaign",
    "task": "Task",
}


@dataclass(frozen=True, slots=True)
class Table:
    """One file of a bundle.

    `columns` has, by column name, the key of its values and their converter; several names may share a key.
    `needed` lists groups of columns; a header must have at least one of each group.
    """

    name: str
    needed: tuple[tuple[str, ...], ...]
    columns: Columns

    @property
    def file(self) -> str:
        """The name of the file."""
        return f"{self.name}.csv"


def custom(key: str) -> Convert:
    """The converter of a custom field."""
    convert: Convert = custom_field(key).deflate
    return convert


def _of(cls: Any, *, without: Iterable[str] = ()) -> dict[str, tuple[str, Convert]]:  # noqa: ANN401  (a neomodel class)
    left_out = OURS | set(without)
    return {name: (name, _converter(prop, name)) for name, prop in fields(cls).items() if name not in left_out}


def _converter(prop: Stored, name: str) -> Convert:
    prop.name = prop.name or name
    if isinstance(prop, Choice | Flag | WholeNumber):
        return lru_cache(_FEW)(prop.deflate)
    convert: Convert = prop.deflate
    return convert


def _ref(kind: str) -> tuple[str, Convert]:
    return kind, partial(uid_of, kind)


def _refs(kind: str) -> Convert:
    """The converter of a cell that names several."""

    def convert(cell: str) -> list[str]:
        return sorted({uid_of(kind, part) for part in map(str.strip, cell.split(LIST_SEPARATOR)) if part})

    return convert


def _tags(cell: str) -> list[str]:
    """The names of tags in a cell."""
    return [tagging.name_of(part) for part in map(str.strip, cell.split(LIST_SEPARATOR)) if part]


_PART = re.compile(r"(?P<id>.*?)\s*(?:\((?P<role>[^()]*)\))?\s*")


def _parts(cell: str) -> dict[str, str | None]:
    """The contacts that a cell names, and the part that stands in parentheses behind each."""
    role = fields(EDGES["INVOLVES"])["role"]
    found: dict[str, str | None] = {}
    for part in filter(None, map(str.strip, cell.split(LIST_SEPARATOR))):
        named = _PART.fullmatch(part)
        if not named or not named["id"]:
            message = f"contacts has {part[:_SHOWN]!r}; a contact is its id, and its part in parentheses: c1 (buyer)."
            raise InvalidInputError(message, field="contacts")
        uid = uid_of("contact", named["id"])
        if uid in found:
            message = f"contacts has {named['id'][:_SHOWN]!r} twice; one person has one part."
            raise InvalidInputError(message, field="contacts")
        found[uid] = role.deflate(named["role"]) if named["role"] else None
    return found


def _text(name: str) -> tuple[str, Convert]:
    return name, _converter(Text("a short text"), name)


def _channel(cell: str) -> str:
    try:
        return _CHANNEL.deflate(cell)
    except InvalidInputError:
        return cell[:_SHOWN]  # what it is called is kept for the report; it is loaded as `other`


_CHANNEL = Choice("how", CHANNELS)
_ID = ("id", str)  # the uid follows from it (ids.py)
_TAGS: Columns = {"tags": ("tags", _tags)}
_HANDLES: Columns = {
    "email": ("email", handles.EMAILS),
    "emails": ("emails", handles.EMAILS),
    "phone": ("phone", handles.PHONES),
    "phones": ("phones", handles.PHONES),
    "wechat": ("wechat", handles.WECHATS),
    "wechats": ("wechats", handles.WECHATS),
    "linkedin": ("linkedin", handles.LINKEDINS),
    "linkedins": ("linkedins", handles.LINKEDINS),
    "domain": ("domain", handles.DOMAINS),
    "domains": ("domains", handles.DOMAINS),
}
# The dates of a job stay as they are here: what they mean, and whether they can be, is for all of them together.
_JOB: Columns = {**_of(EDGES["WORKS_AT"]), "start": _text("start"), "end": _text("end")}
_INTERACTION: Columns = {
    **_of(EDGES["INTERACTED_WITH"], without={"event", "counted"}),
    "channel": ("channel", lru_cache(_FEW)(_channel)),
}
_RATING = _of(EDGES["RATES"])
_ASSIGNMENT = _of(EDGES["ASSIGNED_TO"])

USERS = Table(
    "users",
    (("user_id",), ("name",)),
    {
        **_of(User),
        **_HANDLES,
        "user_id": _ID,
        "team": _text("team"),
        "contact_id": ("own", partial(uid_of, "contact")),
    },
)
ACCOUNTS = Table(
    "accounts",
    (("account_id",), ("name",)),
    {
        **_of(Account),
        **_HANDLES,
        **_TAGS,
        "account_id": _ID,
        "latitude": _text("latitude"),
        "longitude": _text("longitude"),
    },
)
CONTACTS = Table(
    "contacts",
    (("contact_id",), ("name", "given_name", "first_name", "family_name", "last_name")),
    {
        **_of(Contact),
        **_HANDLES,
        **_TAGS,
        "contact_id": _ID,
        "first_name": _of(Contact)["given_name"],
        "last_name": _of(Contact)["family_name"],
    },
)
LEADS = Table("leads", (("lead_id",), ("name",)), {**_of(Lead), **_HANDLES, **_TAGS, "lead_id": _ID})
STAGES = Table(
    "stages",
    (("stage_id",),),
    {**_of(Stage), "stage_id": _ID},
)
OPPORTUNITIES = Table(
    "opportunities",
    (("opportunity_id",), ("name",)),
    {
        **_of(Opportunity),
        "opportunity_id": _ID,
        "account_id": _ref("account"),
        "contacts": ("contacts", _parts),
    },
)
_AGREED: Columns = {
    "account_id": _ref("account"), "contacts": ("contacts", _parts), "opportunity_id": _ref("opportunity"),
}  # fmt: skip


def _agreed(kind: str, cls: Any) -> Table:  # noqa: ANN401  (a neomodel class)
    """Contracts or orders."""
    own = _of(cls)
    days = {"start_date": own["start"], "end_date": own["end"]}
    return Table(many(kind), ((f"{kind}_id",), ("name",)), {**own, **days, **_AGREED, f"{kind}_id": _ID})


CONTRACTS, ORDERS = _agreed("contract", Contract), _agreed("order", Order)
SERVICE_REQUESTS = Table(
    "service_requests",
    (("service_request_id",), ("name",)),
    {
        **_of(ServiceRequest),
        "service_request_id": _ID,
        "account_id": _ref("account"),
        "contacts": ("contacts", _parts),
    },
)
CAMPAIGNS = Table("campaigns", (("campaign_id",), ("name",)), {**_of(Campaign), "campaign_id": _ID})
TASKS = Table(
    "tasks",
    (("task_id",), ("name",)),
    {
        **_of(Task),
        **_TAGS,
        **{f"about_{name}": (name, _refs(kind_of(label))) for name, label in ABOUT.items()},
        "task_id": _ID,
        "series": ("series", partial(uid_of, "task")),
    },
)
WORKS_AT = Table(
    "works_at",
    (("contact_id",), ("account_id",)),
    {
        **_JOB,
        "job_id": _ID,
        "contact_id": _ref("contact"),
        "account_id": _ref("account"),
        "start_date": _JOB["start"],
        "end_date": _JOB["end"],
    },
)
INTERACTIONS = Table(
    "interactions",
    (("interaction_id",), ("user_id",), ("contact_id", "lead_id"), ("occurred_at", "at")),
    {
        **_INTERACTION,
        "interaction_id": _ID,
        "user_id": _ref("user"),
        "contact_id": _ref("contact"),
        "lead_id": _ref("lead"),
        "occurred_at": _INTERACTION["at"],
    },
)
RATINGS = Table(
    "ratings",
    (("user_id",), ("contact_id",), ("value",)),
    {**_RATING, "user_id": _ref("user"), "contact_id": _ref("contact")},
)
ATTENDANCE = Table(
    "attendance",
    (("campaign_id",), ("contact_id", "lead_id"), ("status",)),
    {
        **_of(EDGES["ATTENDS"]),
        "campaign_id": _ref("campaign"),
        "contact_id": _ref("contact"),
        "lead_id": _ref("lead"),
    },
)
CONVERSIONS = Table(
    "conversions",
    (("lead_id",), ("contact_id", "account_id", "opportunity_id")),
    {
        **_of(EDGES["CONVERTED_TO"]),
        "lead_id": _ref("lead"),
        "contact_id": _ref("contact"),
        "account_id": _ref("account"),
        "opportunity_id": _ref("opportunity"),
        "by": ("by", partial(uid_of, "user")),
    },
)
ASSIGNED_TO = Table(
    "assigned_to",
    (("user_id",), ("record_id", *(f"{kind}_id" for kind in RECORD_LABELS))),
    {
        **_ASSIGNMENT,
        "assignment_id": _ID,
        "user_id": _ref("user"),
        "record_kind": ("record_kind", _converter(Choice("what it is", RECORD_LABELS), "record_kind")),
        "record_id": ("record", str),
        **{f"{kind}_id": _ref(kind) for kind in RECORD_LABELS},
        "start_date": _ASSIGNMENT["start"],
        "end_date": _ASSIGNMENT["end"],
    },
)


def _links(kind: str, choices: Iterable[str], **more: tuple[str, Convert]) -> Table:
    """The links of a kind of record with one another."""
    columns: dict[str, tuple[str, Convert]] = {
        "link_id": _ID,
        f"from_{kind}_id": ("from", partial(uid_of, kind)),
        f"to_{kind}_id": ("to", partial(uid_of, kind)),
        "kind": ("kind", _converter(Choice("what the first is to the second", choices), "kind")),
        **{name: (name, convert) for name, (_, convert) in _LINK.items()},
        "start_date": _LINK["start"],
        "end_date": _LINK["end"],
        **more,
    }
    return Table(f"{kind}_links", ((f"from_{kind}_id",), (f"to_{kind}_id",), ("kind",)), columns)


_LINK = {
    **_of(EDGES["RELATED_TO"], without={"relation"}),
    "start": _text("start"),
    "end": _text("end"),
}
ACCOUNT_LINKS = _links("account", linked.ACCOUNT_LINKS)
CONTACT_LINKS = _links("contact", linked.CONTACT_LINKS, relation=_of(EDGES["RELATED_TO"])["relation"])

TAGS = Table(
    "tags",
    (("name", "tag_id"),),
    {"tag_id": _ID, "name": ("name", tagging.name_of), "colour": ("colour", _of(Tag)["colour"][1])},
)

SEGMENTS = Table(
    "segments",
    (("segment_id",), ("user_id",)),
    {
        "segment_id": _ID,
        "user_id": _ref("user"),
        **{name: (name, _of(Segment)[name][1]) for name in ("name", "kind", "conditions", "shared", "sizes")},
    },
)

GROUPS = Table(
    "groups",
    (("group_id",), ("user_id",)),
    {
        "group_id": _ID,
        "user_id": _ref("user"),
        "name": ("name", _of(Group)["name"][1]),
        "shared": ("shared", _of(Group)["shared"][1]),
        "contacts": ("contacts", _refs("contact")),
        "accounts": ("accounts", _refs("account")),
    },
)

# In the order in which they are loaded: what is referred to before what refers to it.
TABLES = (
    *(TAGS, STAGES, ACCOUNTS, CONTACTS, LEADS, OPPORTUNITIES, CONTRACTS, ORDERS, SERVICE_REQUESTS, CAMPAIGNS, TASKS),
    *(USERS, WORKS_AT, INTERACTIONS, RATINGS, CONVERSIONS, ATTENDANCE, ASSIGNED_TO, ACCOUNT_LINKS, CONTACT_LINKS),
    *(SEGMENTS, GROUPS),
)
LATER = ("feedback",)
