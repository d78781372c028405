"""Records of each kind: a row whose id exists changes what its cells that are not empty say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from graphcrm.errors import InvalidInputError
from graphcrm.graph import Runner, Transaction
from graphcrm.importers.known import Context, without_unknown
from graphcrm.importers.plans import history, tags
from graphcrm.importers.plans.campaigns import Campaigns
from graphcrm.importers.plans.involved import ContractTies, OrderTies, RequestTies
from graphcrm.importers.plans.lifecycles import Lifecycles
from graphcrm.importers.plans.opportunities import Involvements
from graphcrm.importers.plans.tasks import Abouts
from graphcrm.importers.plans.turns import Moved, Turns
from graphcrm.importers.rows import NO_OFFSET, Row, offset_less
from graphcrm.importers.sinks import Plan, Step
from graphcrm.nodes import Account
from graphcrm.nodes.base import fields
from graphcrm.nodes.handles import Handle
from graphcrm.nodes.ids import derived, external_id, uid_of
from graphcrm.nodes.names import composed
from graphcrm.nodes.tags import key_of
from graphcrm.queries.involved.seen import ONE
from graphcrm.queries.load.email_users import email_users
from graphcrm.queries.load.put_memberships import put_memberships
from graphcrm.queries.load.put_own_contacts import put_own_contacts
from graphcrm.queries.load.put_records import put_records
from graphcrm.queries.load.stored_records import StoredRecord, stored_records
from graphcrm.queries.tags.drop_tagged import drop_tagged
from graphcrm.queries.tags.put_tagged import put_tagged
from graphcrm.queries.tasks.seen import ABOUT
from graphcrm.queries.users.users_of_email import users_of_email
from graphcrm.services import kept, tagging
from graphcrm.services.changes import Change, differing
from graphcrm.services.handles import shown
from graphcrm.services.records import DEFAULTS

_ONE = ("email", "phone", "wechat", "linkedin", "domain")  # the first in one of these cells is the handle to use
_MORE = ("emails", "phones", "wechats", "linkedins", "domains")
_NO_PROPERTIES = {"id", "tags", "team", "own", "latitude", "longitude", *ONE, *ABOUT, *_ONE, *_MORE}
_NAMES = frozenset({"name", "given_name", "family_name"})
_place = fields(Account)["location"].deflate


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record, what a new one has unless its row says otherwise, and the keys of what refers to others."""

    name: str
    label: str
    defaults: Mapping[str, object] = field(default_factory=dict)
    references: Sequence[tuple[str, str]] = ()
    turns: type[Turns] = Turns

    def identify(self, row: Row) -> str:
        """The uid of the row's record."""
        return uid_of(self.name, row.need("id", f"{self.name}_id"))

    def plan(self, runner: Runner, rows: list[Row], context: Context) -> Plan:
        """What a batch of rows comes to."""
        return _plan(self, runner, rows, context)


ACCOUNT = Kind("account", "Account", turns=Lifecycles)
CONTACT = Kind("contact", "Contact", turns=Lifecycles)
LEAD = Kind("lead", "Lead", DEFAULTS["lead"])
OPPORTUNITY = Kind(
    "opportunity",
    "Opportunity",
    DEFAULTS["opportunity"],
    (("account", "Account"), ("contacts", "Contact")),
    Involvements,
)
_AGREED = (("account", "Account"), ("contacts", "Contact"), ("opportunity", "Opportunity"))
CONTRACT = Kind("contract", "Contract", DEFAULTS["contract"], _AGREED, ContractTies)
ORDER = Kind("order", "Order", DEFAULTS["order"], _AGREED, OrderTies)
SERVICE_REQUEST = Kind("service_request", "ServiceRequest", DEFAULTS["service_request"], _AGREED[:2], RequestTies)
CAMPAIGN = Kind("campaign", "Campaign", turns=Campaigns)
TASK = Kind("task", "Task", DEFAULTS["task"], tuple(ABOUT.items()), Abouts)
USER = Kind("user", "User", DEFAULTS["user"], (("own", "Contact"),))


