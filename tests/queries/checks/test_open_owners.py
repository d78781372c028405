from __future__ import annotations

from datetime import date

from worlds.build import account, lead, user

from graphcrm.graph import Graph
from graphcrm.queries.checks.finding import Found
from graphcrm.queries.checks.open_owners import open_owners


def assigned(graph: Graph, record: str, user: str, start: date, end: date | None = None) -> None:
    graph.write(
        "MATCH (n {uid: $record}), (u:User {uid: $user}) CREATE (n)-[:ASSIGNED_TO {uid: randomUUID(), start: $start, end: $end}]->(u)",
        record=record, user=user, start=start, end=end,
    )  # fmt: skip


def test_two_open_owners_are_named_and_one_after_the_other_is_not(graph: Graph) -> None:
    for uid in ("U1", "U2"):
        user(graph, uid)
    account(graph, "A1")
    lead(graph, "L1")
    assigned(graph, "A1", "U1", date(2020, 1, 1), date(2021, 1, 1))
    assigned(graph, "A1", "U2", date(2021, 1, 1))
    assigned(graph, "L1", "U1", date(2021, 1, 1), date(2021, 1, 1))
    assert open_owners(graph, limit=10) == []
    assigned(graph, "A1", "U1", date(2022, 1, 1))
    assigned(graph, "L1", "U2", date(2022, 1, 1), date(2021, 1, 1))
    first, second = open_owners(graph, limit=10)
    assert (first.where[0], set(first.where[1:]), first.what) == ("Account A1", {"U1", "U2"}, "it has 2 open owners")
    assert second == Found(["Lead L1", "U2"], "an assignment ends before it begins")
    assert len(open_owners(graph, limit=1)) == 1
