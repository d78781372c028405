from __future__ import annotations

from datetime import UTC, datetime

from worlds.build import user

from graphcrm.graph import Graph
from graphcrm.queries.access.mates import mates
from graphcrm.queries.access.put_parent import put_parent
from graphcrm.queries.access.standing import standing

NOW = datetime(2024, 6, 1, tzinfo=UTC)


def test_each_stands_as_they_stand_alone(graph: Graph) -> None:
    for uid, team in (("U1", "World"), ("U2", "Europe"), ("U3", "Europe")):
        user(graph, uid, team=team)
    user(graph, "U4"), put_parent(graph, team="Europe", parent="World", at=NOW)
    found = {one.user: set(one.mates) for one in mates(graph, users=["U1", "U2", "U4", "none"])}
    assert found == {"U1": {"U1", "U2", "U3"}, "U2": {"U2", "U3"}, "U4": set()}
    assert all(set(standing(graph, user=uid).mates) == who for uid, who in found.items())
    assert mates(graph, users=[]) == []
