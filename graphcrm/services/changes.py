"""One change: what happens in it happens in one transaction, and is remembered as one (docs/changes.md)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from operator import itemgetter
from typing import Any, TypeVar

from graphcrm.access import EVERYTHING, KINDS, Reader, kind_of
from graphcrm.errors import ChangedSinceError, ConflictError, NotFoundError, StaleError, said
from graphcrm.graph import Graph, Runner
from graphcrm.nodes import states
from graphcrm.nodes.ids import new_uid
from graphcrm.nodes.states import State
from graphcrm.queries.changes.hold_records import Held, hold_records
from graphcrm.queries.changes.lock_records import Locked, lock_records
from graphcrm.queries.changes.put_revisions import put_revisions
from graphcrm.queries.changes.revision import Revision
from graphcrm.queries.changes.revisions_since import Later, revisions_since
from graphcrm.queries.changes.seen import SEEN
from graphcrm.queries.notifications.drop_notifications import drop_notifications
from graphcrm.queries.notifications.put_notifications import put_notifications
from graphcrm.queries.ownership.keep_owners import keep_owners
from graphcrm.queries.records.found import in_trash
from graphcrm.queries.records.names import names
from graphcrm.services import audit, lifecycles, rights
from graphcrm.services.audit import Deed

_RECORDS = frozenset(KINDS)
_SAYS_WHO_MAY = frozenset({"role", "team"})
_PERMITTING = frozenset({"role", "team", "active", "deleted_at"})  # what of a user decides what they may do
_ENDS = frozenset({"account", "contact", "opportunity", "record", "from", "to"})  # where a conflict names records
_SAYING = frozenset({
    "lifecycle", "lifecycle_since", "lifecycle_trail", "placeholder", "status", "stage_since", "closed_at", "account",
    "contacts", "contact", "lead", "deleted_at",
})  # fmt: skip
# What is told of these says how far accounts and contacts are with us (services/lifecycles.py).
_DEALINGS: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("account", "contact", "opportunity", "conversion"), _SAYING), "lead": frozenset({"deleted_at"}),
}  # fmt: skip
RECORDED = frozenset({"recorded_at", "recorded_by"})  # kept of what was removed; of an interaction, each pair's own

Answer = TypeVar("Answer")
Record = tuple[str, str]  # label and uid


@dataclass(frozen=True, slots=True)
class Author:
    """Who changes something (a user's uid, None for the command line), why, in their words, and from where.

    `address` is the client's, None for the command line; `request` the id of the request; `reader` is what they may
    do, None for everything.
    """

    user: str | None = None
    why: str | None = None
    address: str | None = None
    request: str | None = None
    reader: Reader | None = None


class Change:
    """A change in the making: services lock, read and write through its `tx`, and tell it what they did.

    `expected` is the revision that the thing to be changed must still have, None for any.
    """

    def __init__(self, tx: Runner, author: Author, *, expected: int | None = None) -> None:
        self.tx, self.author, self.expected = tx, author, expected
        self.undoes: str | None = None  # the change that this one takes back
        self.uid = new_uid()
        self.follows = False  # whether what is done now follows from what was asked (see `following`)
        self.revisions: list[dict[str, Any]] = []  # what was noted, as put_revisions takes it
        self.reassigned: set[Record] = set()  # records whose assignments were changed ...
        self.disowned: set[str] = set()  # ... and users, all of whose assignments were
        self._dealings: set[Record] = set()  # records of which something was told that says how far others are
        self._owners: dict[Record, str | None] = {}  # whose the records are that were locked
        self._notifications: list[dict[str, Any]] = []  # what users are told, as put_notifications takes it
        self._told: list[Deed] = []  # what the audit log is told beside that

    @cached_property
    def at(self) -> datetime:
        """When: looked up after the first lock was waited for, so that what came later says so."""
        return datetime.now(UTC)

    @property
    def today(self) -> date:
        """The day, UTC."""
        return self.at.date()

    @contextmanager
    def following(self) -> Iterator[None]:
        """What is done within follows from what was asked: whatever who asks may see or do, at whatever revision."""
        before = self.tx, self.author, self.expected, self.follows
        self.tx, self.author, self.expected = self.tx.seen_by(EVERYTHING), replace(self.author, reader=None), None
        self.follows = True
        try:
            yield
        finally:
            self.tx, self.author, self.expected, self.follows = before

    def lock(self, *records: Record) -> dict[Record, Locked]:
        """Take the locks of records and read them; raises NotFoundError for the first that is not there to be seen.

        What a rule depends on is read after this, in the same transaction.
        """
        found = self.locked(*records)
        for label, uid in records:
            present(label, uid, found.get((label, uid)))
        return found

    def locked(self, *records: Record, unseen: bool = False) -> dict[Record, Locked]:
        """Take the locks of records and read those that are there to be seen, in the trash too; `unseen`: all."""
        found = {(locked.label, locked.uid): locked for locked in lock_records(self.tx, records=records)}
        self._owners |= {record: locked.props.get("owner") for record, locked in found.items()}
        return {record: locked for record, locked in found.items() if unseen or self.sees(record)}

    def hold(self, records: Iterable[Record]) -> Held:
        """Take the locks of many records, of which only whether they are there (see `there`) matters."""
        held = hold_records(self.tx, records=records)
        self._owners |= {record: one.owner for record, one in held.items()}
        return held

    def there(self, record: Record, held: Held) -> None:
        """Raise NotFoundError for a record that was not there to be held, InTrashError for one that is in the trash."""
        kind, uid = kind_of(record[0]), record[1]
        if record not in held or not self.sees(record):
            raise NotFoundError(said("There is no %(kind)s %(uid)r.", kind=kind, uid=uid), field=kind)
        if deleted_at := held[record].deleted_at:
            raise in_trash(kind, uid, deleted_at)

    def sees(self, record: Record) -> bool:
        """Whether who asks may see a record that was locked."""
        return rights.sees(self.author.reader, record, self._owners.get(record))

    def _seen(self, refusal: ConflictError) -> ConflictError:
        """A refusal as who asks may see it: what is in the way may be between records of which they see one alone."""
        ends = {uid for name, uid in (refusal.other or {}).items() if name in _ENDS}
        if ends <= {one.uid for one in names(self.tx, uids=ends)}:
            return refusal
        message = said(
            "What you may not see is in the way; nothing was changed. Ask somebody who may see more.",
        )
        return ConflictError(message, field=refusal.field)

    def require(self, kind: str, uid: str, rev: int, current: State, given: State) -> None:
        """Raise StaleError, with both versions, unless the thing is at the revision that was expected."""
        if self.expected is None or self.expected == rev:
            return
        before = dict(current)
        for later in revisions_since(self.tx, kind=kind, of=uid, rev=self.expected):
            before |= {
                name: was for name, was in states.read(later.before).items() if name not in RECORDED or name in current
            }
        raise StaleError(
            said(
                "You changed revision %(expected)s, and somebody else has made revision %(rev)s of it; nothing "
                "of yours was stored. Compare both, and send what is to stand with If-Match: the current "
                "revision.",
                expected=self.expected,
                rev=rev,
            ),
            current=self._shown(kind, current | {"rev": rev}),
            yours=self._shown(kind, before | given | {"rev": self.expected}),
            base=self._shown(kind, before),
        )

    def _shown(self, kind: str, state: State) -> State:
        """A state as who asks may see it."""
        hidden = self.tx.sight.hides(kind)
        known = SEEN[kind](self.tx, [state])[0] if kind in SEEN else state
        if known and known.get("tags"):
            called = {one.uid: one.name for one in names(self.tx, uids=known["tags"]) if one.type == "tag"}
            known = {**known, "tags": sorted(called.get(uid, uid) for uid in known["tags"])}
        return {name: value for name, value in states.shown(known or {}).items() if name not in hidden}

    def remember(  # noqa: PLR0913  (each is a property of a Revision)
        self,
        kind: str,
        uid: str,
        rev: int,
        action: str,
        *,
        before: State | None,
        after: State | None,
        on: Iterable[Record],
        private: bool = False,
        users: Collection[str] = (),
    ) -> None:
        """Note what was done to one thing: the fields that differ, None for all of what was not there or is not.

        What is `private` is shown to who did it alone; `users` are those whose it was, where `on` does not tell.
        Raises ForbiddenError where who asks may not do it: everything that changes something comes by here, and then
        nothing of the change is stored.
        """
        on, sealing = list(on), self.tx.sealing
        by = self.author.user
        if private and self.follows and by not in users:
            by = None  # who was not there does not read by the way what they said
        if not _DEALINGS.get(kind, frozenset()).isdisjoint((*(before or ()), *(after or ()))):
            self._dealings.update(on, _former(kind, before or {}))
        rights.require(self.author.reader, rights.Done(kind, action, on, after or (), users), self._owners)
        props = {
            "change": self.uid, "kind": kind, "of": uid, "rev": rev, "action": action, "at": self.at,
            "by": by, "why": self.author.why or None, "undoes": self.undoes,
            "before": sealing.said(kind, states.written(before)), "after": sealing.said(kind, states.written(after)),
            "private": private or None, "followed": self.follows or None,
        }  # fmt: skip
        self.revisions.append(
            {"uid": new_uid(), "props": props, "on": [" ".join(record) for record in dict.fromkeys(on)]}
        )

    def untouched(self, revision: Revision, rev: int | None) -> int:
        """Raise ChangedSinceError unless a thing, now at revision `rev` (None: it is gone), is as a revision left it.

        What was done to it since and undone again does not count. Answers the newest revision that there was of it.
        """
        later = revisions_since(self.tx, kind=revision.kind, of=revision.of, rev=revision.rev, after=revision.uid)
        newest = later[0].rev if later else revision.rev
        if rev not in {None, newest} or _standing(later):
            raise ChangedSinceError(
                said(
                    "The %(kind)s %(of)r was changed again since, so this cannot be undone; nothing was changed. "
                    "Undo what came later first, or correct it by hand.",
                    kind=revision.kind,
                    of=revision.of,
                ),
                field="change",
            )
        return newest

    def do(self, work: Callable[[Change], Answer]) -> Answer:
        """Do some work as this change, and write what was noted of it."""
        try:
            answer = work(self)
        except ConflictError as refusal:
            raise self._seen(refusal) from None
        self._close()
        return answer

    def _close(self) -> None:
        """Write what was noted, what follows from it, and, the last thing in its transaction, that it was done."""
        if self.reassigned or self.disowned:
            keep_owners(self.tx, records=self.reassigned, users=self.disowned, on=self.today)
        if self._dealings:
            lifecycles.keep(self.tx, sorted(self._dealings), self.today)
        if self.undoes:
            drop_notifications(self.tx, change=self.undoes)
        if self._notifications:  # in one order, so that of two changes one waits for the other
            put_notifications(self.tx, rows=sorted(self._notifications, key=itemgetter("user")), at=self.at)
        if self.revisions:
            put_revisions(self.tx, rows=self.revisions)
            audit.append(self.tx, self.deed())
        for deed in self._told:
            audit.append(self.tx, deed)

    def notify(self, user: str, kind: str, record: Record, *, oneself: bool = False) -> None:
        """Have a user told what is done with a record, and who does it only where they are to tell `oneself`.

        An undo takes back what its change told.
        """
        by = self.author.user
        if user == by and not oneself:
            return
        label, uid = record
        row = {"uid": new_uid(), "user": user, "kind": kind, "change": self.uid, "by": by, "label": label, "of": uid}
        self._notifications.append(row)

    def tell(self, action: str, *, what: Sequence[str] = (), records: Sequence[str] = ()) -> None:
        """Tell the audit log what is done beside what is remembered: a token, who may do what."""
        by = {"user": self.author.user, "address": self.author.address, "request": self.author.request}
        self._told.append(Deed(action=action, what=what, records=records, **by))

    def deed(self, action: str | None = None, what: Sequence[str] = ()) -> Deed:
        """What the audit log says of it; `action` and `what` are told by what was noted, unless they are given."""
        noted = [row["props"] for row in self.revisions]
        things = [f"{props['kind']} {props['of']}" for props in noted if props["kind"] in _RECORDS]
        on = (record.partition(" ") for row in self.revisions for record in row["on"])
        shown = [f"{kind_of(label)} {uid}" for label, _, uid in on]
        return Deed(
            action=action or ("permission" if self.permits else "write"),
            user=self.author.user,
            what=what or audit.counted(f"{props['action']} {props['kind']}" for props in noted),
            records=list(dict.fromkeys([*things, *shown])),
            change=self.uid if self.revisions else None,
            address=self.author.address,
            request=self.author.request,
        )

    @property
    def permits(self) -> bool:
        """Whether it changes what somebody may do."""
        return any(_permits(row["props"]) for row in self.revisions)

    @property
    def empty(self) -> bool:
        """Whether nothing was changed."""
        return not self.revisions


def present(label: str, uid: str, locked: Locked | None) -> Locked:
    """The record; raises NotFoundError, and InTrashError where it is in the trash."""
    kind = kind_of(label)
    if locked is None:
        raise NotFoundError(said("There is no %(kind)s %(uid)r.", kind=kind, uid=uid), field=kind)
    if locked.props.get("deleted_at"):
        raise in_trash(kind, uid, locked.props["deleted_at"])
    return locked


def _former(kind: str, before: State) -> Iterator[Record]:
    """The records with which an opportunity had to do before, and has no more, perhaps."""
    if kind == "opportunity":
        yield from [("Account", before["account"])] if before.get("account") else ()
        yield from (("Contact", one["contact"]) for one in before.get("contacts") or ())


def _permits(noted: Mapping[str, Any]) -> bool:
    """Whether a revision changes what somebody may do."""
    if noted["kind"] != "user":
        return noted["kind"] in _SAYS_WHO_MAY
    fields = states.read(noted["before"] or "{}").keys() | states.read(noted["after"] or "{}").keys()
    return not _PERMITTING.isdisjoint(fields)


def _standing(later: Sequence[Later]) -> bool:
    """Whether any of some revisions, the latest first, stands: it was not undone, and did not undo another of them."""
    undone: set[str] = set()
    known = {revision.change for revision in later}
    for revision in later:
        if revision.change in undone:
            continue
        if revision.undoes not in known:
            return True
        undone.add(revision.undoes)
    return False


def change(graph: Graph, author: Author, work: Callable[[Change], Answer], *, expected: int | None = None) -> Answer:
    """Do some work as one change, in one transaction."""

    def in_transaction(tx: Runner) -> Answer:
        return Change(tx, author, expected=expected).do(work)

    return graph.transaction(in_transaction)


def differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[State, State]:
    """The fields of two states that differ, as they were and as they are; None for a field that is not there."""
    names = [name for name in {**before, **after} if _differ(before.get(name), after.get(name))]
    return {name: before.get(name) for name in names}, {name: after.get(name) for name in names}


def _differ(one: object, other: object) -> bool:
    """Whether two values differ; 1, 1.0 and true are one to Python, and not to who sent them."""
    return type(one) is not type(other) or one != other
