"""The files of a bundle: which columns each has, in which order they stand, and what a row of a query says in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

from graphcrm.access import kind_of, label_of
from graphcrm.exporters.cells import KINDS, of_handles
from graphcrm.graph import Runner
from graphcrm.nodes import EDGES, NODES
from graphcrm.nodes.base import OURS, fields
from graphcrm.queries.export.account_links import account_links
from graphcrm.queries.export.accounts import accounts
from graphcrm.queries.export.assignments import Assignment, assignments
from graphcrm.queries.export.attendance import Attendance, attendance
from graphcrm.queries.export.campaigns import Campaign, campaigns
from graphcrm.queries.export.contact_links import contact_links
from graphcrm.queries.export.contacts import contacts
from graphcrm.queries.export.contracts import contracts
from graphcrm.queries.export.conversions import Conversion, conversions
from graphcrm.queries.export.groups import Group, groups
from graphcrm.queries.export.interactions import Interaction, interactions
from graphcrm.queries.export.involved import Involved
from graphcrm.queries.export.jobs import Job, jobs
from graphcrm.queries.export.leads import leads
from graphcrm.queries.export.link import Link
from graphcrm.queries.export.opportunities import opportunities
from graphcrm.queries.export.orders import orders
from graphcrm.queries.export.ratings import Rating, ratings
from graphcrm.queries.export.record import Record
from graphcrm.queries.export.segments import Segment, segments
from graphcrm.queries.export.service_requests import service_requests
from graphcrm.queries.export.stages import Stage, stages
from graphcrm.queries.export.tags import Tag, tags
from graphcrm.queries.export.tasks import Task, tasks
from graphcrm.queries.export.users import users
from graphcrm.queries.tasks.seen import ABOUT
from graphcrm.services import about, conditions
from graphcrm.services.records import DEFAULTS

_HANDLES = tuple(column for kind in KINDS for column in (kind, f"{kind}s"))
_LAST = ("external_id", "source")
_DATES = {"start": "start_date", "end": "end_date"}
_DATED = ("start_date", "end_date", "end_status", "verified_on", *_LAST)

_AGREED = ("account_id", "contacts", "opportunity_id")
_BECOMES = ("contact_id", "account_id", "opportunity_id")
_GROUP = ("name", "shared", "contacts", "accounts")
_STAGE = ("name", "status", "probability", "position", "retired")
_SEGMENT = ("name", "kind", "conditions", "shared", "sizes")

Values = Mapping[str, Any]


class Table(NamedTuple):
    """One file: its `columns`, the `query` whose pages begin behind the key `first`, and a row's values by column.

    Custom fields (x_…) get columns behind these, where a row has any.
    """

    name: str
    columns: Sequence[str]
    query: Callable[..., list[Any]]
    values: Callable[[Any], Values]
    first: str | tuple[str, str] = ""


def tables(since: datetime) -> list[Table]:
    """All files of an export that began at `since`, in the order in which they are to be read.

    What an import takes an empty cell for (a lead is new, a job an employment) is written out.

    What refers comes before what is referred to, and a record that has gone into the trash since is still there: so
    whoever writes meanwhile, every record that a row names has a row of its own.
    """
    own = [*_of(EDGES["WORKS_AT"], _DATES), *_LAST]
    met = [*_of(EDGES["INTERACTED_WITH"], {"at": "occurred_at"}, "event", "counted"), *_LAST]
    held = [*_of(EDGES["ASSIGNED_TO"], _DATES), *_LAST]
    pair = ("user_id", "contact_id")
    return [
        Table("groups", ("group_id", "user_id", *_GROUP), groups, _group),
        Table("segments", ("segment_id", "user_id", *_SEGMENT), _segments, _segment),
        Table("contact_links", ("link_id", "from_contact_id", "to_contact_id", "kind", "relation", *_DATED),
              contact_links, partial(_link, "contact")),
        Table("account_links", ("link_id", "from_account_id", "to_account_id", "kind", *_DATED),
              account_links, partial(_link, "account")),
        Table("assigned_to", ("assignment_id", "record_kind", "record_id", "user_id", *held), assignments, _assignment),
        Table("attendance", ("campaign_id", "contact_id", "lead_id", *_of(EDGES["ATTENDS"]), "source"),
              attendance, _attendance, ("", "")),
        Table("conversions", ("lead_id", *_BECOMES, *_of(EDGES["CONVERTED_TO"]), "source"),
              conversions, _conversion, ("", "")),
        Table("ratings", (*pair, *_of(EDGES["RATES"]), "source"), ratings, _rating, ("", "")),
        Table("interactions", ("interaction_id", *pair, "lead_id", *met), interactions, _interaction, ("", "")),
        Table("works_at", ("job_id", "contact_id", "account_id", *own), jobs, _job),
        Table("users", _columns("user", "team", "contact_id"), partial(users, since=since), _user),
        Table("tasks", _columns("task", "tags", *(f"about_{name}" for name in ABOUT), handles=()),
              partial(tasks, since=since), _task),
        Table("opportunities", _columns("opportunity", "account_id", "contacts", handles=()),
              partial(opportunities, since=since), partial(_involved, "opportunity")),
        Table("service_requests", _columns("service_request", "account_id", "contacts", handles=()),
              partial(service_requests, since=since), partial(_involved, "service_request")),
        Table("orders", _columns("order", *_AGREED, handles=()), partial(orders, since=since),
              partial(_involved, "order")),
        Table("contracts", _columns("contract", *_AGREED, handles=()), partial(contracts, since=since),
              partial(_involved, "contract")),
        Table("campaigns", _columns("campaign", handles=()), partial(campaigns, since=since), _campaign),
        Table("leads", _columns("lead", "tags"), partial(leads, since=since), partial(_record, "lead")),
        Table("contacts", _columns("contact", "tags"), partial(contacts, since=since), partial(_record, "contact")),
        Table("accounts", _columns("account", "tags"), partial(accounts, since=since), partial(_record, "account")),
        Table("stages", ("stage_id", *_STAGE), stages, _stage),
        Table("tags", ("tag_id", "name", "colour"), tags, _tag),
    ]  # fmt: skip


def _columns(kind: str, *more: str, handles: Sequence[str] = _HANDLES) -> tuple[str, ...]:
    own = [name for name in _of(NODES[label_of(kind)], _DATES) if name not in _HANDLES]
    return (f"{kind}_id", *own, *handles, *more, *_LAST)


def _of(cls: Any, renamed: Mapping[str, str] = {}, *without: str) -> list[str]:  # noqa: ANN401  (neomodel's, read)
    left_out = OURS.union(without, _LAST)
    return [renamed.get(name, name) for name in fields(cls) if name not in left_out]


def _record(kind: str, record: Record) -> Values:
    return {**DEFAULTS.get(kind, {}), **record.props, f"{kind}_id": record.uid, "tags": sorted(record.tags),
            **of_handles(record.handles)}  # fmt: skip


def _task(task: Task) -> Values:
    of = {f"about_{name}": uids for name, uids in about.shown(task.about).items()}
    return {**DEFAULTS["task"], **task.props, "task_id": task.uid, "tags": sorted(task.tags), **of}


def _segments(runner: Runner, *, after: str, limit: int) -> list[Segment]:
    """A page of segments; they ask by the tags that others were merged into, as those are in no file."""
    return [
        replace(one, conditions=conditions.written(conditions.by_standing_tags(runner, one.kind, groups)[0]))
        for one in segments(runner, after=after, limit=limit)
        for groups in [conditions.read(one.conditions)]
    ]


def _segment(one: Segment) -> Values:
    return {"segment_id": one.uid, "user_id": one.user, **{name: getattr(one, name) for name in _SEGMENT}}


def _group(one: Group) -> Values:
    members = {"contacts": sorted(one.contacts), "accounts": sorted(one.accounts)}
    return {"group_id": one.uid, "user_id": one.user, "name": one.name, "shared": one.shared, **members}


def _stage(one: Stage) -> Values:
    return {"stage_id": one.key, **{name: getattr(one, name) for name in _STAGE}}


def _tag(tag: Tag) -> Values:
    return {"tag_id": tag.uid, "name": tag.name, "colour": tag.colour}


def _involved(kind: str, one: Involved) -> Values:
    parts = [f"{uid} ({role})" if role else uid for uid, role in sorted(one.contacts, key=lambda part: part[0])]
    tied = {"opportunity_id": one.opportunity, "account_id": one.account, "contacts": parts, f"{kind}_id": one.uid}
    return {**DEFAULTS[kind], **_dated(one.props), **tied}


def _user(user: Record) -> Values:
    """A user's values. The address they sign in with is their `email`, whatever else is the one to use."""
    handles, email = user.handles, user.props.get("email")
    if email:
        labels = {value: label for kind, value, label, _ in handles if kind == "email"}
        handles = [handle for handle in handles if handle[0] != "email"]
        handles += [("email", value, labels[value], None) for value in labels if value != email]
        handles.append(("email", email, labels.get(email), True))
    belongs = {"team": min(user.teams, default=None), "contact_id": min(user.own, default=None)}
    return {**DEFAULTS["user"], **user.props, "user_id": user.uid, **of_handles(handles), **belongs}


