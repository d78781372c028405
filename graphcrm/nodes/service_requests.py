"""Service requests: what a customer asks of us, by when it is due, and how content they were."""

from __future__ import annotations

from graphcrm.nodes.base import Owned
from graphcrm.nodes.properties import Choice, Instant, LongText, Text, WholeNumber
from graphcrm.service_levels import PRIORITIES

STATUSES = ("new", "open", "waiting", "solved", "closed")
RUNS = frozenset({"new", "open"})  # while it is so its clock runs
WAITED_MOST = 100 * 366 * 86_400  # seconds: a hundred years


class ServiceRequest(Owned):
    """What is asked of us: OF_ACCOUNT an account, and INVOLVES the contacts who ask (docs/service.md)."""

    name = Text("what it is about, in a few words", required=True, index=True)
    description = LongText("what is asked")
    status = Choice("how far it is: it waits where the customer has to say something", STATUSES)
    priority = Choice("how much it matters: by that it is due sooner or later", PRIORITIES)
    asked_at = Instant("when it was asked; empty in a new one: now")
    solution = LongText("what was done about it")
    satisfaction = WholeNumber("how content they were with what was done, from 1, not at all, to 5", least=1, most=5)
    satisfaction_comment = LongText("what they said of it")
    answered_at = Instant("when it was first answered: when it was new no more")
    solved_at = Instant("when it was solved")
    waiting_since = Instant("since when it has been waiting, empty while it is not")
    waited = WholeNumber("so many seconds the clock has stood still", most=WAITED_MOST)
    answer_by = Instant("by when the first answer is due")
    solve_by = Instant("by when it is to be solved, without the time that it waits now")
    # Never empty, so that an index has them all (services/kept.py).
    clock = Instant("the next moment by which something is due; the year 9999 while nothing is; derived")
    told_of = Text("the moment whose passing its owner was told of; derived")
