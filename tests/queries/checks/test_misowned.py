from __future__ import annotations

from datetime import date

from worlds.build import account, assignment, lead, user

from graphcrm.graph import Graph
from graphcrm.queries.checks.finding import Found
from graphcrm.queries.checks.misowned import misowned
from graphcrm.queries.ownership.keep_owners import keep_owners

TODAY = date(2024, 6, 1)


def found(graph: Graph) -> list[Found]:
    return misowned(graph, on=TODAY, limit=10)


def test_another_owner_than_the_assignments_say_is_named(graph: Graph) -> None:
    user(graph, "U1"), user(graph, "U2")
    account(graph, "A1"), account(graph, "A2", owner="U2"), lead(graph, "L1")
    assignment(graph, "A1", "U1", start="2024-01-01")
    wrong = Found(["Account A1"], "its owner is U1, and it is kept as nobody")
    assert found(graph) == [wrong, Found(["Account A2"], "its owner is nobody, and it is kept as U2")]
    keep_owners(graph, records=[("Account", "A1"), ("Account", "A2")], users=[], on=TODAY)
    assert found(graph) == []


def test_what_is_due_or_in_the_trash_is_not_wrong_yet(graph: Graph) -> None:
    user(graph, "U1")
    account(graph, "A1", owner="U1", owner_until=TODAY)
    account(graph, "A2", owner="U1", deleted_at=date(2024, 1, 1))
    assert found(graph) == []
