from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from worlds.build import user

from graphcrm.graph import Graph
from graphcrm.queries.access.put_parent import Put, put_parent
from graphcrm.queries.access.teams import Team, teams

NOW = datetime(2024, 6, 1, tzinfo=UTC)


def put(graph: Graph, team: str, parent: str | None) -> Put:
    return put_parent(graph, team=team, parent=parent, at=NOW)


def below(graph: Graph) -> dict[str, str | None]:
    return {team.uid: team.parent for team in teams(graph)}


def test_a_team_stands_below_one_other_or_none(graph: Graph) -> None:
    for team in ("A", "B", "C"):
        user(graph, f"in {team}", team=team)
    assert put(graph, "A", "B") == Put(2, None, missing=False, closes=False)
    assert put(graph, "A", "C") == Put(3, "B", missing=False, closes=False)
    assert put(graph, "A", "C") == Put(3, "C", missing=False, closes=False)
    assert below(graph) == {"A": "C", "B": None, "C": None}
    assert put(graph, "A", None) == Put(4, "C", missing=False, closes=False)
    assert put(graph, "A", None) == Put(4, None, missing=False, closes=False)
    assert below(graph) == dict.fromkeys("ABC")


def test_a_team_that_is_not_there_is_told(graph: Graph) -> None:
    assert put(graph, "A", None).rev is None
    user(graph, "in A", team="A")
    assert put(graph, "B", "A").rev is None
    assert put(graph, "A", "B") == Put(1, None, missing=True, closes=False)


def test_no_ring_is_closed_also_by_two_at_once(graph: Graph) -> None:
    for team in ("A", "B", "C"):
        user(graph, f"in {team}", team=team)
    assert put(graph, "A", "A").closes
    put(graph, "A", "B")
    put(graph, "B", "C")
    assert put(graph, "C", "A").closes
    put(graph, "A", None), put(graph, "B", None)
    with ThreadPoolExecutor() as pool:
        found = list(pool.map(lambda pair: put(graph, *pair).closes, [("A", "B"), ("B", "A")] * 4))
    assert {(team, parent) for team, parent in below(graph).items() if parent} in ({("A", "B")}, {("B", "A")})
    assert True in found


def test_teams_are_listed_by_name_with_those_who_are_active(graph: Graph) -> None:
    user(graph, "U1", team="Berlin"), user(graph, "U2", team="Berlin", active=False), user(graph, "U3", team="Asia")
    put(graph, "Berlin", "Asia")
    assert teams(graph) == [
        Team("Asia", "Asia", None, None, 1, None, None),
        Team("Berlin", "Berlin", "Asia", "Asia", 1, None, None),
    ]
    assert len(teams(graph, limit=1)) == 1
