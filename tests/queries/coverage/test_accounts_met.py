from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from worlds.build import account, contact, interaction, job, owned, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.nodes.edges import CHANNELS
from graphcrm.queries.coverage.accounts_met import accounts_met
from graphcrm.queries.coverage.contacts_met import Met

SINCE, ON = datetime(2024, 5, 1, tzinfo=UTC), date(2024, 6, 1)


@pytest.fixture
def ours(graph: Graph) -> Graph:
    """Alice's are Acme, with Ada and Bo, Beta, where Cy is since 15 May, and Gamma, which Di has left."""
    for uid in ("alice", "bob"):
        user(graph, uid)
    for uid in ("acme", "beta", "gamma"):
        account(graph, uid, uid.title())
        owned(graph, uid, "alice")
    for uid in ("ada", "bo", "cy", "di"):
        contact(graph, uid)
    job(graph, "ada", "acme", start="2020-01-01"), job(graph, "bo", "acme", start="2020-01-01")
    job(graph, "cy", "beta", start="2024-05-15"), job(graph, "di", "gamma", start="2020-01-01", end="2024-06-01")
    return graph


def met(graph: Graph, **asked: int) -> Met:
    (found,) = accounts_met(graph, users=["alice"], since=SINCE, on=ON, **{"limit": 9, **asked})
    return found


def test_an_account_counts_by_the_people_who_are_there_since_they_are(ours: Graph) -> None:
    (
        interaction(ours, "bob", "ada", "2024-05-02", channel="call"),
        interaction(ours, "alice", "bo", "2024-05-03", channel="call"),
    )
    (
        interaction(ours, "alice", "bo", "2024-05-04", channel="video"),
        interaction(ours, "alice", "ada", "2024-04-01", channel="email"),
    )
    interaction(ours, "alice", "cy", "2024-05-14"), interaction(ours, "alice", "di", "2024-05-20")
    found = met(ours)
    channels = {channel: number for channel, number in zip(CHANNELS, found.channels, strict=True) if number}
    assert (found.all, found.met, channels) == (3, 1, {"call": 1, "video": 1})
    assert found.named == [("beta", "Beta", None), ("gamma", "Gamma", None)]
    interaction(ours, "alice", "cy", "2024-05-15")
    assert met(ours).met == 2


def test_of_a_giant_a_part_is_looked_at_and_what_is_not_seen_is_not_told(ours: Graph) -> None:
    interaction(ours, "alice", "ada", "2024-05-02"), interaction(ours, "alice", "bo", "2024-05-02")
    assert met(ours, looked=1).met == 1
    ours.write("MATCH (c:Contact {uid: 'ada'}) SET c.owner = 'bob'")
    assert met(ours.seen_by(Sight(contacts=("", "alice")))).met == 1
    assert met(ours.seen_by(Sight(contacts=()))).met == 0
    assert met(ours.seen_by(Sight(accounts=()))).all == 0


def test_whoever_is_promoted_was_met_there_all_the_same(ours: Graph) -> None:
    interaction(ours, "alice", "ada", "2024-05-02", channel="call")
    ours.write("MATCH (:Contact {uid: 'ada'})-[w:WORKS_AT]->() DELETE w")
    job(ours, "ada", "acme", start="2020-01-01", end="2024-05-20")
    job(ours, "ada", "acme", start="2024-05-20")
    assert met(ours).met == 1
    ours.write("MATCH (:Contact {uid: 'ada'})-[w:WORKS_AT {end_max: date('2024-05-20')}]->() DELETE w")
    assert met(ours).met == 0
    job(ours, "ada", "gamma", start="2020-01-01", end="2024-05-20")  # where she was then is another account
    assert met(ours).met == 0


def test_of_a_user_with_many_a_part_is_looked_at(ours: Graph) -> None:
    assert (met(ours, most=2).all, met(ours, most=2).partial, met(ours).partial) == (2, True, False)
