from __future__ import annotations

from datetime import timedelta

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.audit.entry_range import entry_range

from .conftest import hour, put

TICK = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        (hour(0), hour(9), (1, 6)),
        (hour(2), hour(4), (2, 4)),  # from its first instant on, and before the other
        (hour(2) + TICK, hour(4) + TICK, (3, 5)),
        (hour(6), hour(9), (1, 1)),
        (hour(-1), hour(0), (1, 1)),
    ],
)
def test_a_stretch_of_time_is_one_of_numbers(log: Graph, since, until, found) -> None:
    assert entry_range(log, since=since, until=until) == found


def test_between_two_entries_there_is_none(log: Graph) -> None:
    first, before = entry_range(log, since=hour(2) + TICK, until=hour(3))
    assert first >= before


def test_entries_of_one_instant_are_all_in_it(log: Graph) -> None:
    put(log, 6, at=hour(5))
    assert entry_range(log, since=hour(5), until=hour(5) + TICK) == (5, 7)


def test_an_empty_log_has_none(graph: Graph) -> None:
    assert entry_range(graph, since=hour(0), until=hour(9)) == (1, 1)
