"""Convert a lead: it becomes a contact, at an account, and what happened with it is theirs (docs/leads.md).

That a lead became a record is an edge; its state is `lead`, `contact`, `account` or `opportunity`, `at` and `by`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphcrm import lifecycle
from graphcrm.errors import ConflictError, InvalidInputError, placed, said
from graphcrm.nodes import EDGES, states
from graphcrm.nodes.base import OURS
from graphcrm.nodes.ids import derived
from graphcrm.nodes.states import State
from graphcrm.queries.changes.revision import Revision
from graphcrm.queries.changes.revisions_since import revisions_since
from graphcrm.queries.leads import events
from graphcrm.queries.load.create_conversions import create_conversions
from graphcrm.queries.load.stored_conversions import StoredConversion, stored_conversions
from graphcrm.queries.tasks.open_about import open_about
from graphcrm.services import (
    assignments,
    edges,
    handles,
    interactions,
    jobs,
    opportunities,
    ownership,
    records,
    tagging,
)
from graphcrm.services.changes import Change, Record, differing
from graphcrm.services.records import LABELS
from graphcrm.services.rights import kind_of

KIND = "conversion"
_BECOMES = ("contact", "account", "opportunity")
_OF_COMPANIES = frozenset({"domain"})  # kinds of handles that are an account's, not a person's
_FAR = ("lifecycle", lifecycle.SINCE, lifecycle.TRAIL)  # what says how far it is, instead of ...
_NEW = "prospect"  # how far whoever was worth it is with us, from the day on


@dataclass(frozen=True, slots=True)
class Asked:
    """What a lead is to become.

    `contact` and `account` are uids of records that are there; where there is none, `new_contact` and `new_account` are
    fields of new ones, beside what the lead says. `no_account` leaves the account away, `job` are fields of the job.
    `opportunity` are the fields of one that is made beside, None for none.
    """

    contact: str | None = None
    new_contact: Mapping[str, Any] = field(default_factory=dict)
    account: str | None = None
    new_account: Mapping[str, Any] = field(default_factory=dict)
    no_account: bool = False
    job: Mapping[str, Any] = field(default_factory=dict)
    opportunity: Mapping[str, Any] | None = None
    allow_overlap: bool = False  # the job is held beside another at the account

    def check(self) -> None:
        """Raise InvalidInputError where both a record that is there and another are asked for."""
        for kind, uid, new in (
            ("contact", self.contact, self.new_contact),
            ("account", self.account, self.new_account or self.no_account),
        ):
            if uid and new:
                message = said("One %(kind)s that is there and another are asked for; say which it is.", kind=kind)
                raise InvalidInputError(message, field=kind)


@dataclass(frozen=True, slots=True)
class Converted:
    """What a lead became: uids, and how many interactions are the contact's now."""

    contact: str
    account: str | None
    interactions: int
    opportunity: str | None = None


def convert(change: Change, uid: str, asked: Asked) -> Converted:
    """Make a lead a contact, at an account: they have its addresses, its interactions and its owner.

    A lead that is nobody's is taken by who converts it, where they may. Raises NotFoundError, StaleError,
    InvalidInputError, and ConflictError, with what it became, for one that was converted; what is wrong with a new
    record or the job is named `new_contact.name`, `job.start`.
    """
    asked.check()
    lead = change.lock(("Lead", uid))["Lead", uid]
    state = records.state_of(lead)
    became = stored_conversions(change.tx, leads=[uid])
    if any(one.label == "Contact" for one in became):
        raise _done(became)
    change.require("lead", uid, lead.props["rev"], state, {"status": "converted"})
    change.expected = None
    _take(change, uid)
    account = _account(change, state, asked)
    if asked.job and not account:
        message = said("A job is at an account, and none is said; name one, or leave the job empty.")
        raise InvalidInputError(message, field="account")
    contact = _record(change, "contact", asked.contact, {**_person(change, state), **asked.new_contact}, state)
    if account:
        _employ(change, contact, account, state, asked)
    _own(change, uid, [("contact", contact, not asked.contact), ("account", account, not asked.account)])
    deal = _deal(change, state, asked, contact, account)
    with change.following():
        met = events.events(change.tx, lead=uid)
        for event in met:
            interactions.hand_on(change, event, ("Lead", uid), ("Contact", contact))
        _hand_tasks_on(change, uid, contact)
    made = (("Contact", contact), ("Account", account), ("Opportunity", deal))
    for record in [(label, one) for label, one in made if one]:
        if record not in {(one.label, one.record) for one in became}:
            _join(change, uid, record, {"at": change.at, "by": change.author.user})
    with change.following():
        records.edit(change, "lead", uid, {"status": "converted"})
    return Converted(contact, account, len(met), deal)


