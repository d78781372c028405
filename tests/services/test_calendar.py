from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import islice
from time import process_time

import pytest
from dateutil.relativedelta import relativedelta

from graphcrm.graph import Graph
from graphcrm.services import calendar as service
from graphcrm.services import tasks
from graphcrm.services.calendar import calendar

from .conftest import do

SINCE, UNTIL = date(2030, 2, 1), date(2030, 4, 1)
TODAY = datetime.now(UTC).date()


def make(graph: Graph, name: str, **values: object) -> str:
    return do(graph, lambda made: tasks.create(made, {"name": name, **values}))


def days(graph: Graph, *, done: bool = False) -> list[str]:
    found = calendar(graph, user="alice", since=SINCE, until=UNTIL, today=TODAY, done=done)
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
    assert not calendar(cast, user="alice", since=SINCE, until=UNTIL, today=TODAY).partial
    make(cast, "Other", due_on="2030-02-05")
    found = calendar(cast, user="alice", since=SINCE, until=UNTIL, today=TODAY)
    assert (found.partial, [one.task.name for one in found.entries]) == (True, ["One"])


def test_what_was_due_before_is_due_once_and_not_on_the_days_since(cast: Graph) -> None:
    late = TODAY - timedelta(days=60)
    make(cast, "Daily", due_on=late.isoformat(), repeats="day")
    span = {"since": late - timedelta(days=9), "until": TODAY + timedelta(days=4)}
    found = calendar(cast, user="alice", today=TODAY, **span).entries
    assert [(one.day, one.again) for one in found] == [
        (late, False),
        *((TODAY + timedelta(days=n), True) for n in (1, 2, 3)),
    ]


def test_one_that_was_done_and_is_open_again_does_not_double_the_next(cast: Graph) -> None:
    uid = make(cast, "Weekly", due_on="2030-02-04", repeats="week")
    do(cast, lambda made: tasks.edit(made, uid, {"status": "done"}))
    do(cast, lambda made: tasks.edit(made, uid, {"status": "open"}))
    assert days(cast)[:4] == ["02-04 Weekly", "02-11 Weekly", "02-18 Weekly again", "02-25 Weekly again"]
    assert len(days(cast)) == len(set(days(cast)))


@pytest.mark.parametrize("period", ["day", "week", "month", "year"])
def test_centuries_are_passed_in_a_step(period: str) -> None:
    first, day = date(1900, 1, 31), date(2199, 6, 15)
    began = process_time()
    coming = list(islice(tasks.days_behind(day, first, period, 1), 3))
    assert process_time() - began < 0.5  # every day of them one by one takes a second and more
    slow = [
        first + relativedelta(**{f"{period}s": n})
        for n in range(110_000 if period == "day" else 16_000)
        if n and first.year + n // {"day": 365, "week": 52, "month": 12, "year": 1}[period] < 2300
    ]
    assert coming == [one for one in slow if one > day][:3]
