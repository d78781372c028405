from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.chores.leave_chore import leave_chore
from graphcrm.queries.chores.take_chore import take_chore

HOUR = timedelta(hours=1)


def take(graph: Graph, *, late: timedelta = timedelta(0)) -> bool:
    now = NOW + late
    return take_chore(graph, name="pool", since=NOW - HOUR, now=now, until=now + HOUR)


def test_one_of_many_takes_it_and_again_once_its_time_is_over(graph: Graph) -> None:
    with ThreadPoolExecutor(8) as threads:
        assert sorted(threads.map(lambda _: take(graph), range(8))) == [False] * 7 + [True]
    assert not take(graph, late=HOUR / 2)
    assert take(graph, late=HOUR)  # who had it fell over


def test_what_is_done_is_due_in_the_next_period_and_what_failed_is_due_still(graph: Graph) -> None:
    assert take(graph)
    leave_chore(graph, name="pool", at=NOW, until=NOW + HOUR, failed="no database")
    assert take(graph)
    leave_chore(graph, name="pool", at=NOW, until=NOW + HOUR)
    assert not take(graph, late=2 * HOUR)
    assert take_chore(graph, name="pool", since=NOW + HOUR, now=NOW + HOUR, until=NOW + 2 * HOUR)
