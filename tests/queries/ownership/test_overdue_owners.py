from __future__ import annotations

from datetime import date

from worlds.build import account, contact, lead

from graphcrm.graph import Graph
from graphcrm.queries.ownership.overdue_owners import overdue_owners

TODAY = date(2024, 6, 1)


def test_records_are_due_on_the_day_and_not_before(graph: Graph) -> None:
    account(graph, "A1", owner_until=date(2024, 6, 1)), account(graph, "A2", owner_until=date(2024, 6, 2))
    contact(graph, "P1", owner_until=date(2023, 1, 1)), contact(graph, "P2")
    lead(graph, "L1", owner_until=date(2024, 6, 1)), lead(graph, "L2", owner_until=TODAY, deleted_at=TODAY)
    assert overdue_owners(graph, on=TODAY, limit=10) == [("Account", "A1"), ("Contact", "P1"), ("Lead", "L1")]
    assert overdue_owners(graph, on=TODAY, limit=1) == [("Account", "A1")]
    assert overdue_owners(graph, on=date(2022, 1, 1), limit=10) == []
