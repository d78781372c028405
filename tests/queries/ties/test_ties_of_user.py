from __future__ import annotations

from worlds.build import NOW, contact, interaction, rating, user

from graphcrm.graph import Graph
from graphcrm.queries.ties.ties_of_user import ties_of_user


def people(graph: Graph, of: str = "alice", limit: int = 100) -> list[tuple[str, int | None]]:
    return [(tie.contact, tie.rating) for tie in ties_of_user(graph, user=of, before=NOW, limit=limit)]


def test_a_user_without_ties_and_an_unknown_user_have_none(graph: Graph) -> None:
    user(graph, "alice")
    assert people(graph) == []
    assert people(graph, "nobody") == []


def test_rated_ties_come_first_then_the_hottest_and_those_without_weight_last(graph: Graph) -> None:
    user(graph, "alice")
    user(graph, "bob")
    for uid in ("crowd", "mailed", "met", "rated"):
        contact(graph, uid)
    interaction(graph, "alice", "crowd", "2024-05-01", participants=12)
    interaction(graph, "alice", "mailed", "2024-05-01", channel="email")
    interaction(graph, "alice", "met", "2024-05-01", channel="meeting")
    rating(graph, "alice", "rated", 1, "2020-05-01")
    interaction(graph, "bob", "met", "2024-05-01")
    assert people(graph) == [("rated", 1), ("met", None), ("mailed", None), ("crowd", None)]
    assert people(graph, limit=2) == [("rated", 1), ("met", None)]


def test_a_tie_that_is_both_rated_and_met_is_listed_twice(graph: Graph) -> None:
    user(graph, "alice")
    contact(graph, "ann")
    interaction(graph, "alice", "ann", "2024-05-01")
    rating(graph, "alice", "ann", 5, "2024-05-01")
    assert people(graph) == [("ann", 5), ("ann", None)]


def test_ties_that_begin_at_the_moment_or_later_are_not_seen(graph: Graph) -> None:
    user(graph, "alice")
    for uid, at in (("ann", "2024-06-01"), ("bo", "2024-05-31")):
        contact(graph, uid)
        interaction(graph, "alice", uid, at)
        rating(graph, "alice", uid, 3, at)
    assert people(graph) == [("bo", 3), ("bo", None)]


def test_a_user_who_has_left_still_has_ties(graph: Graph) -> None:
    user(graph, "alice", active=False)
    contact(graph, "ann")
    interaction(graph, "alice", "ann", "2024-05-01")
    assert people(graph) == [("ann", None)]
