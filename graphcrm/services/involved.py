"""What an opportunity, a contract, an order or a service request is tied to: `account` and `opportunity` of its state,
uids, and `contacts`, in their order, each with `contact`, a uid, and `role`, None where none is said."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any

from graphcrm.access import label_of
from graphcrm.errors import ForbiddenError, InvalidInputError, NotFoundError, said
from graphcrm.nodes import EDGES
from graphcrm.nodes.base import fields
from graphcrm.nodes.states import State
from graphcrm.queries.changes.lock_records import Locked
from graphcrm.queries.involved.drop_involved import drop_involved
from graphcrm.queries.involved.put_involved import put_involved
from graphcrm.queries.involved.seen import ENDS, ONE, seen
from graphcrm.services import edges
from graphcrm.services.changes import Change

MOST = 100  # contacts of one record

Tie = tuple[str, str, str | None]  # label and uid of a record, and the part that a contact has
_KEPT_FROM = {
    "account": said("It is of an account that you may not see; ask somebody who may to change that."),
    "opportunity": said("It came of an opportunity that you may not see; ask somebody who may to change that."),
}


def people(contacts: Iterable[tuple[str, str | None]]) -> list[State] | None:
    """Contacts with their parts as a state has them, None for nobody."""
    return [{"contact": uid, "role": role} for uid, role in sorted(contacts, key=lambda one: one[0])] or None


@dataclass(frozen=True, slots=True)
class Involved:
    """The ties of one kind of record (tied.py)."""

    kind: str

    @property
    def FIELDS(self) -> Collection[str]:  # noqa: N802  (as a module would have it)
        """The fields of its state that are ties."""
        return ENDS[self.kind]

    @property
    def _ones(self) -> list[str]:
        """Those of them that name one record."""
        return [name for name in ONE if name in ENDS[self.kind]]

    def shown(
        self, account: str | None, contacts: Iterable[tuple[str, str | None]], opportunity: str | None = None
    ) -> State:
        """These fields as a state has them; one that has nothing is None."""
        found = {"account": account, "contacts": people(contacts), "opportunity": opportunity}
        return {name: value for name, value in found.items() if name in ENDS[self.kind]}

    def held(self, locked: Locked) -> State:
        """These fields of a record that is locked."""
        return self.shown(locked.account, locked.contacts, locked.opportunity)

    def checked(self, values: Mapping[str, Any]) -> State:
        """What a client sent of these fields, as a state has it; raises InvalidInputError."""
        given: State = {name: values[name] or None for name in self._ones if name in values}
        if "contacts" in values:
            role = fields(EDGES["INVOLVES"])["role"]
            parts = {one["contact"]: one.get("role") for one in values["contacts"] or ()}
            if len(parts) < len(values["contacts"] or ()):
                message = said("contacts names somebody twice; one person has one part.")
                raise InvalidInputError(message, field="contacts")
            given["contacts"] = people((uid, role.deflate(part) if part else None) for uid, part in parts.items())
        return given

    def bounded(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        """Raise InvalidInputError where a record becomes one of more contacts than one has, and than it had."""
        was, becomes = (len(state.get("contacts") or ()) for state in (before, after))
        if becomes > max(MOST, was):
            message = said("%(most)s contacts at most have a part in one; name those who matter.", most=MOST)
            raise InvalidInputError(message, field="contacts")

    def keeping(self, change: Change, before: State, given: State) -> State:
        """What is said of these fields, with the records that who says it does not see: they left none of them out.

        Raises ForbiddenError for another record in the place of one that they do not see, NotFoundError for a contact
        that they do not.
        """
        kept, known = dict(given), seen(change.tx, [before])[0] or {}
        for name in self._ones:
            if name in given and before.get(name) and not known.get(name):
                if given[name]:
                    raise ForbiddenError(_KEPT_FROM[name], field=name)
                kept[name] = before[name]
        if "contacts" in given:
            kept["contacts"] = _with_unseen(before, known, given)
        return kept

    def undone(self, state: State, before: State, after: State) -> State:
        """These fields of a state from which one change is taken: what was said beside it, before or since, stays."""
        found: State = {}
        for name in self._ones:
            if name in before.keys() | after.keys():  # nothing: what the change said is in the trash by now
                found[name] = before.get(name) if state.get(name) in (None, after.get(name)) else state[name]
        if "contacts" in before.keys() | after.keys():
            now, was, became = (_parts(one) for one in (state, before, after))
            left = {uid: role for uid, role in now.items() if uid not in became.keys() - was}
            again = {uid: role for uid, role in was.items() if uid not in became or became[uid] != role}
            found["contacts"] = people((left | again).items())
        return found

    def put(self, change: Change, uid: str, was: State, becomes: State) -> None:
        """Write what differs between two states of a record; raises NotFoundError, InTrashError for what is new in it.

        An undo brings back what was there, whether or not who asks may see it.
        """
        more, gone = self.turned(uid, was, becomes)
        if more:
            known = {record[:2] for record in _ties(was)}
            named = [(row["label"], row["record"]) for row in more if (row["label"], row["record"]) not in known]
            with change.following() if change.undoes else nullcontext():
                there = change.hold(named)
                for record in named:
                    change.there(record, there)
            if put_involved(change.tx, rows=more) != len(more):
                raise edges.overtaken(self.kind)
        if gone:
            drop_involved(change.tx, rows=gone)

    def let_go(self, change: Change, uid: str, before: State, after: State) -> None:
        """Take what a change that is undone tied to a record from it, in the trash too: it is not to come back."""
        if gone := self.turned(uid, after, before)[1]:
            drop_involved(change.tx, rows=gone)

    def turned(self, uid: str, was: State, becomes: State) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        """What differs between two states of a record, as put_involved takes it, and as drop_involved does."""
        old, new = _ties(was), _ties(becomes)
        stays = {tie[:2] for tie in new}
        more = [self._row(uid, tie) for tie in sorted(new - old, key=lambda tie: tie[:2])]
        return more, [self._row(uid, tie) for tie in sorted(old, key=lambda tie: tie[:2]) if tie[:2] not in stays]

    def _row(self, uid: str, tie: Tie) -> dict[str, Any]:
        label, record, role = tie
        return {"of": label_of(self.kind), "uid": uid, "label": label, "record": record, "role": role}


def _with_unseen(before: State, known: State, given: State) -> list[State] | None:
    there = {one["contact"] for one in known.get("contacts") or ()}
    unseen = {one["contact"]: one["role"] for one in before.get("contacts") or () if one["contact"] not in there}
    said_of = {one["contact"]: one["role"] for one in given["contacts"] or ()}
    for uid in unseen.keys() & said_of:  # as of any other that they do not see
        raise NotFoundError(said("There is no %(kind)s %(uid)r.", kind="contact", uid=uid), field="contact")
    return people({**said_of, **unseen}.items())


def _parts(state: State) -> dict[str, str | None]:
    return {one["contact"]: one["role"] for one in state.get("contacts") or ()}


def _ties(state: State) -> set[Tie]:
    found: set[Tie] = {("Contact", one["contact"], one["role"]) for one in state.get("contacts") or ()}
    return found | {(label, state[name], None) for name, label in ONE.items() if state.get(name)}
