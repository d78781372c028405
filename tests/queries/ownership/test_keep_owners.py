from __future__ import annotations

from datetime import date

from worlds.build import account, assignment, contact, lead, user

from graphcrm.graph import Graph
from graphcrm.queries.ownership.keep_owners import keep_owners

TODAY = date(2024, 6, 1)


def kept(graph: Graph) -> set[tuple[str, str | None, date | None]]:
    return set(graph.read("MATCH (n:Account|Contact|Lead) RETURN n.uid, n.owner, n.owner_until", lambda *row: row))


def keep(graph: Graph, *records: tuple[str, str], on: date = TODAY) -> int:
    return keep_owners(graph, records=records, users=[], on=on)


def test_the_one_who_has_it_on_the_day_is_kept_and_the_day_of_the_next_change(graph: Graph) -> None:
    user(graph, "U1"), user(graph, "U2")
    account(graph, "A1"), contact(graph, "A1"), lead(graph, "L1"), account(graph, "A2")
    assignment(graph, "L1", "U1", start="2024-01-01", end="2024-07-01")
    assignment(graph, "L1", "U2", start="2024-07-01", end="2024-08-01")
    assignment(graph, "A2", "U1", start="2023-01-01", end="2024-01-01")
    assert keep(graph, ("Account", "A1"), ("Account", "A2"), ("Lead", "L1"), ("Lead", "A1")) == 3
    assert kept(graph) == {("A1", None, None), ("A2", None, None), ("L1", "U1", date(2024, 7, 1))}
    for on, owner, until in (
        ("2023-12-31", None, "2024-01-01"), ("2024-01-01", "U1", "2024-07-01"), ("2024-06-30", "U1", "2024-07-01"),
        ("2024-07-01", "U2", "2024-08-01"), ("2024-08-01", None, None),
    ):  # fmt: skip
        keep(graph, ("Lead", "L1"), on=date.fromisoformat(on))
        assert ("L1", owner, until and date.fromisoformat(until)) in kept(graph)


def test_an_assignment_without_days_holds_always(graph: Graph) -> None:
    user(graph, "U1")
    account(graph, "A1")
    assignment(graph, "A1", "U1")
    keep(graph, ("Account", "A1"))
    assert kept(graph) == {("A1", "U1", None)}


def test_all_that_a_user_has_had_is_kept_anew_but_what_is_in_the_trash(graph: Graph) -> None:
    user(graph, "U1")
    account(graph, "A1"), account(graph, "A2", owner="U1"), account(graph, "A3", owner="U1", deleted_at=TODAY)
    assignment(graph, "A1", "U1", start="2024-01-01")
    for gone in ("A2", "A3"):
        graph.write(
            "MATCH (n {uid: $gone}), (u:User {uid: 'U1'}) CREATE (n)-[:TRASHED {type: 'ASSIGNED_TO'}]->(u)", gone=gone
        )
    assert keep_owners(graph, records=[], users=["U1"], on=TODAY) == 2
    assert kept(graph) == {("A1", "U1", None), ("A2", None, None), ("A3", "U1", None)}


def test_nothing_is_kept_of_nothing(graph: Graph) -> None:
    assert keep_owners(graph, records=[], users=[], on=TODAY) == 0
