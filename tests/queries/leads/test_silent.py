from __future__ import annotations

from datetime import date, timedelta

import pytest
from worlds.build import NOW, TODAY, assignment, interaction, lead, owned, user

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.access.put_parent import put_parent
from graphcrm.queries.access.put_rules import put_rules
from graphcrm.queries.leads.silent import SilentLead, silent

DAYS = 30


@pytest.fixture
def us(graph: Graph) -> Graph:
    """Alice of the team East, which gives leads back after 30 days, Bob of none; each has a lead since January."""
    user(graph, "alice", "Alice", team="East"), user(graph, "bob", "Bob")
    put_rules(graph, team="East", rules={"reclaim_after": DAYS}, at=NOW)
    for uid, by in (("L1", "alice"), ("L2", "bob")):
        lead(graph, uid, company_name="Acme")
        assignment(graph, uid, by, start="2024-01-01")
    return graph


def due(graph: Graph, on: date = TODAY) -> list[SilentLead]:
    return silent(graph, on=on, limit=10)


def uids(graph: Graph, on: date = TODAY) -> list[str]:
    return [one.uid for one in due(graph, on)]


def test_without_leads_or_rules_nothing_goes_back(graph: Graph) -> None:
    assert due(graph) == []
    user(graph, "alice", team="East"), lead(graph, "L1"), assignment(graph, "L1", "alice", start="2020-01-01")
    assert due(graph) == []


def test_a_lead_says_who_loses_it_and_by_which_rule(us: Graph) -> None:
    assert due(us) == [
        SilentLead("L1", "L1", "Acme", "new", "alice", "Alice", "East", DAYS, date(2024, 1, 1), None)
    ]  # fmt: skip


@pytest.mark.parametrize(("before", "found"), [(DAYS, ["L1"]), (DAYS - 1, [])])
def test_the_days_count_from_the_last_word_of_any_of_us(us: Graph, before: int, found: list[str]) -> None:
    at = NOW - timedelta(days=before)
    interaction(us, "bob", "L1", at)
    interaction(us, "alice", "L1", "2023-01-01")
    assert uids(us) == found


@pytest.mark.parametrize(("before", "found"), [(DAYS, ["L1"]), (DAYS - 1, [])])
def test_and_from_the_day_on_which_it_became_theirs(us: Graph, before: int, found: list[str]) -> None:
    us.write("MATCH (:Lead {uid: 'L1'})-[o:ASSIGNED_TO]->() SET o.start = $on", on=TODAY - timedelta(days=before))
    assert uids(us) == found


@pytest.mark.parametrize("status", ["converted", "ignored"])
def test_what_is_done_stays(us: Graph, status: str) -> None:
    us.write("MATCH (l:Lead {uid: 'L1'}) SET l.status = $status", status=status)
    assert uids(us) == []


def test_what_has_ended_is_nobodys_to_lose(us: Graph) -> None:
    us.write("MATCH (:Lead {uid: 'L1'})-[o:ASSIGNED_TO]->() SET o.end = date('2024-05-01')")
    assert uids(us) == []


def test_the_nearest_team_says_it_and_of_several_the_strictest(us: Graph) -> None:
    user(us, "in All", team="All"), user(us, "in West", team="West")
    put_rules(us, team="All", rules={"reclaim_after": 10}, at=NOW)
    put_parent(us, team="East", parent="All", at=NOW)
    assert [one.team for one in due(us)] == ["East"]
    put_rules(us, team="East", rules={"reclaim_after": None}, at=NOW)
    assert [(one.team, one.days) for one in due(us)] == [("All", 10)]
    us.write("MATCH (u:User {uid: 'alice'}), (t:Team {uid: 'West'}) CREATE (u)-[:MEMBER_OF]->(t)")
    put_rules(us, team="West", rules={"reclaim_after": 5}, at=NOW)
    assert [(one.team, one.days) for one in due(us)] == [("West", 5)]


def test_those_of_one_owner_stand_together_the_longest_silent_first(us: Graph) -> None:
    user(us, "abe", "Abe", team="East")
    for uid, by, start in (("L3", "alice", "2023-01-01"), ("L4", "abe", "2024-02-01"), ("L5", "alice", "2024-02-01")):
        lead(us, uid), assignment(us, uid, by, start=start)
    assert uids(us) == ["L4", "L3", "L1", "L5"]


def test_who_sees_a_part_is_told_of_that_part(us: Graph) -> None:
    lead(us, "L3"), owned(us, "L3", "alice")
    seen = us.seen_by(Sight(leads=("alice",), hidden=frozenset({"lead.status"})))
    assert [(one.uid, one.status) for one in silent(seen, on=TODAY, limit=10)] == [("L3", None)]


def test_some_are_asked_about_however_many_others_are_due(us: Graph) -> None:
    lead(us, "L3"), assignment(us, "L3", "alice", start="2020-01-01")
    assert [one.uid for one in silent(us, uids=["L1", "L2"], on=TODAY, limit=1)] == ["L1"]
    assert silent(us, uids=[], on=TODAY, limit=10) == []


def test_what_lies_ahead_by_somebodys_time_zone_is_a_word_too(us: Graph) -> None:
    interaction(us, "alice", "L1", NOW + timedelta(hours=8))
    assert uids(us) == []
