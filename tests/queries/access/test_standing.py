from __future__ import annotations

from datetime import UTC, datetime

from worlds.build import user

from graphcrm.graph import Graph
from graphcrm.queries.access.lock_policy import lock_policy
from graphcrm.queries.access.put_parent import put_parent
from graphcrm.queries.access.put_policy import put_policy
from graphcrm.queries.access.standing import Standing, standing

NOW = datetime(2024, 6, 1, tzinfo=UTC)


def mates(graph: Graph, user: str) -> set[str]:
    return set(standing(graph, user=user).mates)


def test_mates_are_those_of_ones_team_and_of_the_teams_below(graph: Graph) -> None:
    for uid, team in (("U1", "World"), ("U2", "Europe"), ("U3", "Berlin"), ("U4", "Berlin"), ("U5", "Asia")):
        user(graph, uid, team=team)
    user(graph, "U6")
    assert mates(graph, "U1") == {"U1"}
    for team, parent in (("Europe", "World"), ("Berlin", "Europe"), ("Asia", "World")):
        put_parent(graph, team=team, parent=parent, at=NOW)
    assert mates(graph, "U1") == {"U1", "U2", "U3", "U4", "U5"}
    assert mates(graph, "U2") == {"U2", "U3", "U4"}
    assert mates(graph, "U3") == {"U3", "U4"}
    assert mates(graph, "U6") == set()


def test_who_is_not_there_stands_nowhere(graph: Graph) -> None:
    assert standing(graph, user="U1") == Standing([], None)


def test_the_policy_comes_along(graph: Graph) -> None:
    user(graph, "U1")
    lock_policy(graph, at=NOW)
    put_policy(graph, roles='{"rep": {}}', at=NOW, by="U1")
    assert standing(graph, user="U1") == Standing([], '{"rep": {}}')
