from __future__ import annotations

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.sealing.values_of_edges import values_of_edges
from graphcrm.sealed import MARK

TYPES = ["INTERACTED_WITH", "TRASHED"]


@pytest.mark.parametrize("edge", TYPES)
def test_each_has_what_is_named_and_what_is_sealed(graph: Graph, edge: str) -> None:
    for type_ in TYPES:
        graph.write(
            f"CREATE (:User)-[:{type_} {{uid: $uid + '1', notes: 'clear', subject: $sealed, topics: ['a']}}]->(:Contact)"
            f"CREATE (:User)-[:{type_} {{uid: $uid + '2', outcome: 'won'}}]->(:Lead)",
            uid=type_, sealed=MARK + "s",
        )  # fmt: skip
    found = [(one.uid, dict(one.values)) for one in values_of_edges(graph, edge=edge, names=["notes"])]
    assert found == [(f"{edge}1", {"notes": "clear", "subject": MARK + "s"}), (f"{edge}2", {})]
    assert [one.uid for one in values_of_edges(graph, edge=edge, names=[], after=f"{edge}1", limit=1)] == [f"{edge}2"]
    assert values_of_edges(graph, edge=edge, names=[], after=f"{edge}2") == []
    assert values_of_edges(graph, edge="WORKS_AT", names=[]) == []
