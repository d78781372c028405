from __future__ import annotations

from worlds.build import user

from graphcrm.graph import Graph
from graphcrm.queries.coverage.whose import whose


def test_a_user_or_the_active_ones_of_a_team_and_those_below(graph: Graph) -> None:
    for uid, team in (("bob", "North"), ("alice", "North"), ("cy", "Nordeast"), ("dan", "South")):
        user(graph, uid, uid.title(), team=team)
    user(graph, "zoe", "Zoe", team="North", active=False)
    graph.write("MATCH (t:Team {name: 'Nordeast'}), (n:Team {name: 'North'}) CREATE (t)-[:PART_OF]->(n)")
    (north,) = graph.read("MATCH (t:Team {name: 'North'}) RETURN t.uid", str)

    def found(user: str | None, team: str | None) -> list[str]:
        return [one.uid for one in whose(graph, user=user, team=team)]

    assert found(None, north) == ["alice", "bob", "cy"]
    assert found("bob", north) == ["bob"]
    assert found("dan", north) == []
    assert found("zoe", None) == ["zoe"]
    assert found("none", None) == found(None, "none") == []
    assert [one.name for one in whose(graph, user=None, team=north, limit=1)] == ["Alice"]
