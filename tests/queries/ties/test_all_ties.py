from __future__ import annotations

from worlds.build import NOW, contact, interaction, rating, user

from graphcrm.graph import Graph
from graphcrm.queries.ties.all_ties import all_ties


def pairs(graph: Graph) -> set[tuple[str, str, int | None]]:
    return {(tie.user, tie.contact, tie.rating) for tie in all_ties(graph, before=NOW, limit=100)}


def test_an_empty_graph_has_no_ties(graph: Graph) -> None:
    assert pairs(graph) == set()


def test_every_active_users_ties_and_ratings_are_listed(graph: Graph) -> None:
    for uid in ("ann", "bo"):
        contact(graph, uid)
    user(graph, "alice")
    user(graph, "bob")
    user(graph, "gone", active=False)
    interaction(graph, "alice", "ann", "2024-01-01")
    rating(graph, "alice", "ann", 4, "2024-01-01")
    rating(graph, "bob", "bo", 2, "2024-01-01")
    interaction(graph, "gone", "bo", "2024-01-01")
    assert pairs(graph) == {("alice", "ann", None), ("alice", "ann", 4), ("bob", "bo", 2)}


def test_a_user_who_never_said_so_is_active(graph: Graph) -> None:
    contact(graph, "ann")
    user(graph, "alice", active=None)
    interaction(graph, "alice", "ann", "2024-01-01")
    assert pairs(graph) == {("alice", "ann", None)}


def test_ties_without_weight_are_ties(graph: Graph) -> None:
    contact(graph, "ann")
    user(graph, "alice")
    interaction(graph, "alice", "ann", "2024-01-01", participants=30)
    (tie,) = all_ties(graph, before=NOW, limit=100)
    assert (tie.contact, tie.heat, tie.most(NOW)) == ("ann", None, 0.0)


def test_ties_that_begin_at_the_moment_or_later_are_not_seen(graph: Graph) -> None:
    for uid in ("ann", "bo", "cy", "di"):
        contact(graph, uid)
    user(graph, "alice")
    interaction(graph, "alice", "ann", NOW)
    interaction(graph, "alice", "bo", "2024-05-31T23:59:59.999999+00:00")
    rating(graph, "alice", "cy", 5, NOW)
    rating(graph, "alice", "di", 5, "2024-05-31T23:59:59.999999+00:00")
    assert pairs(graph) == {("alice", "bo", None), ("alice", "di", 5)}


def test_a_users_own_contact_record_is_named(graph: Graph) -> None:
    contact(graph, "ann")
    contact(graph, "me")
    user(graph, "alice", own="me")
    interaction(graph, "alice", "ann", "2024-01-01")
    assert [tie.own for tie in all_ties(graph, before=NOW, limit=100)] == ["me"]


def test_the_limit_cuts(graph: Graph) -> None:
    user(graph, "alice")
    for uid in ("ann", "bo", "cy"):
        contact(graph, uid)
        interaction(graph, "alice", uid, "2024-01-01")
    assert len(all_ties(graph, before=NOW, limit=2)) == 2
