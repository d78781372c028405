from __future__ import annotations

from worlds.build import NOW, contact, interaction, rating, user

from graphcrm.graph import Graph
from graphcrm.queries.ties.strongest_ties import strongest_ties


def people(graph: Graph, limit: int = 100) -> list[str]:
    return [tie.contact for tie in strongest_ties(graph, before=NOW, limit=limit)]


def test_an_empty_graph_has_no_ties(graph: Graph) -> None:
    assert people(graph) == []


def test_the_hottest_ties_of_all_active_users_come_first_and_all_rated_ones_after(graph: Graph) -> None:
    for uid in ("ann", "bo", "cy", "di"):
        contact(graph, uid)
    user(graph, "alice")
    user(graph, "bob")
    user(graph, "gone", active=False)
    interaction(graph, "alice", "ann", "2024-01-01", channel="email")
    interaction(graph, "bob", "bo", "2024-01-01", channel="meeting")
    interaction(graph, "gone", "cy", "2024-05-01", channel="meeting")
    rating(graph, "gone", "cy", 5, "2024-01-01")
    rating(graph, "alice", "di", 1, "2024-01-01")
    assert people(graph) == ["bo", "ann", "di"]
    assert people(graph, limit=1) == ["bo", "di"], "a limit cuts by heat, and heat says nothing of ratings"


def test_one_meeting_yesterday_is_hotter_than_three_of_two_years_ago(graph: Graph) -> None:
    user(graph, "alice")
    contact(graph, "new")
    contact(graph, "old")
    interaction(graph, "alice", "new", "2024-05-31")
    for day in ("2022-05-30", "2022-05-31", "2022-06-01"):
        interaction(graph, "alice", "old", day)
    assert people(graph) == ["new", "old"]


def test_ties_without_weight_are_left_out(graph: Graph) -> None:
    user(graph, "alice")
    contact(graph, "ann")
    interaction(graph, "alice", "ann", "2024-01-01", participants=10)
    assert people(graph) == []


def test_ties_that_begin_at_the_moment_or_later_are_not_seen(graph: Graph) -> None:
    user(graph, "alice")
    for uid, at in (("ann", "2024-06-01"), ("bo", "2024-05-31"), ("cy", "2024-06-01T00:00:01")):
        contact(graph, uid)
        interaction(graph, "alice", uid, at)
        rating(graph, "alice", uid, 3, at)
    assert people(graph) == ["bo", "bo"]


def test_a_users_own_contact_record_is_named(graph: Graph) -> None:
    contact(graph, "ann")
    contact(graph, "me")
    user(graph, "alice", own="me")
    interaction(graph, "alice", "ann", "2024-01-01")
    rating(graph, "alice", "ann", 3, "2024-01-01")
    assert [tie.own for tie in strongest_ties(graph, before=NOW, limit=9)] == ["me", "me"]
