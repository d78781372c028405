"""Erase a record for ever, and what says something of it elsewhere (docs/privacy.md)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graphcrm.nodes import states
from graphcrm.nodes.states import State
from graphcrm.queries.automations.forget_runs import forget_runs
from graphcrm.queries.changes.forget_answers import forget_answers
from graphcrm.queries.changes.purge_record import purge_record
from graphcrm.queries.notifications.forget_notifications import forget_notifications
from graphcrm.queries.sealing.put_values_of_nodes import put_values_of_nodes
from graphcrm.queries.tasks.alone_about import alone_about
from graphcrm.queries.tasks.erase_tasks import erase_tasks
from graphcrm.queries.tasks.naming import naming
from graphcrm.queries.tasks.seen import ABOUT
from graphcrm.services import views
from graphcrm.services.changes import Change
from graphcrm.services.records import LABELS


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
    if kind != "task":  # no view is of a task, and another record may have its uid
        views.forget(change.tx, uid)
    if alone:
        erase_tasks(change.tx, uids=[task.uid for task in alone])
    purge_record(change.tx, label=label, uid=uid)
    _unname(change, label, uid)
    for task in alone:
        change.remember("task", task.uid, task.rev + 1, "purge", before=None, after=None, on=[])
    change.remember(kind, uid, rev + 1, "purge", before=None, after=None, on=[])


def _unname(change: Change, label: str, uid: str) -> None:
    """Take a record that is erased out of what is remembered of tasks: of those that were about it once, too."""
    for field in (name for name, of in ABOUT.items() if of == label):
        if rows := list(_without(change, field, uid)):
            put_values_of_nodes(change.tx, label="Revision", rows=rows)


def _without(change: Change, field: str, uid: str) -> Iterator[dict[str, Any]]:
    for one in naming(change.tx, uid=uid):
        before, after = states.read(one.before), states.read(one.after)
        if uid not in [*(before.get(field) or ()), *(after.get(field) or ())]:
            continue  # sealed, and of others; or somebody has typed it
        for state in (before, after):
            _take(state, field, uid)
        if not (before.get(field) or after.get(field)):  # that it differed was this record alone
            before.pop(field, None), after.pop(field, None)
        texts = {"before": before if one.before else None, "after": after if one.after else None}
        becomes = {name: change.tx.sealing.said("task", states.written(state)) for name, state in texts.items()}
        yield {"uid": one.uid, "was": {}, "becomes": becomes}


def _take(state: State, field: str, uid: str) -> None:
    if state.get(field):
        state[field] = [one for one in state[field] if one != uid] or None
