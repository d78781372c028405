"""Reminders of contracts: a task for whose it is, so many days before it is to be renewed (docs/contracts.md).

Each day by which a contract is due is reminded of once, whoever looks and however often: that it was is noted on the
contract, in the change that makes the task. An undo of that takes the task, and leaves the note. So it is with the
clocks of service requests that have run out: whoever owns one is told (docs/service.md).
"""

from __future__ import annotations

import logging
from datetime import datetime

from graphcrm.errors import GraphcrmError
from graphcrm.graph import Graph
from graphcrm.queries.contracts.mark_reminded import mark_reminded
from graphcrm.queries.contracts.to_remind import ToRemind, to_remind
from graphcrm.queries.service_requests.tell_late import tell_late
from graphcrm.services import ownership, records
from graphcrm.services.changes import Author, Change, change

_LOG = logging.getLogger("graphcrm.work")
_AT_ONCE = 200  # contracts of one question, each reminded of in a change of its own: who undoes one undoes no other
_BY_ITSELF = Author(why="it is to be renewed")
# What the task is called, in both languages, as nobody knows who reads it. It names no contract: whoever sees the task
# may not see that, and what it is about stands beside it for who may.
NAME = "Renew or end · 续约或终止"


def remind(graph: Graph, now: datetime) -> int:
    """Make the tasks that are due today; answers how many. One that cannot be made keeps none of the others."""
    number, left = 0, set[str]()
    while due := [one for one in to_remind(graph, on=now.date(), limit=_AT_ONCE + len(left)) if one.uid not in left]:
        for one in due:
            if _made(graph, one, now):
                number += 1
            else:
                left.add(one.uid)
    return number


def _made(graph: Graph, due: ToRemind, now: datetime) -> bool:
    """Whether the task of a contract was made: another program may do it just now, and its owner leave us."""
    try:
        return change(graph, _BY_ITSELF, lambda made: _remind(made, due, now))
    except GraphcrmError:
        _LOG.exception("nobody is reminded of contract %s", due.uid)
        return False


def _remind(made: Change, due: ToRemind, now: datetime) -> bool:
    found = mark_reminded(made.tx, uid=due.uid, due=due.due, on=now.date())
    if found is None:
        return False
    values = {"name": NAME, "due_on": due.due, "priority": "high", "contracts": [due.uid]}
    about = {"accounts": [found.account]} if found.account else {}
    task = records.create(made, "task", {**values, **about})
    ownership.assign(made, "task", task, found.owner)
    return True


def tell(graph: Graph, now: datetime) -> int:
    """Tell the owners of service requests whose clock has run out; answers of how many."""
    number = 0
    while told := change(graph, Author(why="it is late"), lambda made: _tell(made, now)):
        number += told
    return number


def _tell(made: Change, now: datetime) -> int:
    late = tell_late(made.tx, now=now, limit=_AT_ONCE)
    for one in late:
        made.notify(one.owner, "late", ("ServiceRequest", one.uid))
    return len(late)
