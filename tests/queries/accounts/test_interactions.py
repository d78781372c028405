from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from worlds.build import NOW, account, contact, interaction, job, owned, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.accounts.interactions import Interaction, interactions


@pytest.fixture
def acme(graph: Graph) -> Graph:
    """Ann was at Acme [2020-01-01, 2022-01-01), then at Beta; Bo is at both since 2020, Beta is his main job."""
    account(graph, "acme", "Acme")
    account(graph, "beta", "Beta")
    for uid in ("ann", "bo"):
        contact(graph, uid, uid.title())
    job(graph, "ann", "acme", start="2020-01-01", end="2022-01-01")
    job(graph, "ann", "beta", start="2022-01-01")
    job(graph, "bo", "acme", start="2020-01-01")
    job(graph, "bo", "beta", start="2020-01-01", primary=True)
    for uid in ("alice", "bob"):
        user(graph, uid, uid.title())
    return graph


def at(graph: Graph, account: str = "acme", **asked: Any) -> list[str]:
    return [one.uid for one in interactions(graph, **{"account": account, "before": NOW, **asked})]


def test_nothing_happened_at_an_empty_or_unknown_account(acme: Graph) -> None:
    assert at(acme) == at(acme, "nowhere") == []


def test_only_what_happened_while_they_were_there(acme: Graph) -> None:
    for day in ("2019-12-31", "2020-01-01", "2021-12-31", "2022-01-01"):
        interaction(acme, "alice", "ann", f"{day}T23:59:59", uid=day)
    assert at(acme) == ["2021-12-31", "2020-01-01"]
    assert at(acme, "beta") == ["2022-01-01"]


def test_the_main_employer_of_the_day_has_it_alone(acme: Graph) -> None:
    interaction(acme, "alice", "bo", "2023-01-01", uid="met")
    assert (at(acme), at(acme, "beta")) == ([], ["met"])
    acme.write("MATCH (:Contact {uid: 'bo'})-[w:WORKS_AT]->(:Account {uid: 'beta'}) SET w.primary = false")
    assert (at(acme), at(acme, "beta")) == (["met"], []), "of equals the first by uid"
    job(acme, "bo", "beta", start="2021", uid="later")
    assert (at(acme), at(acme, "beta")) == ([], ["met"]), "the one that began last"


def test_several_jobs_there_do_not_repeat_it(acme: Graph) -> None:
    job(acme, "ann", "acme", start="2020-06-01", end="2021-06-01", kind="advisor")
    interaction(acme, "alice", "ann", "2021-01-01", uid="met")
    assert at(acme) == ["met"]


def test_before_a_moment_and_page_by_page(acme: Graph) -> None:
    for n in range(4):
        interaction(acme, "alice", "ann", "2021-05-01T10:00:00", uid=f"E{n}")
    interaction(acme, "alice", "ann", "2021-05-01T10:00:01", uid="last")
    assert at(acme, before=datetime(2021, 5, 1, 10, 0, 1, tzinfo=UTC)) == ["E0", "E1", "E2", "E3"]
    first = interactions(acme, account="acme", before=NOW, limit=2)
    rest = at(acme, after=(first[-1].at, first[-1].key))
    assert [one.uid for one in first] + rest == ["last", "E0", "E1", "E2", "E3"]


def test_it_is_told_with_who_and_how_and_the_words_of_a_private_one_are_not(acme: Graph) -> None:
    interaction(
        acme, "alice", "ann", "2021-05-01", uid="E1", subject="Plan", outcome="good", channel="call", direction="out"
    )
    assert interactions(acme, account="acme", before=NOW) == [
        Interaction(
            "E1",
            "E1",
            datetime(2021, 5, 1, tzinfo=UTC),
            "alice",
            "Alice",
            "ann",
            "Ann",
            "call",
            "out",
            2,
            "Plan",
            "good",
            private=False,
        )
    ]
    interaction(acme, "bob", "ann", "2021-05-01", uid="E2", private=True)
    acme.write("MATCH ()-[i:INTERACTED_WITH {uid: 'E2'}]->() SET i.event = 'E1'")
    assert [(one.uid, one.subject, one.outcome, one.private) for one in interactions(acme, account="acme", before=NOW)] == [
        ("E1", None, None, True), ("E2", None, None, True),
    ]  # fmt: skip


def test_what_may_not_be_seen_is_not_there(acme: Graph) -> None:
    interaction(acme, "alice", "ann", "2021-05-01", uid="hers")
    interaction(acme, "alice", "bo", "2021-05-01", uid="his")
    user(acme, "charlie")
    owned(acme, "ann", "alice")
    owned(acme, "beta", "alice")
    charlie = acme.seen_by(Sight(accounts=("", "charlie"), contacts=("", "charlie")))
    assert at(charlie) == ["his"], "where else he worked is not seen"
    owned(acme, "acme", "alice")
    assert at(charlie) == []


def test_what_is_asked_for_alone_is_left(acme: Graph) -> None:
    interaction(
        acme, "alice", "ann", "2021-01-01", uid="a", channel="call", direction="in", notes="Long.", topics=["x"]
    )
    interaction(acme, "bob", "ann", "2021-01-02", uid="b", channel="email", direction="out")
    asked: list[tuple[dict[str, object], list[str]]] = [
        ({"channel": "call"}, ["a"]), ({"direction": "out"}, ["b"]), ({"user": "bob"}, ["b"]),
        ({"since": datetime(2021, 1, 2, tzinfo=UTC)}, ["b"]), ({"before": datetime(2021, 1, 2, tzinfo=UTC)}, ["a"]),
    ]  # fmt: skip
    for filters, left in asked:
        assert at(acme, **filters) == left, filters
    found = interactions(acme, account="acme", before=NOW, noted=True)
    assert [(one.topics, one.notes) for one in found] == [([], None), (["x"], "Long.")]
