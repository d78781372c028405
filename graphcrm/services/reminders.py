"""Reminders of contracts: a task for whose it is, so many days before it is to be renewed (docs/contracts.md).

Each day by which a contract is due is reminded of once, whoever looks and however often: that it was is noted on the
contract, in the change that makes the task. An undo of that takes the task, and leaves the note.
"""

from __future__ import annotations

from datetime import datetime

from graphcrm.graph import Graph
from graphcrm.queries.contracts.mark_reminded import mark_reminded
from graphcrm.queries.contracts.to_remind import ToRemind, to_remind
from graphcrm.services import ownership, records
from graphcrm.services.changes import Author, Change, change

_AT_ONCE = 200  # contracts of one question, each reminded of in a change of its own: who undoes one undoes no other
_BY_ITSELF = Author(why="it is to be renewed")


def remind(graph: Graph, now: datetime) -> int:
    """Make the tasks that are due today; answers how many."""
    number = 0
    while found := to_remind(graph, on=now.date(), limit=_AT_ONCE):
        made = sum(change(graph, _BY_ITSELF, lambda one, due=due: _remind(one, due, now)) for due in found)  # type: ignore[misc]
        number += made
        if made < len(found):  # another program does it just now
            break
    return number


def _remind(made: Change, due: ToRemind, now: datetime) -> bool:
    found = mark_reminded(made.tx, uid=due.uid, due=due.due, on=now.date())
    if found is None:
        return False
    values = {"name": found.name, "due_on": due.due, "priority": "high", "contracts": [due.uid]}
    about = {"accounts": [found.account]} if found.account else {}
    task = records.create(made, "task", {**values, **about})
    ownership.assign(made, "task", task, found.owner)
    return True