@dataclass(slots=True)
class _Writes:
    runner: Runner
    change: Change
    records: list[dict[str, Any]] = field(default_factory=list)
    memberships: list[dict[str, Any]] = field(default_factory=list)
    own: list[dict[str, Any]] = field(default_factory=list)
    addresses: dict[str, set[str]] = field(default_factory=dict)
    turns: Turns = field(default_factory=Turns)
    tags: Mapping[str, str] = field(default_factory=dict)  # uids by keys
    tagged: list[dict[str, str]] = field(default_factory=list)
    untagged: list[dict[str, str]] = field(default_factory=list)

    def users_of(self, email: str) -> set[str]:
        """The users who have an address, or will; in a batch that is written nobody else can take it until its end."""
        if email not in self.addresses:
            if isinstance(self.runner, Transaction):
                self.addresses[email] = set(users_of_email(self.runner, email=email))
            else:
                self.addresses[email] = {user for _, user in email_users(self.runner, emails=[email])}
        return self.addresses[email]

    def steps(self, context: Context) -> list[Step]:
        return [
            Step(partial(put_records, at=context.at), self.records),
            Step(partial(put_memberships, at=context.at), self.memberships),
            Step(put_own_contacts, self.own),
            *self.turns.steps(),
            Step(put_tagged, self.tagged),
            Step(drop_tagged, self.untagged),
            history.step(self.change),
        ]

    def retagged(self, row: Row, stored: StoredRecord | None) -> Moved:
        """What the tags of a record were and are, as far as they differ: a cell of tags names all of them."""
        if "tags" not in row.values:
            return {}, {}
        has = stored.tags if stored else []
        named = {self.tags[key_of(name)] for name in row.values["tags"]}
        was, becomes = {"tags": sorted(has) or None}, {"tags": tagging.checked(sorted(named))}
        tagging.bounded(was, becomes)
        return differing(was, becomes)

    def take(self, kind: Kind, uid: str, moved: Moved) -> None:
        """Have a record be about other records than it was, and tagged otherwise."""
        self.turns.take(uid, moved)
        put, drop = tagging.turned(kind.label, uid, *moved)
        self.tagged += put
        self.untagged += drop

    def remember(self, kind: Kind, row: Row, stored: StoredRecord, record: Mapping[str, Any], moved: Moved) -> None:
        """Note what a row changes of a record."""
        after = dict(record["props"])
        before = {name: stored.props.get(name) for name in after} | moved[0]
        after |= moved[1]
        if record["handles"]:
            known = {uid: (uid, bool(primary), label) for uid, primary, label in stored.handles}
            new = {one["uid"]: (one["uid"], bool(one["primary"]), one["label"]) for one in record["handles"]}
            labels = {uid: known[uid][2] for uid in new if uid in known and new[uid][2] is None}
            new |= {uid: (uid, new[uid][1], label) for uid, label in labels.items()}
            before["handles"], after["handles"] = shown(known.values()), shown({**known, **new}.values())
        for name, was in (("team", stored.teams), ("own", stored.own)):
            if name in row.values and [row.values[name]] != was:
                before[name], after[name] = next(iter(was), None), row.values[name]
        rev = record["rev"] + 1
        on = [(kind.label, row.uid)]
        self.change.remember(kind.name, row.uid, rev, "change", before=before, after=after, on=on)


def nameless(row: Row) -> bool:
    """Whether a row says nothing of a name, and so can only be about a record that exists.

    Such rows come last. Else one of a new id would be refused before another row creates the record, and not be
    refused when the import is run again.
    """
    return _NAMES.isdisjoint(row.values)


def _plan(kind: Kind, runner: Runner, rows: list[Row], context: Context) -> Plan:
    writes = _Writes(runner, history.begin(runner, context))
    plan = Plan(change=writes.change)
    rows, unknown = without_unknown(runner, context, rows, kind.references)
    plan.refused = [row.refused(reason, key) for row, key, reason in unknown]
    found = stored_records(runner, label=kind.label, uids=[row.uid for row in rows])
    stored = {record.uid: record for record in found}
    writes.tags = tags.uids_of(runner, rows, context)
    writes.turns = kind.turns.of(runner, stored, context)
    for row in rows:
        try:
            _put(kind, row, stored.get(row.uid), context, plan, writes)
            plan.loaded.append(row.uid)
        except InvalidInputError as error:
            plan.refused.append(row.refused(error.detail, error.field))
    plan.steps = writes.steps(context)
    return plan


