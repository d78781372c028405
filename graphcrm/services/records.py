"""Accounts, contacts, leads and users: create and change them.

A record's state is its properties without those the program keeps (uid, rev, the times), its `handles`, and of users
`team` and `own`, their own contact record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from graphcrm.errors import ExistsError, InvalidInputError, NotFoundError, OvertakenError
from graphcrm.nodes import NODES, Team
from graphcrm.nodes.base import CUSTOM_NAME_MOST, custom_field, custom_key, fields
from graphcrm.nodes.ids import derived, new_uid
from graphcrm.nodes.names import composed
from graphcrm.nodes.states import State
from graphcrm.queries.changes.drop_handles import drop_handles
from graphcrm.queries.changes.drop_memberships import drop_memberships
from graphcrm.queries.changes.lock_records import Locked, lock_records
from graphcrm.queries.load.put_memberships import put_memberships
from graphcrm.queries.load.put_own_contacts import put_own_contacts
from graphcrm.queries.load.put_records import put_records
from graphcrm.queries.users.users_of_email import users_of_email
from graphcrm.services import handles
from graphcrm.services.changes import Change, differing

LABELS = {"account": "Account", "contact": "Contact", "lead": "Lead", "user": "User"}
KEPT = frozenset({"uid", "rev", "created_at", "updated_at"})  # what the program itself keeps
_BESIDE = frozenset({"handles", "team", "own"})  # what is no property
_REACHED = frozenset({"handles", "email", "phone", "domains"})  # what says where somebody is reached
DEFAULTS: dict[str, State] = {"lead": {"status": "new"}, "user": {"role": "rep", "active": True}}


def state_of(locked: Locked) -> State:
    """The state of a record."""
    state: State = {name: value for name, value in locked.props.items() if name not in KEPT}
    state["handles"] = handles.shown(locked.handles)
    if locked.label == "User":
        state |= {"team": locked.team, "own": locked.own}
    return state


def create(change: Change, kind: str, values: Mapping[str, Any], *, uid: str | None = None) -> str:
    """Make a record of `values`, its fields as a client sends them, and answer its uid.

    Raises InvalidInputError, ExistsError for a uid or a user's e-mail address that is taken.
    """
    uid = uid or new_uid()
    given = _reached(kind, [], checked(kind, values))
    if kind == "contact" and not given.get("name"):
        given |= composed({}, given)
    after = {name: value for name, value in {**DEFAULTS.get(kind, {}), **given}.items() if value is not None}
    if not after.get("name"):
        raise InvalidInputError("name is empty; a new record needs one.", field="name")
    if lock_records(change.tx, records=[(LABELS[kind], uid)]):
        raise ExistsError(f"There is a {kind} {uid!r} already.", field="uid")
    write(change, kind, uid, 0, {}, after, action="create")
    return uid


def edit(change: Change, kind: str, uid: str, values: Mapping[str, Any]) -> None:
    """Change the fields of a record that `values` names; None empties one.

    Raises NotFoundError, StaleError, InvalidInputError.
    """
    given = checked(kind, values)
    locked = change.lock((LABELS[kind], uid))[LABELS[kind], uid]
    before = state_of(locked)
    given = _reached(kind, before["handles"], given)
    if kind == "contact" and "name" not in given:
        given |= composed(before, given)
    change.require(kind, uid, locked.props["rev"], before, given)
    if "name" in given and not given["name"]:
        raise InvalidInputError("name is empty; a record needs one.", field="name")
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
            raise NotFoundError(f"The {kind} {uid!r} has no {gone.kind} {gone.value}.", field="value")
        return kept

    _edit_handles(change, kind, uid, without)


def _edit_handles(change: Change, kind: str, uid: str, become: Callable[[list[State]], list[State]]) -> None:
    locked = change.lock((LABELS[kind], uid))[LABELS[kind], uid]
    before = state_of(locked)
    given = {"handles": become(before["handles"])}
    change.require(kind, uid, locked.props["rev"], before, given)
    write(change, kind, uid, locked.props["rev"], before, before | given)


def checked(kind: str, values: Mapping[str, Any]) -> State:
    """The values as they are stored; raises InvalidInputError naming the field."""
    known = fields(NODES[LABELS[kind]])
    given: State = {}
    for name, value in values.items():
        if name in KEPT or name == "deleted_at":
            raise InvalidInputError(f"{name} is kept by the program; leave it out.", field=name)
        if value is None or value == "" or name in _BESIDE or (name in _REACHED and name not in known):
            given[name] = None if value == "" else value
        else:
            given[name] = known[name].deflate(value) if name in known else _custom(name, value)
    if isinstance(given.get("team"), str):
        given["team"] = Team.name.deflate(given["team"]) or None
    return given


def _custom(name: str, value: Any) -> Any:  # noqa: ANN401  (a scalar, or a list of texts)
    if not name.startswith("x_") or custom_key(name) != name or len(name) > CUSTOM_NAME_MOST:
        message = f"{name!r} is no field here; a custom field is named x_ and then letters, digits and _."
        raise InvalidInputError(message, field=name)
    if isinstance(value, bool | int | float):
        return value
    field = custom_field(name)
    return [field.deflate(part) for part in value] if isinstance(value, list) else field.deflate(value)


def _reached(kind: str, has: list[State], given: State) -> State:
    """What was given, with the short ways to say an address (`email`, `phone`, `domains`) in `handles`."""
    found = handles.checked(given["handles"] or []) if "handles" in given else has
    for name in ("email", "phone"):
        if name in given:
            found = handles.with_primary(found, name, given[name])
    if "domains" in given:
        found = handles.with_all(found, "domain", given["domains"] or [])
    named = {name: value for name, value in given.items() if name not in _REACHED or (kind, name) == ("user", "email")}
    if named.get("email"):
        named["email"] = handles.of("email", named["email"]).value
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
    if kind == "user" and ("email" in becomes or is_new):
        _reserve_email(change, uid, becomes.get("email"))
    new, gone = handles.moved(was.get("handles") or [], becomes.get("handles") or [])
    drop_handles(change.tx, rows=[{"label": label, "uid": uid, "handle": handle} for handle in gone])
    props = {name: value for name, value in becomes.items() if name not in _BESIDE}
    row = {"label": label, "uid": uid, "rev": rev, "props": props, "handles": new}
    if put_records(change.tx, rows=[row], at=change.at) != 1:
        raise OvertakenError("Somebody else has just stored the same record; nothing was changed. Try again.")
    _belong(change, uid, becomes)
    change.remember(kind, uid, rev + 1, action, before=None if is_new else was, after=becomes, on=[(label, uid)])


def _belong(change: Change, uid: str, becomes: State) -> None:
    """Put a user into a team, and name their own contact record."""
    leaves = {name: becomes.get(name, "") is None for name in ("team", "own")}
    if any(leaves.values()):
        drop_memberships(change.tx, rows=[{"uid": uid, **leaves}])
    if team := becomes.get("team"):
        row = {"user": uid, "team": derived("team", team), "name": team}
        put_memberships(change.tx, rows=[row], at=change.at)
    if own := becomes.get("own"):
        change.lock(("Contact", own))
        put_own_contacts(change.tx, rows=[{"user": uid, "contact": own}])


def _reserve_email(change: Change, uid: str, email: str | None) -> None:
    """Raise ExistsError where another user has the address; who else wants it waits for us."""
    if not email:
        raise InvalidInputError("email is empty; a user needs one.", field="email")
    others = [other for other in users_of_email(change.tx, email=email) if other != uid]
    if others:
        message = f"There is already a user with the e-mail address {email}."
        raise ExistsError(message, field="email", other={"kind": "user", "uid": others[0]})
