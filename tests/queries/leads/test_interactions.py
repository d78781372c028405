from __future__ import annotations

from datetime import UTC, datetime

import pytest
from worlds.build import NOW, contact, interaction, lead, user

from graphcrm.graph import Graph
from graphcrm.queries.contacts.interactions import Interaction
from graphcrm.queries.leads.interactions import interactions


@pytest.fixture
def lea(graph: Graph) -> Graph:
    """The leads Lea and Lou, the contact Ann; Alice."""
    for uid in ("lea", "lou"):
        lead(graph, uid)
    contact(graph, "ann")
    user(graph, "alice", "Alice")
    return graph


def met(graph: Graph, **asked: object) -> list[Interaction]:
    return interactions(graph, **{"lead": "lea", "before": NOW, **asked})


def test_only_what_we_had_to_do_with_the_lead_is_listed(lea: Graph) -> None:
    for person in ("lou", "ann"):
        interaction(lea, "alice", person, "2024-01-01")
    assert met(lea) == []
    interaction(lea, "alice", "lea", "2024-01-01", channel="call", direction="in", participants=3, uid="i", event="e",
                subject="Prices", outcome="Yes")  # fmt: skip
    assert met(lea) == [
        Interaction(
            uid="i", event="e", at=datetime(2024, 1, 1, tzinfo=UTC), user="alice", user_name="Alice", channel="call",
            direction="in", participants=3, private=False, subject="Prices", outcome="Yes", employer=None, employer_name=None,
        )
    ]  # fmt: skip


def test_what_is_private_to_one_pair_is_private_to_all(lea: Graph) -> None:
    interaction(lea, "alice", "lea", "2024-01-01", uid="I1", event="E", subject="Her health")
    lead(lea, "leo")
    interaction(lea, "alice", "leo", "2024-01-01", uid="I2", event="E", subject="Her health", private=True)
    assert [(row.subject, row.private) for row in met(lea)] == [(None, True)]


def test_what_is_said_in_private_is_not_told(lea: Graph) -> None:
    interaction(lea, "alice", "lea", "2024-01-01", subject="Her health", outcome="Flowers", private=True)
    assert [(row.subject, row.outcome) for row in met(lea)] == [(None, None)]


def test_interactions_at_the_moment_or_later_are_not_seen(lea: Graph) -> None:
    interaction(lea, "alice", "lea", NOW, uid="now")
    interaction(lea, "alice", "lea", "2024-05-31T23:59:59.999999", uid="before")
    assert [row.uid for row in met(lea)] == ["before"]


def test_pages_follow_each_other_latest_first_even_at_one_instant(lea: Graph) -> None:
    for uid, day in (("a", 2), ("b", 2), ("c", 2), ("d", 1), ("e", 3)):
        interaction(lea, "alice", "lea", f"2024-01-0{day}", uid=uid)
    listed = met(lea, limit=2)
    for _ in range(3):
        listed += met(lea, limit=2, after=(listed[-1].at, listed[-1].key))
    assert [row.uid for row in listed] == ["e", "a", "b", "c", "d"]


def test_what_is_asked_for_alone_is_left(lea: Graph) -> None:
    user(lea, "bob", "Bob")
    interaction(lea, "alice", "lea", "2024-01-01", uid="a", channel="call", direction="in", notes="Long.", topics=["x"])
    interaction(lea, "bob", "lea", "2024-01-02", uid="b", channel="email", direction="out")
    asked: list[tuple[dict[str, object], str]] = [
        ({"channel": "call"}, "a"), ({"direction": "out"}, "b"), ({"user": "bob"}, "b"),
        ({"since": datetime(2024, 1, 2, tzinfo=UTC)}, "b"), ({"before": datetime(2024, 1, 2, tzinfo=UTC)}, "a"),
    ]  # fmt: skip
    for filters, left in asked:
        assert "".join(one.uid for one in met(lea, **filters)) == left, filters
    assert [(one.topics, one.notes) for one in met(lea, noted=True)] == [([], None), (["x"], "Long.")]