def _put(kind: Kind, row: Row, stored: StoredRecord | None, context: Context, plan: Plan, writes: _Writes) -> None:
    """Compare one row with its record, and add what differs to the plan."""
    props = stored.props if stored else {}
    if props.get("deleted_at"):
        message = f"the {kind.name} is in the trash; restore it, and import the row again."
        raise InvalidInputError(message, field="id")
    values = _own_addresses(row, plan, writes) if kind is USER else row.values
    given = _given(kind, row, values, props)
    given, moved = writes.turns.given(given, props, context.at), writes.turns.asked(row)
    if any(offset_less(row.cell(name)) for name in kind.turns.times):
        plan.notes.append(row.note("no_offset", NO_OFFSET))
    tagged = writes.retagged(row, stored)
    moved = moved[0] | tagged[0], moved[1] | tagged[1]
    changes = {name: value for name, value in given.items() if props.get(name) != value}
    if stored is None:
        source = {"source": context.source} if context.source else {}
        changes = {**kind.defaults, **source, **changes}
    handles = _handles(values, stored)
    linked = _link(row, stored, writes)
    if stored and not (changes or handles or linked or moved[1]):
        plan.unchanged[row.file] += 1
        return
    rev = props.get("rev") or 0
    record = {"label": kind.label, "uid": row.uid, "rev": rev, "props": changes, "handles": handles}
    writes.records.append({**record, "props": changes | kept.of(kind.name, {**props, **changes})})
    writes.take(kind, row.uid, moved)
    if stored:
        writes.remember(kind, row, stored, record, moved)
        plan.changed[row.file] += 1
    else:
        plan.created[row.file] += 1


def _own_addresses(row: Row, plan: Plan, writes: _Writes) -> Mapping[str, Any]:
    """The values of a user's row without the e-mail addresses of other users, which are named in the report."""
    values = dict(row.values)
    for key in ("email", "emails"):
        kept = []
        for one in values.pop(key, ()):
            address = one.handle.value
            others = sorted(writes.users_of(address) - {row.uid})
            if others:
                text = f"{address} is the address of the user {others[0]}, and no two users share one; it was left out"
                plan.notes.append(row.note("shared_address", text))
            else:
                writes.users_of(address).add(row.uid)
                kept.append(one)
        if kept:
            values[key] = kept
    return values


def _given(kind: Kind, row: Row, values: Mapping[str, Any], props: Mapping[str, Any]) -> dict[str, Any]:
    """The properties a row gives; raises InvalidInputError."""
    given = {name: value for name, value in values.items() if name not in _NO_PROPERTIES}
    unfit = external_id(values["id"])
    if unfit:
        given.setdefault("external_id", unfit)
    if kind is USER and "email" in values:
        given["email"] = values["email"][0].handle.value
    if "latitude" in values or "longitude" in values:
        given["location"] = _place(f"{row.need('latitude', 'latitude')},{row.need('longitude', 'longitude')}")
    if kind is CONTACT and "name" not in given:
        given |= composed(props, given)
    if not (given.get("name") or props.get("name")):
        message = "name is empty; a new record needs one."
        raise InvalidInputError(message, field="name")
    return given


def _link(row: Row, stored: StoredRecord | None, writes: _Writes) -> bool:
    """Add a user's team and own contact record; whether there is anything to add."""
    team, own = row.values.get("team"), row.values.get("own")
    before = len(writes.memberships) + len(writes.own)
    if team and team not in (stored.teams if stored else ()):
        writes.memberships.append({"user": row.uid, "team": derived("team", team), "name": team})
    if own and own not in (stored.own if stored else ()):
        writes.own.append({"user": row.uid, "contact": own})
    return len(writes.memberships) + len(writes.own) > before


def _handles(values: Mapping[str, Any], stored: StoredRecord | None) -> list[dict[str, Any]]:
    """The handles that are new to a record, are called otherwise, or are (or are no longer) the one to use."""
    has = {uid: (primary, label) for uid, primary, label in stored.handles} if stored else {}
    wanted: dict[Handle, dict[str, Any]] = {}
    for key in (*_ONE, *_MORE):
        for handle, label in values.get(key, ()):
            primary, known = has.get(handle.uid, (None, None))
            if handle.uid not in has or label not in {None, known}:
                wanted.setdefault(handle, {"primary": primary, "label": label})
    for key in _ONE:
        first, label = values[key][0] if key in values else (None, None)
        if first and has.get(first.uid, (None, None))[0] is not True:
            wanted[first] = {"primary": True, "label": label}
            others = [uid for uid, (primary, _) in has.items() if primary and uid.startswith(f"{key}:")]
            wanted |= {Handle(*uid.split(":", 1)): {"primary": False, "label": None} for uid in others}
    return [{"uid": handle.uid, **handle._asdict(), **edge} for handle, edge in wanted.items()]
