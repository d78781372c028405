from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from graphcrm.dates import start_of_day
from graphcrm.graph import Graph

from ..conftest import TODAY, Load, counts, refusals

pytestmark = pytest.mark.usefixtures("cast")


def ratings(graph: Graph) -> list[tuple[Any, ...]]:
    cypher = "MATCH (u:User)-[r:RATES]->(c:Contact) RETURN u.uid, c.uid, r.value, r.at, r.rev ORDER BY u.uid, c.uid"
    return graph.read(cypher, lambda *row: row)


def test_a_rating_is_one_per_pair_and_changes_with_the_file(graph: Graph, load: Load):
    load(ratings="user_id,contact_id,value,at\nU1,C1,4,2024-05-01\nU1,C2,1,2024-05-01T10:00+02:00\n")
    report = load(ratings="user_id,contact_id,value,at\nU1,C1,5,2025-05-01\nU1,C2,1,\n")
    assert counts(report, "ratings.csv") == (0, 1, 1, 0, 0)
    assert ratings(graph) == [
        ("U1", "C1", 5, datetime(2025, 5, 1, tzinfo=UTC), 2),
        ("U1", "C2", 1, datetime(2024, 5, 1, 8, tzinfo=UTC), 1),
    ]


def test_a_rating_without_a_time_was_given_today_and_stays_so(graph: Graph, load: Load):
    text = "user_id,contact_id,value\nU1,C1,4\n"
    load(ratings=text)
    assert counts(load(ratings=text, today=TODAY.replace(year=2030)), "ratings.csv") == (0, 0, 1, 0, 0)
    assert ratings(graph) == [("U1", "C1", 4, start_of_day(TODAY), 1)]


def test_ratings_out_of_range_or_of_strangers_are_refused(graph: Graph, load: Load):
    report = load(ratings="user_id,contact_id,value,at\nU1,C1,6,\nU1,C2,,\nU9,C1,3,\nU1,C9,3,\nU1,C3,3,\nU1,C3,4,\n")
    assert refusals(report) == [
        ("ratings.csv", 2, "value", "6"),
        ("ratings.csv", 3, "value", ""),
        ("ratings.csv", 4, "user_id", "U9"),
        ("ratings.csv", 5, "contact_id", "C9"),
        ("ratings.csv", 7, "", ""),
    ]
    assert [row[:3] for row in ratings(graph)] == [("U1", "C3", 3)]