def write_back(change: Change, revision: Revision) -> None:
    """Undo that a lead became a record; raises ChangedSinceError."""
    told = states.read(revision.before) | states.read(revision.after)
    record = next((LABELS[kind], told[kind]) for kind in _BECOMES if kind in told)
    change.lock(("Lead", told["lead"]), record)
    found = next((one for one in stored_conversions(change.tx, leads=[told["lead"]]) if one.uid == revision.of), None)
    change.untouched(revision, found.props["rev"] if found else None)
    was = states.stored(EDGES["CONVERTED_TO"], _told(states.read(revision.before)))
    if found is None:
        _join(change, told["lead"], record, was)
    elif revision.action == "change":
        _correct(change, found, was)
    else:
        _part(change, found)


def _take(change: Change, uid: str) -> None:
    """Give a lead that is nobody's to who converts it, where they may take it: it counts as taken (docs/leads.md)."""
    user, reader = change.author.user, change.author.reader
    if user and not _held(change, ("Lead", uid)) and (reader is None or reader.may("assign", "lead", None)):
        ownership.assign(change, "lead", uid, user)


def _held(change: Change, record: Record) -> bool:
    """Whether a record is somebody's today, or will be."""
    return any(one.span[1] > change.today for one in assignments.of(change, record))


def _account(change: Change, lead: State, asked: Asked) -> str | None:
    if asked.no_account:
        return None
    named = lead.get("company_name") and _carries(change, "company_name", "account", "name")
    values = {**({"name": lead["company_name"]} if named else {}), **asked.new_account}
    return _record(change, "account", asked.account, values, lead) if asked.account or values else None


def _person(change: Change, lead: State) -> State:
    """What a lead says of a person: the name, what was written of them, its tags, and the custom fields."""
    lead = {**lead, "tags": tagging.fitting((), lead.get("tags")) or None}
    own = [name for name in lead if name.startswith("x_") or name in {"name", "description", "tags"}]
    return {name: lead[name] for name in own if lead[name] is not None and _carries(change, name, "contact", name)}


def _carries(change: Change, name: str, kind: str, becomes: str) -> bool:
    """Whether a field of a lead may stand in one of another kind: who asks sees both, and what is sealed stays so."""
    sight, sealing = change.tx.sight, change.tx.sealing
    seen = name not in sight.hides("lead") and becomes not in sight.hides(kind)
    return seen and (name not in sealing.of("lead") or becomes in sealing.of(kind))


def _record(change: Change, kind: str, uid: str | None, values: State, lead: State) -> str:
    """The uid of a record that is there, or of a new one; it has the lead's addresses that are of its kind."""
    carried = lead["handles"] if _carries(change, "handles", kind, "handles") else []
    own = [one for one in carried if (one["kind"] in _OF_COMPANIES) == (kind == "account")]
    if uid is None:
        more = {"handles": own} if own else {}
        says = "lifecycle" in change.tx.sight.hides(kind) or not values.keys().isdisjoint(_FAR)
        new = {} if says else {"lifecycle": _NEW, "lifecycle_since": change.today}
        with placed(f"new_{kind}"):
            return records.create(change, kind, {**new, **more, **values})
    found = change.lock((LABELS[kind], uid))[LABELS[kind], uid]
    has, reader = handles.shown(found.handles), change.author.reader
    known, becomes = {(one["kind"], one["value"]) for one in has}, has
    for one in own:
        if (one["kind"], one["value"]) not in known:
            main = one["primary"] and not handles.primary(becomes, one["kind"])
            becomes = handles.with_one(becomes, one | {"primary": main})
    may = kind == "contact" or reader is None or reader.may("edit", "account", found.props.get("owner"))
    given: State = {"handles": becomes} if becomes != has else {}
    tags = tagging.fitting(found.tags, lead.get("tags") if _carries(change, "tags", kind, "tags") else ())
    if kind == "contact" and tags != sorted(found.tags):
        given["tags"] = tags
    if given and may:  # who may not edit an account has somebody work there all the same
        records.edit(change, kind, uid, given)
    return uid


