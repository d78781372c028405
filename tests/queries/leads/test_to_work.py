from __future__ import annotations

from datetime import timedelta

import pytest
from worlds.build import NOW, TODAY, assignment, interaction, lead, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.leads.to_work import LeadToWork, to_work


@pytest.fixture
def mine(graph: Graph) -> Graph:
    """Alice and Bob; the leads Lea (Alice's since May) and Lou (Alice's since April), Max (Bob's) and Nil (nobody's)."""
    for uid in ("alice", "bob"):
        user(graph, uid)
    lead(graph, "lea", company_name="Acme", title="Buyer", status="contacted")
    for uid in ("lou", "max", "nil"):
        lead(graph, uid)
    assignment(graph, "lea", "alice", start="2024-05-01")
    assignment(graph, "lou", "alice", start="2024-04-01")
    assignment(graph, "max", "bob", start="2024-05-01")
    return graph


def work(graph: Graph, user: str = "alice", **asked: object) -> list[LeadToWork]:
    return to_work(graph, **{"user": user, "on": TODAY, "before": NOW, "limit": 10, **asked})


def uids(found: list[LeadToWork]) -> list[str]:
    return [one.uid for one in found]


def test_who_owns_no_lead_has_none_to_work(graph: Graph) -> None:
    user(graph, "alice")
    assert work(graph) == []


def test_the_leads_of_the_user_alone_are_there_the_longest_waiting_first(mine: Graph) -> None:
    assert uids(work(mine)) == ["lou", "lea"]
    assert uids(work(mine, limit=1)) == ["lou"]
    assert uids(work(mine, user="bob")) == ["max"]
    (first, second) = work(mine)
    assert (first.status, first.last_at) == ("new", None)
    assert (second.company_name, second.title, second.status) == ("Acme", "Buyer", "contacted")
    assert second.since is not None
    assert second.since.isoformat() == "2024-05-01"


def test_whom_somebody_spoke_to_comes_after_whom_nobody_did(mine: Graph) -> None:
    interaction(mine, "bob", "lou", "2024-05-20")
    assert uids(work(mine)) == ["lea", "lou"]
    interaction(mine, "bob", "lea", "2024-05-10")
    assert uids(work(mine)) == ["lea", "lou"]
    assert uids(work(mine, before=NOW - timedelta(days=20))) == ["lou", "lea"]


@pytest.mark.parametrize("status", ["converted", "ignored"])
def test_what_is_done_waits_no_longer(mine: Graph, status: str) -> None:
    lead(mine, "old", status=status)
    assignment(mine, "old", "alice", start="2024-01-01")
    assert "old" not in uids(work(mine))


def test_a_lead_is_the_users_from_the_first_day_to_the_last(mine: Graph) -> None:
    lead(mine, "was")
    assignment(mine, "was", "alice", start="2024-01-01", end=f"{TODAY}")
    lead(mine, "will")
    assignment(mine, "will", "alice", start=f"{TODAY + timedelta(days=1)}")
    assert uids(work(mine)) == ["lou", "lea"]
    assert uids(work(mine, on=TODAY - timedelta(days=1)))[0] == "was"
    assert uids(work(mine, on=TODAY + timedelta(days=1)))[-1] == "will"


def test_a_lead_that_is_not_seen_is_not_there(mine: Graph) -> None:
    mine.write("MATCH (l:Lead) SET l.owner = 'alice'")
    assert uids(work(mine.seen_by(Sight(leads=("alice",))))) == ["lou", "lea"]
    assert work(mine.seen_by(Sight(leads=("bob",)))) == []
