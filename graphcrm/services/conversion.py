"""Convert a lead: it becomes a contact, at an account, and what happened with it is theirs (docs/leads.md).

That a lead became a record is an edge; its state is `lead`, `contact` or `account`, `at` and `by`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graphcrm.errors import ConflictError, InvalidInputError, said
from graphcrm.nodes import EDGES, states
from graphcrm.nodes.base import OURS
from graphcrm.nodes.ids import derived
from graphcrm.nodes.states import State
from graphcrm.queries.changes.lock_records import Locked
from graphcrm.queries.changes.revision import Revision
from graphcrm.queries.changes.revisions_since import revisions_since
from graphcrm.queries.leads import events
from graphcrm.queries.load.create_conversions import create_conversions
from graphcrm.queries.load.stored_conversions import StoredConversion, stored_conversions
from graphcrm.services import assignments, edges, handles, interactions, jobs, ownership, records
from graphcrm.services.changes import Change, Record, differing
from graphcrm.services.records import LABELS

KIND = "conversion"
_OF_COMPANIES = frozenset({"domain"})  # kinds of handles that are an account's, not a person's
_NEW = {"lifecycle": "prospect"}  # what is known of whoever was worth it


@dataclass(frozen=True, slots=True)
class Asked:
    """What a lead is to become.

    `contact` and `account` are uids of records that are there; where there is none, `new_contact` and `new_account` are
    fields of new ones, beside what the lead says. `no_account` leaves the account away, `job` are fields of the job.
    """

    contact: str | None = None
    new_contact: Mapping[str, Any] = field(default_factory=dict)
    account: str | None = None
    new_account: Mapping[str, Any] = field(default_factory=dict)
    no_account: bool = False
    job: Mapping[str, Any] = field(default_factory=dict)

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


def convert(change: Change, uid: str, asked: Asked) -> Converted:
    """Make a lead a contact, at an account: they have its addresses, its interactions and its owner.

    Raises NotFoundError, StaleError, InvalidInputError, and ConflictError, with what it became, for
    one that was converted.
    """
    asked.check()
    lead = change.lock(("Lead", uid))["Lead", uid]
    state = records.state_of(lead)
    if became := stored_conversions(change.tx, leads=[uid]):
        raise _done(became)
    change.require("lead", uid, lead.props["rev"], state, {"status": "converted"})
    change.expected = None
    account = _account(change, state, asked)
    contact = _record(change, "contact", asked.contact, {**_person(state), **asked.new_contact}, state["handles"])
    if account:
        _employ(change, contact, account, state, asked.job)
    with change.following():
        _own(change, lead, contact, account)
        met = events.events(change.tx, lead=uid)
        for event in met:
            interactions.hand_on(change, event, ("Lead", uid), ("Contact", contact))
    for record in [("Contact", contact), *([("Account", account)] if account else [])]:
        _join(change, uid, record, {"at": change.at, "by": change.author.user})
    records.edit(change, "lead", uid, {"status": "converted"})
    return Converted(contact, account, len(met))


def write_back(change: Change, revision: Revision) -> None:
    """Undo that a lead became a record; raises ChangedSinceError."""
    told = states.read(revision.before) | states.read(revision.after)
    record = next((LABELS[kind], told[kind]) for kind in ("contact", "account") if kind in told)
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


def _account(change: Change, lead: State, asked: Asked) -> str | None:
    if asked.no_account:
        return None
    company = {"name": lead["company_name"]} if lead.get("company_name") else {}
    if not asked.account and not (company | dict(asked.new_account)):
        return None
    return _record(change, "account", asked.account, company | dict(asked.new_account), lead["handles"])


def _person(lead: State) -> State:
    """What a lead says of a person: the name, what was written of them, and the custom fields."""
    own = {name: value for name, value in lead.items() if name.startswith("x_") or name in {"name", "description"}}
    return {name: value for name, value in own.items() if value is not None}


def _record(change: Change, kind: str, uid: str | None, values: State, reached: Sequence[State]) -> str:
    """The uid of a record that is there, or of a new one; it has those of some handles that are of its kind."""
    own = [one for one in reached if (one["kind"] in _OF_COMPANIES) == (kind == "account")]
    if uid is None:
        return records.create(change, kind, {**_NEW, "handles": own, **values})
    before = records.state_of(change.lock((LABELS[kind], uid))[LABELS[kind], uid])
    has = before["handles"]
    known, main = {(one["kind"], one["value"]) for one in has}, {one["kind"] for one in has if one["primary"]}
    new = [one | {"primary": one["primary"] and one["kind"] not in main} for one in own]
    new = [one for one in new if (one["kind"], one["value"]) not in known]
    if new:
        records.edit(change, kind, uid, {"handles": handles.checked([*has, *new])})
    return uid


def _employ(change: Change, contact: str, account: str, lead: State, job: Mapping[str, Any]) -> None:
    """Add the job at the account, unless they are known to work there now."""
    career = jobs.career(change, contact)
    if not job and any(stint.account == account and not stint.ended for stint in career):
        return
    given = {"title": lead.get("title"), "primary": not any(s.props.get("primary") and not s.ended for s in career)}
    jobs.add(change, contact, given | dict(job), account=account)


def _own(change: Change, lead: Locked, contact: str, account: str | None) -> None:
    """Give what is nobody's to who has the lead, while they are one of us."""
    now = assignments.open_one(assignments.of(change, ("Lead", lead.uid)))
    user = now and change.locked(("User", now.user)).get(("User", now.user))
    if not user or user.props.get("active") is False or user.props.get("deleted_at"):
        return
    for kind, uid in (("contact", contact), ("account", account)):
        if uid and not assignments.open_one(assignments.of(change, (LABELS[kind], uid))):
            ownership.assign(change, kind, uid, user.uid)


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
    return {name: value for name, value in state.items() if name not in {"lead", "contact", "account"}}


def _on(found: StoredConversion) -> list[Record]:
    return [("Lead", found.lead), (found.label, found.record)]


def _done(became: Iterable[StoredConversion]) -> ConflictError:
    """What to say of a lead that was converted already."""
    named = {one.label.lower(): one.record for one in became}
    message = said("The lead was converted already, so nothing was changed; go on with what it became.")
    return ConflictError(message, field="lead", other={"uid": next(iter(named.values())), **named})