def _employ(change: Change, contact: str, account: str, lead: State, asked: Asked) -> None:
    """Add the job at the account, unless they are known to work there now."""
    title = lead.get("title") if _carries(change, "title", "job", "title") else None
    with placed("job"):
        given, again = {"title": title, **asked.job}, bool(asked.job)
        jobs.employ(change, contact, account, given, again=again, allow_overlap=asked.allow_overlap)


def _deal(change: Change, lead: State, asked: Asked, contact: str, account: str | None) -> str | None:
    """Make the opportunity beside, of who converts the lead: at the account, and the contact has a part in it."""
    if asked.opportunity is None:
        return None
    known = (lead.get(name) for name in ("company_name", "name") if _carries(change, name, "opportunity", "name"))
    name = next(filter(None, known), None)
    tied = {"account": account, "contacts": [{"contact": contact}]}
    shown = {end: value for end, value in tied.items() if value and end not in change.tx.sight.hides("opportunity")}
    with placed("opportunity"):
        return opportunities.create(change, {"name": name, **shown, **asked.opportunity})


def _own(change: Change, lead: str, given: Iterable[tuple[str, str | None, bool]]) -> None:
    """Give what is nobody's to who has the lead, while they are one of us: a new record, or one that may be given."""
    reader = change.author.reader
    with change.following():
        user = assignments.holder(change, ("Lead", lead))
        if not user:
            return
        for kind, uid, new in given:
            may = new or reader is None or reader.may("assign", kind_of(LABELS[kind]), None)
            if uid and may and not _held(change, (LABELS[kind], uid)):
                ownership.assign(change, kind, uid, user)


def _hand_tasks_on(change: Change, lead: str, contact: str) -> None:
    """Let what is still to be done about a lead be about the contact."""
    for uid in open_about(change.tx, lead=lead):
        state = records.state_of(change.lock(("Task", uid))["Task", uid])
        leads = [one for one in state.get("leads") or () if one != lead]
        about = {"contacts": [*(state.get("contacts") or ()), contact], "leads": leads or None}
        records.edit(change, "task", uid, about)


def _join(change: Change, lead: str, record: Record, props: State) -> None:
    """Write that a lead became a record, and remember it."""
    label, uid = record
    edge = derived(KIND, lead, label, uid)
    last = revisions_since(change.tx, kind=KIND, of=edge, rev=0, limit=1)
    rev = last[0].rev + 1 if last else 1
    props = {name: value for name, value in props.items() if value is not None}
    row = {"uid": edge, "lead": lead, "label": label, "record": uid}
    new = props | edges.recorded(change, props) | {"rev": rev}
    if create_conversions(change.tx, rows=[row | {"props": new}], at=change.at) != 1:
        raise edges.overtaken(KIND)
    after = {"lead": lead, label.lower(): uid} | {name: value for name, value in props.items() if name not in OURS}
    change.remember(KIND, edge, rev, "create", before=None, after=after, on=[("Lead", lead), record])


def _correct(change: Change, found: StoredConversion, was: State) -> None:
    """Write back when and by whom a lead was converted, and remember it."""
    ends, rev = _ends(found), found.props["rev"]
    before, after = differing(_said(found), _said(found) | was)
    edges.put(change, KIND, "CONVERTED_TO", found.uid, rev, after)
    change.remember(KIND, found.uid, rev + 1, "change", before=before | ends, after=after | ends, on=_on(found))


def _part(change: Change, found: StoredConversion) -> None:
    """Remove what says that a lead became a record, and remember it."""
    before = _ends(found) | _said(found)
    before |= edges.drop(change, KIND, "CONVERTED_TO", found.uid, found.props["rev"])
    change.remember(KIND, found.uid, found.props["rev"] + 1, "remove", before=before, after=None, on=_on(found))


def _ends(found: StoredConversion) -> State:
    return {"lead": found.lead, found.label.lower(): found.record}


def _said(found: StoredConversion) -> State:
    """When, by whom, and what an import said beside."""
    kept = {name: value for name, value in found.props.items() if name not in OURS and value is not None}
    return {"at": found.at} | kept


def _told(state: State) -> State:
    """What a state says beside the ends."""
    return {name: value for name, value in state.items() if name not in {"lead", *_BECOMES}}


def _on(found: StoredConversion) -> list[Record]:
    return [("Lead", found.lead), (found.label, found.record)]


def _done(became: Iterable[StoredConversion]) -> ConflictError:
    """What to say of a lead that was converted already."""
    named = {one.label.lower(): one.record for one in became}
    message = said("The lead was converted already, so nothing was changed; go on with what it became.")
    return ConflictError(message, field="lead", other={"uid": next(iter(named.values())), **named})
