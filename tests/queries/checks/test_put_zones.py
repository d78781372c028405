from __future__ import annotations

from worlds.build import contact, interaction, user

from graphcrm.graph import Graph
from graphcrm.queries.checks.put_zones import put_zones


def test_times_in_other_zones_become_the_same_moment_in_z(graph: Graph) -> None:
    contact(graph, "C1")
    user(graph, "U1")
    interaction(graph, "U1", "C1", "2024-05-01", uid="I1")
    graph.write("MATCH (n:Contact) SET n.created_at = datetime('2024-05-01T10:00:00+02:00'), n.updated_at = 'text'")
    graph.write("MATCH ()-[e:INTERACTED_WITH]->() SET e.at = datetime('2024-05-01T10:00:00[UTC]')")
    graph.write("CREATE (:Task {uid: 'T1', done_at: datetime('2024-05-01T10:00:00+02:00')})")
    assert put_zones(graph, limit=1) == 1
    assert put_zones(graph, limit=10) == 2
    assert put_zones(graph, limit=10) == 0
    assert graph.read("MATCH (t:Task) RETURN toString(t.done_at)", str) == ["2024-05-01T08:00:00Z"]
    (found,) = graph.read(
        "MATCH ()-[e:INTERACTED_WITH]->(c) RETURN toString(e.at), toString(c.created_at), c.updated_at",
        lambda *row: row,
    )
    assert found == ("2024-05-01T10:00:00Z", "2024-05-01T08:00:00Z", "text")
