from __future__ import annotations

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.sealing.put_values_of_edges import put_values_of_edges

TYPES = ["INTERACTED_WITH", "TRASHED"]


@pytest.mark.parametrize("edge", TYPES)
def test_what_is_as_it_was_is_written_whole_or_not_at_all(graph: Graph, edge: str) -> None:
    for one in TYPES:
        graph.write(f"CREATE (:User)-[:{one} {{uid: 'x', notes: 'a', outcome: 'b'}}]->(:Contact)")

    def put(was: dict[str, str], becomes: dict[str, str], uid: str = "x") -> int:
        return put_values_of_edges(graph, edge=edge, rows=[{"uid": uid, "was": was, "becomes": becomes}])

    assert put({"notes": "a", "outcome": "changed"}, {"notes": "A"}) == 0
    assert put({"notes": "a"}, {"notes": "A"}, "none") == 0
    assert put({"notes": "a", "outcome": "b"}, {"notes": "A", "outcome": "B"}) == 1
    found = graph.read("MATCH ()-[e]->() RETURN type(e), e.notes + e.outcome", lambda *row: row)
    assert dict(found) == {one: "AB" if one == edge else "ab" for one in TYPES}
    assert put_values_of_edges(graph, edge=edge, rows=[]) == 0
