from __future__ import annotations

from typing import Any

import pytest
from worlds.build import interaction, rating
from worlds.net import CHARLIE, WHEN, D

from graphcrm.dates import moment, start_of_day
from graphcrm.graph import Graph, Runner
from graphcrm.queries.contacts.known_by import known_by
from graphcrm.queries.network.ties import ties

ALL: dict[str, list[str] | None] = {"users": None, "contacts": None, "leads": None}


def found(runner: Runner, **more: Any):
    return ties(runner, **{**ALL, "before": WHEN.before, "limit": 100, **more})


def pairs(runner: Runner, **more: Any) -> list[tuple[str, str]]:
    return [(tie.user, tie.uid) for tie in found(runner, **more)]


def test_who_knows_somebody_also_of_those_who_have_left(net: Graph) -> None:
    assert pairs(net, contacts=["priya"]) == [("zoe", "priya"), ("bob", "priya")]
    assert pairs(net, contacts=["nobody"]) == pairs(net) == []


def test_whom_somebody_knows_but_not_their_own_record(net: Graph) -> None:
    assert pairs(net, users=["alice"]) == [("alice", "maya")]
    assert pairs(net, contacts=["own-alice"]) == []
    assert pairs(net, users=["alice"], q="maya l") == [("alice", "maya")]
    assert pairs(net, users=["alice"], q="zz") == []


def test_among_users_and_people_only_ties_of_both(net: Graph) -> None:
    everybody = ["maya", "priya", "noor", "lena"]
    assert set(pairs(net, users=["alice", "charlie"], contacts=everybody, leads=["lead-1"])) == {
        ("alice", "maya"), ("charlie", "noor"),
    }  # fmt: skip
    assert pairs(net, users=["bob"], contacts=[], leads=["lead-1"]) == [("bob", "lead-1")]


def test_a_tie_is_as_strong_as_its_contacts_page_says(net: Graph) -> None:
    rating(net, "bob", "priya", 3, "2024-05-01")
    rating(net, "alice", "maya", 1, "2024-05-01")
    for contact in ("maya", "priya", "lena", "noor", "olga"):
        said = {
            tie.user: (round(tie.strength, 9), tie.count, tie.first_at, tie.last_at)
            for tie in known_by(net, contact=contact, before=WHEN.before)
        }
        asked = {
            tie.user: (round(tie.strength, 9), tie.count, tie.first_at, tie.last_at)
            for tie in found(net, contacts=[contact])
        }
        asked.pop("zoe", None)
        assert asked == said, contact


def test_as_of_a_day_only_what_was_before_counts(net: Graph) -> None:
    when = moment(D("2023-07-10"))
    (tie,) = found(net, contacts=["maya"], before=when.before)
    (said,) = known_by(net, contact="maya", before=when.before)
    assert (tie.count, tie.last_at) == (6, said.last_at)
    assert tie.strength == pytest.approx(said.strength)
    assert found(net, contacts=["maya"], before=start_of_day(D("2023-01-10"))) == []
    assert len(found(net, contacts=["maya"], before=start_of_day(D("2023-01-11")))) == 1


def test_only_a_rating_is_a_tie_without_interactions(net: Graph) -> None:
    (tie,) = found(net, contacts=["lena"])
    assert (tie.user, tie.count, tie.first_at, tie.edge.id) == ("dana", 0, None, "tie:dana:contact:lena")
    assert tie.strength > 0.4
    assert found(net, contacts=["lena"], before=start_of_day(D("2024-01-01"))) == []


def test_a_tie_with_a_lead_is_found_from_the_lead(net: Graph) -> None:
    (tie,) = found(net, leads=["lead-1"])
    assert (tie.user, tie.type, tie.count) == ("bob", "lead", 2)
    assert 0 < tie.strength < 0.5
    assert tie.edge.ends == ("user:bob", "lead:lead-1")
    assert found(net, leads=["lead-1"], before=start_of_day(D("2024-02-01"))) == []


def test_the_strongest_come_first_page_by_page(net: Graph) -> None:
    for day in range(1, 9):
        interaction(net, "bob", "maya", f"2024-05-0{day}")
    assert pairs(net, users=["bob"]) == [("bob", "maya"), ("bob", "priya")]
    (last,) = found(net, users=["bob"], skip=1, limit=1)
    assert (last.uid, last.total) == ("priya", 2)


def test_charlie_does_not_see_whom_alice_knows(net: Graph) -> None:
    assert pairs(net.seen_by(CHARLIE), users=["alice"]) == pairs(net.seen_by(CHARLIE), contacts=["maya"]) == []
    assert pairs(net.seen_by(CHARLIE), users=["charlie"]) == [("charlie", "noor")]
    net.write("MATCH (l:Lead {uid: 'lead-1'}) SET l.owner = 'bob'")
    assert pairs(net.seen_by(CHARLIE), leads=["lead-1"]) == []
