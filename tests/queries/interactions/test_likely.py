from __future__ import annotations

from datetime import date

import pytest
from worlds.build import account, contact, interaction, job, lead, opportunity, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.interactions.likely import likely

ON = date(2024, 6, 1)


@pytest.fixture
def world(graph: Graph) -> Graph:
    """At Acme are Ada, whom Alice called in May, Bo, whom she wrote in April, and Cy, whom Bob met; Di has left."""
    for uid in ("alice", "bob"):
        user(graph, uid)
    account(graph, "acme")
    for uid in ("ada", "bo", "cy", "di"):
        contact(graph, uid, uid.title(), do_not_contact=uid == "bo")
        job(graph, uid, "acme", start="2020-01-01", end="2024-06-01" if uid == "di" else None)
    lead(graph, "lea", "Lea")
    interaction(graph, "alice", "ada", "2024-05-01", channel="call")
    interaction(graph, "alice", "ada", "2024-04-01", channel="email")
    interaction(graph, "alice", "bo", "2024-04-02", channel="message")
    interaction(graph, "alice", "di", "2024-05-31")
    interaction(graph, "bob", "cy", "2024-05-30")
    interaction(graph, "alice", "lea", "2024-05-30", channel="video")
    opportunity(graph, "deal", "acme", "bo", "di")
    return graph


def rows(graph: Graph, label: str, uid: str, limit: int = 12, on: date = ON) -> list[tuple[str, str | None]]:
    found = likely(graph, label=label, uid=uid, user="alice", on=on, limit=limit)
    return [(one.uid, one.channel) for one in found]


def test_those_of_an_account_come_by_when_the_user_met_them_last(world: Graph) -> None:
    assert rows(world, "Account", "acme") == [("ada", "call"), ("bo", "message"), ("cy", None)]
    assert rows(world, "Account", "acme", limit=1) == [("ada", "call")]
    assert rows(world, "Account", "acme", on=date(2024, 5, 31))[0] == ("di", "meeting")
    assert [one.do_not_contact for one in likely(world, label="Account", uid="acme", user="alice", on=ON)] == [
        False, True, False,
    ]  # fmt: skip
    assert rows(world, "Account", "none") == []


def test_those_of_an_opportunity_are_who_has_a_part_in_it_and_people_themselves(world: Graph) -> None:
    assert rows(world, "Opportunity", "deal") == [("di", "meeting"), ("bo", "message")]
    assert rows(world, "Contact", "ada") == [("ada", "call")]
    assert rows(world, "Contact", "cy") == [("cy", None)]
    assert rows(world, "Lead", "lea") == [("lea", "video")]


def test_who_is_not_seen_is_not_offered(world: Graph) -> None:
    world.write("MATCH (c:Contact {uid: 'ada'}) SET c.owner = 'bob'")
    own = world.seen_by(Sight(contacts=("", "alice")))
    assert rows(own, "Account", "acme") == [("bo", "message"), ("cy", None)]
    assert rows(own, "Contact", "ada") == []
    assert rows(world.seen_by(Sight(accounts=())), "Account", "acme") == []
    assert rows(world.seen_by(Sight(opportunities=())), "Opportunity", "deal") == []
    assert rows(world.seen_by(Sight(leads=())), "Lead", "lea") == []
