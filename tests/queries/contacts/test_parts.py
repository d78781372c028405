from __future__ import annotations

from datetime import timedelta

from worlds.build import NOW, contact, interaction, owned, user

from graphcrm.access import Sight
from graphcrm.activity import Part
from graphcrm.graph import Graph
from graphcrm.queries.contacts.parts import parts


def found(graph: Graph, **asked: object) -> list[Part]:
    return parts(graph, **{"contact": "ann", "since": NOW - timedelta(days=365), "before": NOW, **asked})


def test_parts_between_two_moments_the_latest_first(graph: Graph) -> None:
    contact(graph, "ann"), user(graph, "alice", "Alice")
    since = NOW - timedelta(days=365)
    for uid, at in (
        ("old", since - timedelta(seconds=1)),
        ("first", since),
        ("last", NOW - timedelta(seconds=1)),
        ("next", NOW),
    ):
        interaction(graph, "alice", "ann", at, uid=uid, channel="call", direction="out", topics=["price"])
    assert [part.event for part in found(graph)] == ["last", "first"]
    assert found(graph, limit=1) == [
        Part("last", NOW - timedelta(seconds=1), "alice", "Alice", "call", "out", ["price"])
    ]
    assert found(graph, contact="nobody") == []


def test_topics_of_what_is_private_to_one_pair_are_left_out(graph: Graph) -> None:
    for uid in ("ann", "max"):
        contact(graph, uid)
    user(graph, "alice")
    interaction(graph, "alice", "ann", "2024-01-01", uid="i1", event="e", topics=["health"])
    interaction(graph, "alice", "max", "2024-01-01", uid="i2", event="e", topics=["health"], private=True)
    assert [(part.event, part.topics) for part in found(graph)] == [("e", [])]


def test_who_may_not_be_seen_has_none(graph: Graph) -> None:
    contact(graph, "ann"), user(graph, "alice"), owned(graph, "ann", "alice")
    interaction(graph, "alice", "ann", "2024-01-01")
    assert len(found(graph.seen_by(Sight(contacts=("alice",))))) == 1
    assert found(graph.seen_by(Sight(contacts=("bob",)))) == []
