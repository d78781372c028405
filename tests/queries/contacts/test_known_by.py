from __future__ import annotations

from datetime import UTC, datetime

import pytest
from worlds.build import NOW, contact, interaction, rating, user
from worlds.counted import Counted

from graphcrm.graph import Graph
from graphcrm.queries.contacts.known_by import known_by


@pytest.fixture
def ann(graph: Graph) -> Graph:
    """Ann, and Alice and Bob, who do not know her yet."""
    contact(graph, "ann")
    user(graph, "alice", "Alice")
    user(graph, "bob", "Bob")
    return graph


def knowing(graph: Graph, before: datetime = NOW) -> list[str]:
    return [tie.user for tie in known_by(graph, contact="ann", before=before)]


def test_nobody_knows_a_stranger_or_an_unknown_contact(ann: Graph) -> None:
    assert knowing(ann) == []
    assert known_by(ann, contact="nobody", before=NOW) == []


def test_the_strongest_tie_comes_first(ann: Graph) -> None:
    interaction(ann, "alice", "ann", "2024-05-01", channel="email")
    interaction(ann, "bob", "ann", "2024-05-01", channel="meeting")
    found = known_by(ann, contact="ann", before=NOW)
    assert [(tie.user, tie.user_name, tie.count) for tie in found] == [("bob", "Bob", 1), ("alice", "Alice", 1)]
    assert found[0].strength > found[1].strength > 0


def test_somebody_who_met_and_rated_her_is_named_once(ann: Graph) -> None:
    interaction(ann, "alice", "ann", "2024-05-01")
    rating(ann, "alice", "ann", 5, "2024-05-01")
    (tie,) = known_by(ann, contact="ann", before=NOW)
    assert (tie.user, tie.rating, tie.count) == ("alice", 5, 1)


def test_a_rating_alone_makes_a_tie(ann: Graph) -> None:
    rating(ann, "bob", "ann", 2, "2024-05-31")
    (tie,) = known_by(ann, contact="ann", before=NOW)
    assert (tie.user, tie.count, tie.last_at) == ("bob", 0, None)
    assert 0.24 < tie.strength <= 0.25


def test_ties_that_begin_at_the_moment_or_later_are_not_seen(ann: Graph) -> None:
    interaction(ann, "alice", "ann", "2024-05-01")
    rating(ann, "bob", "ann", 3, "2024-05-02")
    assert knowing(ann, datetime(2024, 5, 1, tzinfo=UTC)) == []
    assert knowing(ann, datetime(2024, 5, 2, tzinfo=UTC)) == ["alice"]
    assert set(knowing(ann, datetime(2024, 5, 3, tzinfo=UTC))) == {"alice", "bob"}


def test_users_who_have_left_and_a_user_who_is_this_contact_are_not_named(ann: Graph) -> None:
    user(ann, "gone", active=False)
    user(ann, "herself", own="ann")
    for uid in ("gone", "herself", "alice"):
        interaction(ann, uid, "ann", "2024-05-01")
    assert knowing(ann) == ["alice"]


def test_equals_are_ordered_by_uid_and_the_limit_cuts(ann: Graph) -> None:
    for uid in ("bob", "alice"):
        interaction(ann, uid, "ann", "2024-05-01")
    assert knowing(ann) == ["alice", "bob"]
    assert len(known_by(ann, contact="ann", before=NOW, limit=1)) == 1


def test_more_users_are_no_more_round_trips(ann: Graph) -> None:
    interaction(ann, "alice", "ann", "2024-05-01")
    one, two = Counted(ann), Counted(ann)
    assert len(known_by(one, contact="ann", before=NOW)) == 1
    interaction(ann, "bob", "ann", "2024-05-01")
    assert len(known_by(two, contact="ann", before=NOW)) == 2
    assert one.reads == two.reads