def _dated(props: Values) -> Values:
    return {**props, "start_date": props.get("start"), "end_date": props.get("end")}


def _job(job: Job) -> Values:
    said = {"kind": "employee", "end_status": "ended" if job.props.get("end") else "ongoing"}
    return {**said, **_dated(job.props), "job_id": job.uid, "contact_id": job.contact, "account_id": job.account}


def _interaction(part: Interaction) -> Values:
    props = part.props
    met = {"interaction_id": part.event, "user_id": part.user, f"{part.label.lower()}_id": part.person}
    counted = {"participants": None} if props.get("counted") else {}  # they are counted again
    return {"channel": "other", **props, **met, **counted, "occurred_at": props.get("at")}


def _rating(rating: Rating) -> Values:
    return {**rating.props, "user_id": rating.user, "contact_id": rating.contact}


def _conversion(one: Conversion) -> Values:
    return {**one.props, "lead_id": one.lead, f"{one.label.lower()}_id": one.record}


def _campaign(one: Campaign) -> Values:
    return {**one.props, "campaign_id": one.uid}


def _attendance(one: Attendance) -> Values:
    return {**one.props, "campaign_id": one.campaign, f"{one.label.lower()}_id": one.person}


def _assignment(held: Assignment) -> Values:
    of = {"assignment_id": held.uid, "record_kind": kind_of(held.label), "record_id": held.record, "user_id": held.user}
    return {**_dated(held.props), **of}


def _link(kind: str, link: Link) -> Values:
    ends = {f"from_{kind}_id": link.start, f"to_{kind}_id": link.end}
    return {**_dated(link.props), "link_id": link.uid, **ends, "kind": link.kind.lower()}
