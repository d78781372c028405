"""Tasks: what somebody is to do, until when, and about whom."""

from __future__ import annotations

from neomodel import StructuredRel

from graphcrm.nodes.base import Owned
from graphcrm.nodes.properties import Choice, Day, Instant, LongText, Text, WholeNumber

STATUSES = ("open", "done", "dropped")
PERIODS = ("day", "week", "month", "year")


class Task(Owned):
    """What is to be done: ABOUT records of other kinds; whose it is, ASSIGNED_TO says."""

    name = Text("what is to be done, in a few words", required=True, index=True)
    description = LongText("what is worth knowing for it")
    kind = Choice("what it takes", ("call", "email", "message", "meeting", "other"))
    priority = Choice("how much it matters", ("high", "normal", "low"))
    due_on = Day("the day on which it is due")
    due_time = Text("at what time, HH:MM, where that matters, in the time zone of whose it is")
    status = Choice("whether it is still to be done", STATUSES)
    done_at = Instant("when it was done, or dropped")
    outcome = LongText("what came of doing it")
    repeats = Choice("the period after which it is due again once it is done", PERIODS)
    every = WholeNumber("... so many of them, one where none is said", least=1, most=999)
    series = Text("uid of the first of the tasks that a repeating one has become", index=True)
    # Never empty, so that an index has them all (services/kept.py).
    due = Text("the day on which it is due as text, ~ for none; derived")
    first_on = Day("the day on which the first of them was due: the others count from there")


class About(StructuredRel):
    """ABOUT, Task to any record but a task or a user."""
