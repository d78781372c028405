from __future__ import annotations

from datetime import UTC, datetime

import pytest
from worlds.build import NOW, account, contact, interaction, job, rating, user

from graphcrm.dates import maybe_instant
from graphcrm.graph import Graph
from graphcrm.queries.ties.tie_evidence import TieEvidence, tie_evidence


@pytest.fixture
def office(graph: Graph) -> Graph:
    """Alice and Bob, who know Ann and Bo.  Ann: Acme 2015 – 2020, Beta since 2020-01-01."""
    user(graph, "alice", "Alice")
    user(graph, "bob", "Bob")
    contact(graph, "ann", "Ann")
    contact(graph, "bo", "Bo")
    account(graph, "acme", "Acme")
    account(graph, "beta", "Beta")
    job(graph, "ann", "acme", start="2015-01-01", end="2020-01-01")
    job(graph, "ann", "beta", start="2020-01-01")
    return graph


def evidence(graph: Graph, before: datetime = NOW, pair: tuple[str, str] = ("alice", "ann")) -> TieEvidence:
    (found,) = tie_evidence(graph, pairs=[pair], before=before, limit=10)
    return found


def day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def days(*found: str | None) -> tuple[datetime | None, ...]:
    return tuple(map(maybe_instant, found))


def test_no_pairs_have_no_evidence_and_unknown_people_none_either(graph: Graph) -> None:
    user(graph, "alice")
    assert tie_evidence(graph, pairs=[], before=NOW, limit=10) == []
    assert tie_evidence(graph, pairs=[("alice", "nobody")], before=NOW, limit=10) == []


def test_interactions_are_counted_by_channel(office: Graph) -> None:
    for at, channel in (("2019-05-01", "email"), ("2023-05-01", "email"), ("2024-05-31", "meeting")):
        interaction(office, "alice", "ann", at, channel=channel)
    found = evidence(office)
    assert (found.user_name, found.contact_name, found.count) == ("Alice", "Ann", 3)
    assert days(found.first_at, found.last_at) == (day("2019-05-01"), day("2024-05-31"))
    assert {tuple(channel) for channel in found.channels} == {("email", 2), ("meeting", 1)}
    assert days(found.counted_to) == (day("2024-05-31"),)
    assert found.interactions == []


def test_interactions_after_the_moment_are_not_seen_and_those_before_come_one_by_one(office: Graph) -> None:
    for at in ("2019-05-01", "2020-05-01", "2023-01-01"):
        interaction(office, "alice", "ann", at, channel="call", direction="in", participants=3)
    found = evidence(office, day("2023-01-01"))
    assert (found.count, *days(found.last_at, found.counted_to)) == (2, day("2020-05-01"), day("2023-01-01"))
    assert {(*days(at), *rest) for at, *rest in found.interactions} == {
        (day("2019-05-01"), "call", 3, "in"),
        (day("2020-05-01"), "call", 3, "in"),
    }


@pytest.mark.parametrize(
    ("at", "employers"),
    [
        ("2014-12-31T23:59:59", []),
        ("2015-01-01", [("acme", "Acme")]),
        ("2019-12-31T23:59:59", [("acme", "Acme")]),
        ("2020-01-01", [("beta", "Beta")]),
    ],
)
def test_the_employer_is_that_of_the_day_of_the_last_interaction(
    office: Graph, at: str, employers: list[tuple[str, str]]
) -> None:
    interaction(office, "alice", "ann", at)
    interaction(office, "alice", "ann", "2010-01-01")
    assert [tuple(employer) for employer in evidence(office).employers] == employers


def test_of_several_employers_the_main_one_comes_first(office: Graph) -> None:
    account(office, "board", "Board")
    job(office, "ann", "board", start="2023-01-01", kind="board")
    interaction(office, "alice", "ann", "2024-01-01")
    assert [uid for uid, _ in evidence(office).employers] == ["board", "beta"], "the latest one"
    office.write("MATCH ()-[w:WORKS_AT]->(:Account {uid: 'beta'}) SET w.primary = true")
    assert [uid for uid, _ in evidence(office).employers] == ["beta", "board"]


def test_a_pair_known_by_a_rating_alone_has_evidence(office: Graph) -> None:
    rating(office, "alice", "ann", 4, "2024-01-01")
    found = evidence(office)
    assert (found.rating, *days(found.rated_at), found.count) == (4, day("2024-01-01"), 0)
    assert (found.first_at, found.last_at, found.counted_to, found.heat_out) == (None, None, None, None)
    assert (found.channels, found.employers, found.interactions) == ([], [], [])


def test_a_rating_at_the_moment_or_later_is_not_seen(office: Graph) -> None:
    rating(office, "alice", "ann", 4, "2024-01-01")
    interaction(office, "alice", "ann", "2020-01-01")
    assert evidence(office, day("2024-01-01")).rating is None
    assert evidence(office, day("2024-01-02")).rating == 4


def test_each_pair_has_its_own_evidence(office: Graph) -> None:
    interaction(office, "alice", "ann", "2024-01-01")
    interaction(office, "bob", "ann", "2024-01-02")
    interaction(office, "bob", "bo", "2024-01-03")
    pairs = [("alice", "ann"), ("bob", "ann"), ("bob", "bo")]
    found = tie_evidence(office, pairs=pairs, before=NOW, limit=10)
    assert {(row.user, row.contact, *days(row.last_at)) for row in found} == {
        ("alice", "ann", day("2024-01-01")),
        ("bob", "ann", day("2024-01-02")),
        ("bob", "bo", day("2024-01-03")),
    }
    assert len(tie_evidence(office, pairs=pairs, before=NOW, limit=2)) == 2


def test_where_an_acquisition_has_brought_them_comes_behind_where_they_said_to_work(office: Graph) -> None:
    account(office, "gamma")
    job(office, "ann", "gamma", start="2023", carried_from="of Beta")
    interaction(office, "alice", "ann", "2024-01-01")
    assert [uid for uid, _ in evidence(office).employers] == ["beta", "gamma"]


def test_of_a_contact_come_all_who_are_with_us_but_themselves(office: Graph) -> None:
    user(office, "zoe", active=False)
    user(office, "cy", own="ann")
    interaction(office, "alice", "ann", "2024-01-01")
    rating(office, "bob", "ann", 3, "2024-01-01")
    for uid in ("zoe", "cy"):
        interaction(office, uid, "ann", "2024-01-01")
    found = tie_evidence(office, contact="ann", before=NOW, limit=10)
    assert sorted((row.user, row.count, row.rating) for row in found) == [("alice", 1, None), ("bob", 0, 3)]
    assert tie_evidence(office, contact="ann", before=day("2024-01-01"), limit=10) == []
    assert tie_evidence(office, contact="ann", before=NOW, limit=1) == found[:1]
