"""Records of every kind: create and change them.

A record's state is its properties without those the program keeps (uid, rev, the times), its `handles`, of users `team`
and `own`, their own contact record, of some kinds what they are tied to (tied.py), without `handles`, and
of accounts, contacts, leads and tasks `tags`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graphcrm import lifecycle
from graphcrm.access import kind_of
from graphcrm.errors import ExistsError, InvalidInputError, NotFoundError, OvertakenError, said
from graphcrm.nodes import NODES, Team
from graphcrm.nodes.base import BOUNDS, CUSTOM_NAME_MOST, LANED, custom_field, custom_key, fields
from graphcrm.nodes.ids import new_uid
from graphcrm.nodes.names import composed
from graphcrm.nodes.states import State
from graphcrm.queries.changes.drop_handles import drop_handles
from graphcrm.queries.changes.lock_records import Locked, lock_records
from graphcrm.queries.load.put_records import put_records
from graphcrm.queries.opportunities.keep_lanes import keep_lanes
from graphcrm.services import handles, kept, members, tagging
from graphcrm.services.changes import Change, differing
from graphcrm.services.tied import TIED

LABELS = {
    "account": "Account", "contact": "Contact", "lead": "Lead", "opportunity": "Opportunity", "contract": "Contract",
    "order": "Order", "service_request": "ServiceRequest", "campaign": "Campaign", "task": "Task",
    "user": "User",
}  # fmt: skip
# What the program itself keeps.
KEPT = frozenset({
    "uid", "rev", "created_at", "updated_at", "owner", "owner_until", "digest_on", "proposed", *LANED, *BOUNDS,
})  # fmt: skip
_BESIDE = frozenset({"handles", "team", "own", "tags"})  # what is no property
TAGGED = frozenset(tagging.KINDS)
DATED = frozenset({"account", "contact"})  # how far these are with us has days (lifecycle.py)
_REACHED = frozenset({"handles", "email", "phone", "domains"})  # what says where somebody is reached
_INTEGER_MOST = 2**63 - 1  # of Neo4j
DEFAULTS: dict[str, State] = {
    "lead": {"status": "new"},
    "opportunity": {"status": "open"},
    "contract": {"status": "draft"},
    "order": {"status": "draft"},
    "service_request": {"status": "new", "priority": "normal"},
    "task": {"status": "open"},
    "user": {"role": "rep", "active": True},
}


def state_of(locked: Locked) -> State:
    """The state of a record."""
    state: State = {name: value for name, value in locked.props.items() if name not in KEPT}
    if kind_of(locked.label) in TAGGED:
        state["tags"] = sorted(locked.tags) or None  # more than are taken, where deletions were undone
    if tied := TIED.get(kind_of(locked.label)):
        return state | tied.held(locked)
    state["handles"] = handles.shown(locked.handles)
    if locked.label == "User":
        state |= {"team": locked.team, "own": locked.own}
    return state


def create(change: Change, kind: str, values: Mapping[str, Any], *, uid: str | None = None) -> str:
    """Make a record of `values`, its fields as a client sends them, and answer its uid.

    Raises InvalidInputError, ExistsError for a uid or a user's e-mail address that is taken.
    """
    uid = uid or new_uid()
    given = _reached(kind, {}, checked(kind, values))
    given |= _turned(change, kind, {}, given)
    if kind == "contact" and not given.get("name"):
        given |= checked(kind, composed({}, given))
    after = {name: value for name, value in {**DEFAULTS.get(kind, {}), **given}.items() if value is not None}
    if kind in TIED:
        TIED[kind].bounded({}, after)
    tagging.bounded({}, after)
    if not after.get("name"):
        raise InvalidInputError(said("name is empty; a new record needs one."), field="name")
    if lock_records(change.tx, records=[(LABELS[kind], uid)]):
        raise ExistsError(said("There is a %(kind)s %(uid)r already.", kind=kind, uid=uid), field="uid")
    write(change, kind, uid, 0, {}, after, action="create")
    return uid


def edit(change: Change, kind: str, uid: str, values: Mapping[str, Any]) -> None:
    """Change the fields of a record that `values` names; None empties one.

    Raises NotFoundError, StaleError, InvalidInputError.
    """
    given = checked(kind, values)
    locked = change.lock((LABELS[kind], uid))[LABELS[kind], uid]
    before = state_of(locked)
    given = _reached(kind, before, given)
    if tied := TIED.get(kind):
        given = tied.keeping(change, before, given)
        if not change.follows:  # who converts a lead may not see what else a task is about
            tied.bounded(before, before | given)
    if "tags" in given:
        tagging.bounded(before, given)
    if kind == "contact" and "name" not in given:
        given |= checked(kind, composed(before, given))
    change.require(kind, uid, locked.props["rev"], before, given)
    given |= _turned(change, kind, before, given)
    if "name" in given and not given["name"]:
        raise InvalidInputError(said("name is empty; a record needs one."), field="name")
    write(change, kind, uid, locked.props["rev"], before, before | given)


def add_handle(change: Change, kind: str, uid: str, given: Mapping[str, Any]) -> None:
    """Add a handle (`kind`, `value`, `label`, `primary`) to a record, or change the one that it has.

    Raises NotFoundError, StaleError, InvalidInputError.
    """
    _edit_handles(change, kind, uid, lambda has: handles.with_one(has, given))


def remove_handle(change: Change, kind: str, uid: str, handle_kind: str, value: str) -> None:
    """Take a handle from a record; raises NotFoundError, also where the record does not have it, StaleError."""
    gone = handles.of(handle_kind, value)

    def without(has: list[State]) -> list[State]:
        kept = [entry for entry in has if (entry["kind"], entry["value"]) != gone]
        if len(kept) == len(has):
            raise NotFoundError(
                said(
                    "The %(kind)s %(uid)r has no %(kind_2)s %(value)s.",
                    kind=kind,
                    uid=uid,
                    kind_2=gone.kind,
                    value=gone.value,
                ),
                field="value",
            )
        return kept

    if not _edit_handles(change, kind, uid, without):
        message = said("A user has an e-mail address; send another as `email`, and this one goes.")
        raise InvalidInputError(message, field="value")


def _edit_handles(change: Change, kind: str, uid: str, become: Callable[[list[State]], list[State]]) -> bool:
    """Change the handles of a record; whether any of them differs then."""
    locked = change.lock((LABELS[kind], uid))[LABELS[kind], uid]
    before = state_of(locked)
    given = _reached(kind, before, {"handles": become(before["handles"])})
    change.require(kind, uid, locked.props["rev"], before, given)
    write(change, kind, uid, locked.props["rev"], before, before | given)
    return "handles" in given


def checked(kind: str, values: Mapping[str, Any]) -> State:
    """The values as they are stored; raises InvalidInputError naming the field."""
    known = fields(NODES[LABELS[kind]])
    beside, reached = (TIED[kind].FIELDS, ()) if kind in TIED else (_BESIDE - {"tags"}, _REACHED)
    beside = {*beside, "tags"} if kind in TAGGED else beside
    given: State = {}
    for name, value in values.items():
        if name in KEPT or name == "deleted_at":
            raise InvalidInputError(said("%(name)s is kept by the program; leave it out.", name=name), field=name)
        if value in (None, "") or name in beside or (name in reached and name not in known):
            stored = value
        else:
            stored = known[name].deflate(value) if name in known else _custom(name, value)
        given[name] = None if stored == "" else stored
    if kind in TIED:
        given |= TIED[kind].checked(given)
    if "tags" in given:
        given["tags"] = tagging.checked(given["tags"])
    if isinstance(given.get("team"), str):
        given["team"] = Team.name.deflate(given["team"]) or None
    return given


def _turned(change: Change, kind: str, before: State, given: State) -> State:
    """What follows for since when it is how far with us, and how far it was before."""
    return lifecycle.turned(before, given, change.today) if kind in DATED else {}


def _custom(name: str, value: Any) -> Any:  # noqa: ANN401  (a scalar, or a list of texts)
    if not name.startswith("x_") or custom_key(name) != name or len(name) > CUSTOM_NAME_MOST:
        message = said(
            "%(name)r is no field here; a custom field is named x_ and then letters, digits and _.", name=name
        )
        raise InvalidInputError(message, field=name)
    field = custom_field(name)
    if isinstance(value, int) and abs(value) > _INTEGER_MOST:
        field.refuse(
            value,
            said(
                "a whole number is %(integer_most)s at most; send it in quotes, as a text", integer_most=_INTEGER_MOST
            ),
        )
    if isinstance(value, bool | int | float):
        return value
    return [field.deflate(part) for part in value] if isinstance(value, list) else field.deflate(value)


def _reached(kind: str, before: State, given: State) -> State:
    """What was given, with the short ways to say an address (`email`, `phone`, `domains`) in `handles`.

    The e-mail address of a user is their primary one, and stays among their handles whatever else is said of those.
    """
    has = before.get("handles") or []
    found = handles.checked(given["handles"] or []) if "handles" in given else has
    for name in ("email", "phone"):
        if name in given:
            found = handles.with_primary(found, name, given[name])
    if "domains" in given:
        found = handles.with_all(found, "domain", given["domains"] or [])
    named = {name: value for name, value in given.items() if name not in _REACHED or (kind, name) == ("user", "email")}
    if named.get("email"):
        named["email"] = handles.of("email", named["email"]).value
    elif kind == "user" and "handles" in given and "email" not in given:
        if primary := handles.primary(found, "email"):
            named["email"] = primary
        else:
            found = handles.with_primary(found, "email", before.get("email"))
    return named | ({"handles": found} if found != has else {})


def write(
    change: Change, kind: str, uid: str, rev: int, before: State, after: State, *, action: str = "change"
) -> None:
    """Write what differs between two states of a record that is locked, and remember it."""
    was, becomes = differing(before, after)
    if not becomes:
        return
    label = LABELS[kind]
    is_new = action == "create"
    new, gone = handles.moved(was.get("handles") or [], becomes.get("handles") or [])
    if kind == "user":
        if not after.get("email") and (is_new or "email" in becomes):
            raise InvalidInputError(said("email is empty; a user needs one."), field="email")
        is_back = becomes.get("deleted_at", "") is None
        own = [after["email"]] if "email" in becomes or (is_back and after.get("email")) else []
        members.reserve(change, uid, {*own, *(entry["value"] for entry in new if entry["kind"] == "email")})
    put = {entry["uid"] for entry in new}
    drop_handles(
        change.tx, rows=[{"label": label, "uid": uid, "handle": handle, "stays": handle in put} for handle in gone]
    )
    beside = {*TIED[kind].FIELDS, "tags"} if kind in TIED else _BESIDE
    props = {name: value for name, value in becomes.items() if name not in beside}
    row = {"label": label, "uid": uid, "rev": rev, "props": props | kept.of(kind, after), "handles": new}
    if put_records(change.tx, rows=[row], at=change.at) != 1:
        raise OvertakenError(said("Somebody else has just stored the same record; nothing was changed. Try again."))
    if kind == "opportunity":
        keep_lanes(change.tx, rows=[{"uid": uid}])
    members.belong(change, uid, becomes)
    if kind in TIED:
        TIED[kind].put(change, uid, was, becomes)
    tagging.put(change, label, uid, was, becomes)
    change.remember(kind, uid, rev + 1, action, before=None if is_new else was, after=becomes, on=[(label, uid)])
