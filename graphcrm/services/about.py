"""What records a task is about: `accounts`, `contacts`, `leads` and `opportunities` of its state, as uids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from typing import Any

from graphcrm.access import kind_of
from graphcrm.errors import InvalidInputError, NotFoundError, said
from graphcrm.nodes.states import State
from graphcrm.queries.changes.lock_records import Locked
from graphcrm.queries.tasks.drop_about import drop_about
from graphcrm.queries.tasks.put_about import put_about
from graphcrm.queries.tasks.seen import ABOUT, seen
from graphcrm.services import edges
from graphcrm.services.changes import Change

FIELDS = ABOUT.keys()
MOST = 100  # records of one task: more is a campaign


def shown(found: Iterable[tuple[str, str]]) -> State:
    """The records as a state has them; a field that has none is None."""
    there = sorted(found)
    return {name: [uid for of, uid in there if of == label] or None for name, label in ABOUT.items()}


def held(locked: Locked) -> State:
    """These fields of a task that is locked."""
    return shown(locked.about)


def checked(values: Mapping[str, Any]) -> State:
    """What a client sent of these fields, as a state has it."""
    return {name: sorted(set(values[name] or ())) or None for name in ABOUT if name in values}


def bounded(before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
    """Raise InvalidInputError where a task becomes about more records than one is, and than it was."""
    was, becomes = (sum(len(state.get(name) or ()) for name in ABOUT) for state in (before, after))
    if becomes > max(MOST, was):
        message = said("A task is about %(most)s records at most; make several tasks of it.", most=MOST)
        raise InvalidInputError(message, field=next(name for name in ABOUT if after.get(name) != before.get(name)))


def keeping(change: Change, before: State, given: State) -> State:
    """What is said of these fields, with the records that who says it does not see: they left none of them out."""
    kept, known = dict(given), seen(change.tx, [before])[0] or {}
    for name in ABOUT.keys() & given.keys():
        unseen = set(before.get(name) or ()) - set(known.get(name) or ())
        for uid in unseen.intersection(given[name] or ()):  # as of any other that they do not see
            kind = kind_of(ABOUT[name])
            raise NotFoundError(said("There is no %(kind)s %(uid)r.", kind=kind, uid=uid), field=kind)
        kept[name] = sorted({*(given[name] or ()), *unseen}) or None
    return kept


def undone(state: State, before: State, after: State) -> State:
    """These fields of a state from which one change is taken: what was said beside it, before or since, stays."""
    fields: State = {}
    for name in ABOUT.keys() & (before.keys() | after.keys()):
        was, became = set(before.get(name) or ()), set(after.get(name) or ())
        fields[name] = sorted((set(state.get(name) or ()) - (became - was)) | (was - became)) or None
    return fields


def put(change: Change, task: str, was: State, becomes: State) -> None:
    """Write what differs between two states of a task; raises NotFoundError, InTrashError for a new record.

    An undo brings back what was there, whether or not who asks may see it.
    """
    more, gone = turned(task, was, becomes)
    if more:
        named = [(row["label"], row["record"]) for row in more]
        with change.following() if change.undoes else nullcontext():
            held = change.hold(named)
            for record in named:
                change.there(record, held)
        if put_about(change.tx, rows=more) != len(more):
            raise edges.overtaken("task")
    if gone:
        drop_about(change.tx, rows=gone)


def let_go(change: Change, task: str, before: State, after: State) -> None:
    """Take what a change that is undone tied to a task from it, in the trash too: it is not to come back."""
    if gone := turned(task, after, before)[1]:
        drop_about(change.tx, rows=gone)


def turned(task: str, was: State, becomes: State) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """What differs between two states of a task, as put_about takes it, and as drop_about does."""
    old, new = (
        {(label, uid) for name, label in ABOUT.items() for uid in state.get(name) or ()} for state in (was, becomes)
    )
    put, drop = (
        [{"task": task, "label": label, "record": uid} for label, uid in sorted(some)]
        for some in (new - old, old - new)
    )
    return put, drop
