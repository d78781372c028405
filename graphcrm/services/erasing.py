"""Erase a record for ever, and what says something of it elsewhere (docs/privacy.md)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graphcrm.access import kind_of
from graphcrm.nodes import states
from graphcrm.nodes.states import State
from graphcrm.queries.automations.forget_runs import forget_runs
from graphcrm.queries.changes.forget_answers import forget_answers
from graphcrm.queries.changes.purge_record import purge_record
from graphcrm.queries.involved.seen import ENDS
from graphcrm.queries.notifications.forget_notifications import forget_notifications
from graphcrm.queries.sealing.put_values_of_nodes import put_values_of_nodes
from graphcrm.queries.tasks.alone_about import alone_about
from graphcrm.queries.tasks.erase_tasks import erase_tasks
from graphcrm.queries.tasks.naming import naming
from graphcrm.queries.tasks.seen import ABOUT
from graphcrm.services import views
from graphcrm.services.changes import Change
from graphcrm.services.records import LABELS

# The fields of the states of a kind in which the uids of records of a label stand.
_NAMED: Mapping[str, Mapping[str, str]] = {
    label: {"task": name, **{kind: field for kind, fields in ENDS.items() for field in fields & {name, kind_of(label)}}}
    for name, label in ABOUT.items()
}


def erase(change: Change, kind: str, uid: str, rev: int) -> None:
    """Erase a record in the trash, which is locked, and the tasks that are about this person and nobody else.

    Whoever may erase a person erases such tasks too, whether they see them or not.
    """
    label = LABELS[kind]
    alone = alone_about(change.tx, label=label, uid=uid)
    gone = [(label, uid), *(("Task", task.uid) for task in alone)]
    forget_answers(change.tx, records=gone)
    forget_notifications(change.tx, records=gone)
    forget_runs(change.tx, records=gone)
    views.forget(change.tx, kind, uid)
    if alone:
        erase_tasks(change.tx, uids=[task.uid for task in alone])
    purge_record(change.tx, label=label, uid=uid)
    _unname(change, label, uid)
    for task in alone:
        change.remember("task", task.uid, task.rev + 1, "purge", before=None, after=None, on=[])
    change.remember(kind, uid, rev + 1, "purge", before=None, after=None, on=[])


def _unname(change: Change, label: str, uid: str) -> None:
    """Take a record that is erased out of what is remembered of tasks and opportunities: of what it was once, too."""
    if label in _NAMED and (rows := list(_without(change, _NAMED[label], uid))):
        put_values_of_nodes(change.tx, label="Revision", rows=rows)


def _without(change: Change, fields: Mapping[str, str], uid: str) -> Iterator[dict[str, Any]]:
    for one in naming(change.tx, uid=uid):
        field = fields.get(one.kind)
        before, after = states.read(one.before), states.read(one.after)
        if field is None or not (_names(before, field, uid) or _names(after, field, uid)):
            continue  # sealed, and of others; or somebody has typed it
        for state in (before, after):
            _take(state, field, uid)
        if not (before.get(field) or after.get(field)):  # that it differed was this record alone
            before.pop(field, None), after.pop(field, None)
        texts = {"before": before if one.before else None, "after": after if one.after else None}
        becomes = {name: change.tx.sealing.said(one.kind, states.written(state)) for name, state in texts.items()}
        yield {"uid": one.uid, "was": {}, "becomes": becomes}


def _names(state: State, field: str, uid: str) -> bool:
    value = state.get(field)
    return uid in map(_uid, value) if isinstance(value, list) else value == uid


def _uid(one: Any) -> Any:  # noqa: ANN401  (of a task a uid, of an opportunity a contact and its part)
    return one["contact"] if isinstance(one, Mapping) else one


def _take(state: State, field: str, uid: str) -> None:
    value = state.get(field)
    if isinstance(value, list):
        state[field] = [one for one in value if _uid(one) != uid] or None
    elif value == uid:
        state[field] = None
