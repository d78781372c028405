from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from graphcrm.dates import start_of_day
from graphcrm.graph import Graph

from ..conftest import TODAY, Load, counts, refusals

HEADER = "lead_id,contact_id,account_id,at,by\n"
pytestmark = pytest.mark.usefixtures("cast")


@pytest.fixture(autouse=True)
def lea(load: Load) -> None:
    """The lead Lea."""
    load(leads="lead_id,name\nL1,Lea\n")


def became(graph: Graph) -> list[tuple[Any, ...]]:
    cypher = "MATCH (l:Lead)-[e:CONVERTED_TO]->(n) RETURN l.uid, n.uid, e.at, e.by, e.rev ORDER BY n.uid"
    return graph.read(cypher, lambda *row: row)


def test_a_lead_became_a_contact_and_an_account_once(graph: Graph, load: Load) -> None:
    load(conversions=HEADER + "L1,C1,,2024-05-01T10:00+02:00,U1\nL1,,A1,2024-05-01,\n")
    report = load(conversions=HEADER + "L1,C1,,2024-05-01T10:00+02:00,U1\nL1,,A1,2024-06-01,U2\n")
    assert counts(report, "conversions.csv") == (0, 1, 1, 0, 0)
    assert became(graph) == [
        ("L1", "A1", datetime(2024, 6, 1, tzinfo=UTC), "U2", 2),
        ("L1", "C1", datetime(2024, 5, 1, 8, tzinfo=UTC), "U1", 1),
    ]


def test_without_a_time_it_was_today_and_stays_so(graph: Graph, load: Load) -> None:
    text = "lead_id,contact_id\nL1,C1\n"
    load(conversions=text)
    assert counts(load(conversions=text, today=TODAY.replace(year=2030)), "conversions.csv") == (0, 0, 1, 0, 0)
    assert became(graph) == [("L1", "C1", start_of_day(TODAY), None, 1)]


def test_rows_of_strangers_of_both_and_of_none_are_refused(graph: Graph, load: Load) -> None:
    report = load(conversions=HEADER + "L9,C1,,,\nL1,C9,,,\nL1,C1,A1,,\nL1,,,,\nL1,C1,,soon,\n")
    assert [(line, column) for _, line, column, _ in refusals(report)] == [
        (2, "lead_id"),
        (3, "contact_id"),
        (4, "contact_id"),
        (5, "contact_id"),
        (6, "at"),
    ]
    assert became(graph) == []
