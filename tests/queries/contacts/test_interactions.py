from __future__ import annotations

from datetime import UTC, datetime

import pytest
from worlds.build import NOW, account, contact, interaction, job, user

from graphcrm.graph import Graph
from graphcrm.queries.contacts.interactions import Interaction, interactions


@pytest.fixture
def ann(graph: Graph) -> Graph:
    """Ann at Acme [2015-01-01, 2020-01-01), at Beta since; Alice and Bob."""
    contact(graph, "ann")
    contact(graph, "bo")
    account(graph, "acme", "Acme")
    account(graph, "beta", "Beta")
    job(graph, "ann", "acme", start="2015-01-01", end="2020-01-01")
    job(graph, "ann", "beta", start="2020-01-01")
    user(graph, "alice", "Alice")
    user(graph, "bob", "Bob")
    return graph


def met(graph: Graph, **asked: object) -> list[Interaction]:
    return interactions(graph, **{"contact": "ann", "before": NOW, **asked})


def test_a_stranger_has_no_interactions(ann: Graph) -> None:
    interaction(ann, "alice", "bo", "2024-01-01")
    assert met(ann) == []
    assert met(ann, contact="nobody") == []


def test_an_interaction_says_who_how_and_where_she_worked(ann: Graph) -> None:
    interaction(
        ann, "alice", "ann", "2019-05-17T09:30:00+02:00", channel="video", direction="in", participants=3, uid="i",
        event="e", subject="Prices", outcome="A second call", notes="Long.",
    )  # fmt: skip
    assert met(ann) == [
        Interaction(
            uid="i", event="e", at=datetime(2019, 5, 17, 7, 30, tzinfo=UTC), user="alice", user_name="Alice",
            channel="video", direction="in", participants=3, private=False, subject="Prices",
            outcome="A second call", employer="acme", employer_name="Acme",
        )
    ]  # fmt: skip


def test_the_parts_of_one_event_stand_together(ann: Graph) -> None:
    for user_, uid, event in (("alice", "1", "f"), ("bob", "2", "e"), ("alice", "3", "e"), ("bob", "4", "f")):
        interaction(ann, user_, "ann", "2024-01-02", uid=uid, event=event)
    assert [(row.event, row.uid) for row in met(ann)] == [("e", "2"), ("e", "3"), ("f", "1"), ("f", "4")]


def test_the_latest_comes_first_and_equals_by_uid(ann: Graph) -> None:
    for uid, at in (("b", "2024-01-02"), ("a", "2024-01-02"), ("c", "2024-01-03"), ("d", "2024-01-01")):
        interaction(ann, "alice", "ann", at, uid=uid)
    assert [row.uid for row in met(ann)] == ["c", "a", "b", "d"]


def test_what_is_private_to_one_pair_is_private_to_all(ann: Graph) -> None:
    interaction(ann, "alice", "ann", "2024-01-01", uid="I1", event="E", subject="Her health")
    contact(ann, "max")
    interaction(ann, "alice", "max", "2024-01-01", uid="I2", event="E", subject="Her health", private=True)
    assert [(row.subject, row.private) for row in met(ann)] == [(None, True)]


def test_what_is_said_in_private_is_not_told(ann: Graph) -> None:
    interaction(ann, "alice", "ann", "2024-01-01", subject="Her health", outcome="Flowers", private=True)
    (row,) = met(ann)
    assert (row.subject, row.outcome, row.user) == (None, None, "alice")


def test_interactions_at_the_moment_or_later_are_not_seen(ann: Graph) -> None:
    interaction(ann, "alice", "ann", NOW, uid="now")
    interaction(ann, "alice", "ann", "2024-05-31T23:59:59.999999", uid="before")
    assert [row.uid for row in met(ann)] == ["before"]


@pytest.mark.parametrize(
    ("at", "employer"),
    [
        ("2014-12-31T23:59:59", None),
        ("2015-01-01T00:00:00", "acme"),
        ("2019-12-31T23:59:59", "acme"),
        ("2020-01-01T00:00:00", "beta"),
        ("2020-01-01T00:30:00+01:00", "acme"),
    ],
)
def test_the_employer_is_that_of_the_day_in_utc(ann: Graph, at: str, employer: str | None) -> None:
    interaction(ann, "alice", "ann", at)
    assert [row.employer for row in met(ann)] == [employer]


def test_the_main_one_of_several_employers_is_named(ann: Graph) -> None:
    account(ann, "board", "Board")
    job(ann, "ann", "board", start="2010-01-01", primary=True, kind="board")
    interaction(ann, "alice", "ann", "2024-01-01")
    assert [row.employer_name for row in met(ann)] == ["Board"]


def test_pages_follow_each_other_even_at_one_instant(ann: Graph) -> None:
    for uid, at in (
        ("a", "2024-01-02"),
        ("b", "2024-01-02"),
        ("c", "2024-01-02"),
        ("d", "2024-01-01"),
        ("e", "2024-01-03"),
    ):
        interaction(ann, "alice", "ann", at, uid=uid)
    listed = met(ann, limit=2)
    for _ in range(3):
        listed += met(ann, limit=2, after=(listed[-1].at, listed[-1].key))
    assert [row.uid for row in listed] == ["e", "a", "b", "c", "d"]


def test_where_she_worked_is_where_her_job_was_entered(ann: Graph) -> None:
    account(ann, "gamma", "Gamma")
    job(ann, "ann", "gamma", start="2021", carried_from="of Beta")
    interaction(ann, "alice", "ann", "2024-01-01")
    (row,) = met(ann)
    assert row.employer == "beta"


def test_what_is_asked_for_alone_is_left(ann: Graph) -> None:
    interaction(ann, "alice", "ann", "2024-01-01", uid="a", channel="call", direction="in")
    interaction(ann, "bob", "ann", "2024-01-02", uid="b", channel="call", direction="out")
    interaction(ann, "bob", "ann", "2024-01-03", uid="c", channel="email", direction="out")
    ann.write("MATCH ()-[i:INTERACTED_WITH {uid: 'c'}]->() REMOVE i.channel, i.direction")
    asked: list[tuple[dict[str, object], str]] = [
        ({"channel": "call"}, "ba"), ({"channel": "other"}, "c"), ({"direction": "both"}, "c"),
        ({"direction": "out"}, "b"), ({"user": "bob"}, "cb"), ({"user": "bob", "channel": "call"}, "b"),
        ({"since": datetime(2024, 1, 2, tzinfo=UTC)}, "cb"), ({"before": datetime(2024, 1, 2, tzinfo=UTC)}, "a"),
    ]  # fmt: skip
    for filters, left in asked:
        assert "".join(one.uid for one in met(ann, **filters)) == left, filters


def test_notes_come_where_they_are_asked_for_and_never_of_what_is_private(ann: Graph) -> None:
    interaction(ann, "alice", "ann", "2024-01-01", notes="Long.", topics=["price"])
    interaction(ann, "alice", "ann", "2024-01-02", notes="Secret.", topics=["hidden"], private=True)
    assert [(one.topics, one.notes) for one in met(ann)] == [([], None), (["price"], None)]
    assert [one.notes for one in met(ann, noted=True)] == [None, "Long."]
