from __future__ import annotations

from datetime import timedelta

import pytest
from worlds.build import NOW, TODAY, assignment, lead, user

from graphcrm.graph import Graph
from graphcrm.queries.access.put_parent import put_parent
from graphcrm.queries.access.put_rules import put_rules
from graphcrm.queries.leads.taken import Taken, taken


@pytest.fixture
def us(graph: Graph) -> Graph:
    """Alice of the team East, Bob of none; three leads."""
    user(graph, "alice", team="East"), user(graph, "bob")
    for uid in ("L1", "L2", "L3"):
        lead(graph, uid)
    return graph


def take(graph: Graph, uid: str, by: str, to: str, *, day: int = 0) -> None:
    edge = assignment(graph, uid, to, start="2020-01-01")
    graph.write(
        "MATCH ()-[o:ASSIGNED_TO {uid: $edge}]->() SET o.recorded_by = $by, o.recorded_at = $at",
        edge=edge, by=by, at=NOW - timedelta(days=day),
    )  # fmt: skip


def of(graph: Graph, user: str = "alice") -> Taken:
    return taken(graph, user=user, on=TODAY)


def limit(graph: Graph, team: str, most: int | None) -> None:
    put_rules(graph, team=team, rules={"claims_a_day": most}, at=NOW)


def test_where_no_team_says_it_any_number_may_be_taken(us: Graph) -> None:
    take(us, "L1", "alice", "alice")
    assert of(us) == of(us, "bob") == of(us, "nobody") == Taken(None, 0)


def test_what_one_gave_oneself_today_counts_once_a_lead_whenever_it_is_said_to_begin(us: Graph) -> None:
    limit(us, "East", 5)
    assert of(us) == Taken(5, 0)
    take(us, "L1", "alice", "alice"), take(us, "L1", "alice", "alice")
    take(us, "L2", "bob", "alice")  # given by a manager
    take(us, "L3", "alice", "bob")  # handed on
    take(us, "L2", "alice", "alice", day=1)  # of yesterday
    assert of(us) == Taken(5, 1)


def test_the_nearest_team_says_it_and_of_several_the_strictest(us: Graph) -> None:
    user(us, "in West", team="West"), user(us, "in All", team="All")
    put_parent(us, team="East", parent="All", at=NOW)
    limit(us, "All", 3)
    assert of(us).most == 3
    limit(us, "East", 7)
    assert of(us).most == 7
    us.write("MATCH (u:User {uid: 'alice'}), (t:Team {uid: 'West'}) CREATE (u)-[:MEMBER_OF]->(t)")
    assert of(us).most == 7
    limit(us, "West", 2)
    assert of(us).most == 2
    limit(us, "West", None)
    assert of(us).most == 7
