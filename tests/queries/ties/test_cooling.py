from __future__ import annotations

from datetime import timedelta

import pytest
from worlds.build import NOW, TODAY, account, contact, interaction, job, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.ties.cooling import CoolingTie, cooling
from graphcrm.queries.ties.tie import weigh
from graphcrm.queries.ties.tie_evidence import tie_evidence


@pytest.fixture
def ann(graph: Graph) -> Graph:
    """Alice and Bob; Ann, who is at Acme and on its board of advisors, and Bo, who is nowhere."""
    for uid in ("alice", "bob"):
        user(graph, uid)
    account(graph, "acme", "Acme")
    account(graph, "board", "Board")
    for uid in ("ann", "bo"):
        contact(graph, uid)
    job(graph, "ann", "acme", start="2020", title="Buyer", primary=True)
    job(graph, "ann", "board", start="2023", kind="board")
    return graph


def cold(graph: Graph, user: str = "alice", limit: int = 10) -> list[CoolingTie]:
    return cooling(graph, user=user, on=TODAY, before=NOW, limit=limit)


def met(graph: Graph, contact: str, days: int, times: int = 3, user: str = "alice") -> None:
    for hour in range(times):
        interaction(graph, user, contact, f"{NOW - timedelta(days=days, hours=hour):%Y-%m-%dT%H:%M:%S}")


def test_who_knows_nobody_has_nothing_that_goes_cold(ann: Graph) -> None:
    assert cold(ann) == []


def test_a_good_tie_is_told_once_it_was_quiet_for_a_quarter(ann: Graph) -> None:
    met(ann, "ann", 200)
    met(ann, "bo", 80)
    (tie,) = cold(ann)
    assert (tie.contact, tie.title, tie.account, tie.account_name) == ("ann", "Buyer", "acme", "Acme")
    assert tie.last_at == NOW - timedelta(days=200)
    assert cold(ann, user="bob") == []


def test_then_and_now_are_what_the_evidence_weighs(ann: Graph) -> None:
    met(ann, "ann", 200)
    (tie,) = cold(ann)
    for moment, strength in ((NOW, tie.now), (tie.last_at + timedelta(seconds=1), tie.was)):
        (evidence,) = tie_evidence(ann, pairs=[("alice", "ann")], before=moment, limit=1)
        assert strength == pytest.approx(weigh(evidence, moment).strength, abs=1e-6)


def test_a_nod_does_not_go_cold_and_what_is_long_gone_does_no_longer(ann: Graph) -> None:
    interaction(ann, "alice", "ann", "2024-01-01", channel="email")
    met(ann, "bo", 731)
    assert cold(ann) == []


def test_what_lost_the_most_comes_first(ann: Graph) -> None:
    met(ann, "ann", 100)
    met(ann, "bo", 600)
    assert [(tie.contact, tie.account) for tie in cold(ann)] == [("bo", None), ("ann", "acme")]
    assert len(cold(ann, limit=1)) == 1


def test_who_asked_not_to_be_contacted_and_oneself_are_left_out(graph: Graph) -> None:
    contact(graph, "no", do_not_contact=True)
    contact(graph, "me")
    user(graph, "alice", own="me")
    met(graph, "no", 200)
    met(graph, "me", 200)
    assert cold(graph) == []


def test_who_may_not_see_the_account_is_not_told_of_it(ann: Graph) -> None:
    met(ann, "ann", 200)
    (tie,) = cold(ann.seen_by(Sight(accounts=("bob",))))
    assert (tie.account, tie.title) == (None, None)
    assert cold(ann.seen_by(Sight(contacts=("bob",)))) == []
