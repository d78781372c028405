"""Whom an opportunity is offered to, and who has which part in it: `account` of its state, and `contacts`, in their
order, each with `contact`, a uid, and `role`, None where none is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from typing import Any

from graphcrm.errors import ForbiddenError, InvalidInputError, NotFoundError, said
from graphcrm.nodes import EDGES
from graphcrm.nodes.base import fields
from graphcrm.nodes.states import State
from graphcrm.queries.changes.lock_records import Locked
from graphcrm.queries.opportunities.drop_involved import drop_involved
from graphcrm.queries.opportunities.put_involved import put_involved
from graphcrm.queries.opportunities.seen import ENDS, seen
from graphcrm.services import edges
from graphcrm.services.changes import Change

FIELDS = ENDS
MOST = 100  # contacts of one opportunity

Tie = tuple[str, str, str | None]  # label and uid of a record, and the part that a contact has


def shown(account: str | None, contacts: Iterable[tuple[str, str | None]]) -> State:
    """These fields as a state has them; one that has nothing is None."""
    found = [{"contact": uid, "role": role} for uid, role in sorted(contacts, key=lambda one: one[0])]
    return {"account": account, "contacts": found or None}


def held(locked: Locked) -> State:
    """These fields of an opportunity that is locked."""
    return shown(locked.account, locked.contacts)


def checked(values: Mapping[str, Any]) -> State:
    """What a client sent of these fields, as a state has it; raises InvalidInputError."""
    given: State = {}
    if "account" in values:
        given["account"] = values["account"] or None
    if "contacts" in values:
        role = fields(EDGES["INVOLVES"])["role"]
        parts = {one["contact"]: one.get("role") for one in values["contacts"] or ()}
        if len(parts) < len(values["contacts"] or ()):
            message = said("contacts names somebody twice; one person has one part.")
            raise InvalidInputError(message, field="contacts")
        roles = ((uid, role.deflate(part) if part else None) for uid, part in parts.items())
        given["contacts"] = shown(None, roles)["contacts"]
    return given


def bounded(before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Raise InvalidInputError where an opportunity becomes one of more contacts than one has, and than it had."""
    was, becomes = (len(state.get("contacts") or ()) for state in (before, after))
    if becomes > max(MOST, was):
        message = said("An opportunity has %(most)s contacts at most; name those who matter.", most=MOST)
        raise InvalidInputError(message, field="contacts")


def keeping(change: Change, before: State, given: State) -> State:
    """What is said of these fields, with the records that who says it does not see: they left none of them out.

    Raises ForbiddenError for another account than one that they do not see, NotFoundError for such a contact.
    """
    kept, known = dict(given), seen(change.tx, [before])[0] or {}
    if "account" in given and before.get("account") and not known.get("account"):
        if given["account"]:
            message = said("It is offered to an account that you may not see; ask somebody who may to change that.")
            raise ForbiddenError(message, field="account")
        kept["account"] = before["account"]
    if "contacts" in given:
        kept["contacts"] = _with_unseen(before, known, given)
    return kept


def _with_unseen(before: State, known: State, given: State) -> list[State] | None:
    there = {one["contact"] for one in known.get("contacts") or ()}
    unseen = {one["contact"]: one["role"] for one in before.get("contacts") or () if one["contact"] not in there}
    said_of = {one["contact"]: one["role"] for one in given["contacts"] or ()}
    for uid in unseen.keys() & said_of:  # as of any other that they do not see
        raise NotFoundError(said("There is no %(kind)s %(uid)r.", kind="contact", uid=uid), field="contact")
    both: list[State] | None = shown(None, {**said_of, **unseen}.items())["contacts"]
    return both


def undone(state: State, before: State, after: State) -> State:
    """These fields of a state from which one change is taken: what was said beside it, before or since, stays."""
    found: State = {}
    if "account" in before.keys() | after.keys():
        found["account"] = before.get("account") if state.get("account") == after.get("account") else state["account"]
    if "contacts" in before.keys() | after.keys():
        now, was, became = (_parts(one) for one in (state, before, after))
        left = {uid: role for uid, role in now.items() if uid not in became.keys() - was}
        again = {uid: role for uid, role in was.items() if uid not in became or became[uid] != role}
        found["contacts"] = shown(None, (left | again).items())["contacts"]
    return found


def _parts(state: State) -> dict[str, str | None]:
    return {one["contact"]: one["role"] for one in state.get("contacts") or ()}


def put(change: Change, opportunity: str, was: State, becomes: State) -> None:
    """Write what differs between two states of an opportunity; raises NotFoundError, InTrashError for a new record.

    An undo brings back what was there, whether or not who asks may see it.
    """
    more, gone = turned(opportunity, was, becomes)
    if more:
        known = {record[:2] for record in _ties(was)}
        named = [(row["label"], row["record"]) for row in more if (row["label"], row["record"]) not in known]
        with change.following() if change.undoes else nullcontext():
            there = change.hold(named)
            for record in named:
                change.there(record, there)
        if put_involved(change.tx, rows=more) != len(more):
            raise edges.overtaken("opportunity")
    if gone:
        drop_involved(change.tx, rows=gone)


def let_go(change: Change, opportunity: str, before: State, after: State) -> None:
    """Take what a change that is undone tied to an opportunity from it, in the trash too: it is not to come back."""
    if gone := turned(opportunity, after, before)[1]:
        drop_involved(change.tx, rows=gone)


def turned(opportunity: str, was: State, becomes: State) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What differs between two states of an opportunity, as put_involved takes it, and as drop_involved does."""
    old, new = _ties(was), _ties(becomes)
    stays = {tie[:2] for tie in new}
    more = [_row(opportunity, tie) for tie in sorted(new - old, key=lambda tie: tie[:2])]
    return more, [_row(opportunity, tie) for tie in sorted(old, key=lambda tie: tie[:2]) if tie[:2] not in stays]


def _ties(state: State) -> set[Tie]:
    account = state.get("account")
    people: set[Tie] = {("Contact", one["contact"], one["role"]) for one in state.get("contacts") or ()}
    return people | ({("Account", account, None)} if account else set())


def _row(opportunity: str, tie: Tie) -> dict[str, Any]:
    label, uid, role = tie
    return {"opportunity": opportunity, "label": label, "record": uid, "role": role}
