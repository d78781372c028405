from __future__ import annotations

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.sealing.put_values_of_nodes import put_values_of_nodes

LABELS = ["Account", "Contact", "Lead", "Credential", "Revision", "IdempotencyKey"]


def texts(graph: Graph, label: str) -> list[tuple[str, str]]:
    return graph.read(f"MATCH (n:{label}) RETURN n.one, n.other", lambda *row: row)


@pytest.mark.parametrize("label", LABELS)
def test_what_is_as_it_was_is_written_whole_or_not_at_all(graph: Graph, label: str) -> None:
    for one in LABELS:
        graph.write(f"CREATE (:{one} {{uid: 'x', one: 'a', other: 'b'}})")

    def put(was: dict[str, str], becomes: dict[str, str], uid: str = "x") -> int:
        return put_values_of_nodes(graph, label=label, rows=[{"uid": uid, "was": was, "becomes": becomes}])

    assert put({"one": "a", "other": "changed"}, {"one": "A", "other": "B"}) == 0
    assert put({"one": "a"}, {"one": "A"}, "none") == 0
    assert put({"gone": "a"}, {"gone": "A"}) == 0
    assert texts(graph, label) == [("a", "b")]
    assert put({"one": "a", "other": "b"}, {"one": "A", "other": "B"}) == 1
    assert {other: texts(graph, other) for other in LABELS} == {
        other: [("A", "B") if other == label else ("a", "b")] for other in LABELS
    }
    assert put_values_of_nodes(graph, label=label, rows=[]) == 0
