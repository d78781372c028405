from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.changes.share_revisions import share_revisions


def test_what_was_remembered_of_a_thing_is_in_the_history_of_another_record_too(graph: Graph) -> None:
    graph.write(
        "CREATE (h:History {uid: 'Lead L1'}) WITH h UNWIND range(1, 3) AS n "
        "CREATE (:Revision {uid: 'R' + n, kind: CASE n WHEN 3 THEN 'job' ELSE 'interaction' END, of: 'E1'})-[:ON]->(h)"
    )
    for _ in range(2):
        assert share_revisions(graph, kind="interaction", of="E1", record="Contact C1") == 2
    found = graph.read("MATCH (r)-[:ON]->(:History {uid: 'Contact C1'}) RETURN r.uid ORDER BY r.uid", str)
    assert found == ["R1", "R2"]
    assert share_revisions(graph, kind="interaction", of="none", record="Contact C2") == 0
