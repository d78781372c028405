from __future__ import annotations

from datetime import date

import pytest

from graphcrm.graph import Graph
from graphcrm.services import calendar as service
from graphcrm.services import tasks
from graphcrm.services.calendar import calendar

from .conftest import do

SINCE, UNTIL = date(2030, 2, 1), date(2030, 4, 1)


def make(graph: Graph, name: str, **values: object) -> str:
    return do(graph, lambda made: tasks.create(made, {"name": name, **values}))


def days(graph: Graph, *, done: bool = False) -> list[str]:
    found = calendar(graph, user="alice", since=SINCE, until=UNTIL, done=done)
    return [f"{one.day:%m-%d} {one.task.name}{' again' if one.again else ''}" for one in found.entries]


def test_what_repeats_stands_on_the_days_that_come(cast: Graph) -> None:
    make(cast, "Monthly", due_on="2030-01-31", repeats="month")
    make(cast, "Once", due_on="2030-02-28", due_time="09:00")
    make(cast, "Yearly", due_on="2030-03-31", repeats="year")
    make(cast, "Never")
    assert days(cast) == [
        "02-28 Once",
        "02-28 Monthly again",  # the last day of a shorter month
        "03-31 Monthly again",  # and the 31st of one that has it
        "03-31 Yearly",
    ]


def test_what_was_done_is_shown_where_that_is_asked_for(cast: Graph) -> None:
    uid = make(cast, "Fortnightly", due_on="2030-02-04", repeats="week", every=2)
    do(cast, lambda made: tasks.edit(made, uid, {"status": "done"}))
    rest = [f"{day} Fortnightly again" for day in ("03-04", "03-18")]
    assert days(cast) == ["02-18 Fortnightly", *rest]
    assert days(cast, done=True) == ["02-04 Fortnightly", "02-18 Fortnightly", *rest]


def test_more_than_it_shows_is_said(cast: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "MOST", 1)
    make(cast, "One", due_on="2030-02-04")
    assert not calendar(cast, user="alice", since=SINCE, until=UNTIL).partial
    make(cast, "Other", due_on="2030-02-05")
    found = calendar(cast, user="alice", since=SINCE, until=UNTIL)
    assert (found.partial, [one.task.name for one in found.entries]) == (True, ["One"])
