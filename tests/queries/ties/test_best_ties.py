from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from worlds.build import NOW, contact, interaction, rating, user

from graphcrm.dates import start_of_day
from graphcrm.graph import Graph
from graphcrm.queries.ties.best_ties import BestTie, best_ties
from graphcrm.queries.ties.tie import weigh
from graphcrm.queries.ties.tie_evidence import tie_evidence


@pytest.fixture
def two(graph: Graph) -> Graph:
    """Alice and Bob are with us, Zoe has left; they may know Ann and Bo."""
    for uid in ("alice", "bob"):
        user(graph, uid)
    user(graph, "zoe", active=False)
    for uid in ("ann", "bo"):
        contact(graph, uid)
    return graph


def best(graph: Graph, **asked: object) -> list[BestTie]:
    return best_ties(graph, **{"contacts": ["ann", "bo"], "before": NOW, "limit": 10, **asked})


def who(graph: Graph, **asked: object) -> dict[str, str]:
    return {tie.contact: tie.user for tie in best(graph, **asked)}


def weighed(graph: Graph, user: str, contact: str, before: datetime) -> float:
    (evidence,) = tie_evidence(graph, pairs=[(user, contact)], before=before, limit=1)
    return weigh(evidence, before).strength


def test_whom_nobody_knows_has_no_best_tie(two: Graph) -> None:
    assert best(two) == []


def test_the_strongest_tie_with_each_contact_is_found(two: Graph) -> None:
    interaction(two, "alice", "ann", "2024-01-01", channel="email")
    interaction(two, "bob", "ann", "2024-01-01")
    interaction(two, "alice", "bo", "2024-01-01")
    assert who(two) == {"ann": "bob", "bo": "alice"}
    assert who(two, contacts=["bo"]) == {"bo": "alice"}
    assert who(two, user="alice") == {"ann": "alice", "bo": "alice"}
    assert who(two, user="bob") == {"ann": "bob"}


@pytest.mark.parametrize("direction", ["both", "out", "in"])
@pytest.mark.parametrize("day", [date(2024, 6, 1), date(2021, 6, 1)])
def test_a_tie_is_as_strong_as_its_evidence_before_the_moment(two: Graph, direction: str, day: date) -> None:
    for at in ("2021-05-30", "2021-05-31T23:59:59", "2021-06-01T00:00:00", "2024-03-01"):
        interaction(two, "alice", "ann", at, direction="in" if at.endswith("30") else direction, participants=4)
    (tie,) = best(two, before=start_of_day(day))
    assert tie.strength == pytest.approx(weighed(two, "alice", "ann", start_of_day(day)), abs=1e-11)
    assert tie.strength > 0


def test_a_rating_is_a_floor_and_a_tie_without_weight_is_one_still(two: Graph) -> None:
    rating(two, "alice", "ann", 5, datetime(2022, 6, 2, tzinfo=UTC))
    interaction(two, "alice", "ann", "2024-05-01", channel="email")
    interaction(two, "bob", "bo", "2024-05-01", participants=12)
    assert best(two) == [BestTie("ann", "alice", "alice", pytest.approx(0.425)), BestTie("bo", "bob", "bob", 0.0)]


def test_of_equal_ties_the_first_user_by_uid_is_named(two: Graph) -> None:
    for uid in ("bob", "alice"):
        interaction(two, uid, "ann", "2024-01-01")
    assert who(two) == {"ann": "alice"}


def test_a_user_who_has_left_knows_nobody_unless_asked_for(two: Graph) -> None:
    interaction(two, "zoe", "ann", "2024-01-01")
    assert who(two) == {}
    assert who(two, user="zoe") == {"ann": "zoe"}


def test_ties_that_begin_at_the_moment_are_not_seen(two: Graph) -> None:
    interaction(two, "alice", "ann", NOW)
    rating(two, "alice", "bo", 5, NOW)
    assert best(two) == []


def test_nobody_has_a_tie_with_themselves(two: Graph) -> None:
    interaction(two, "alice", "ann", "2024-01-01")
    two.write("MATCH (u:User {uid: 'alice'}), (c:Contact {uid: 'ann'}) CREATE (u)-[:IS]->(c)")
    assert best(two) == []
