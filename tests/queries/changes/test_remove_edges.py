from __future__ import annotations

import pytest
from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.changes.remove_edges import remove_edges

from .conftest import rows


def test_a_part_of_an_event_that_is_set_aside_goes_by_its_uid(cast: Graph) -> None:
    cast.write("MATCH (u:User {uid: 'U1'}) CREATE (u)-[:TRASHED {uid: 'E', rev: 3, event: 'V'}]->(u)")
    gone = {"type": "TRASHED", "uid": "E", "rev": 3}
    assert remove_edges(cast, rows=[gone | {"rev": 2}, gone | {"uid": "none"}]) == []
    assert remove_edges(cast, rows=[gone]) == [(None, None)]
    assert rows(cast, "MATCH ()-[e]->() RETURN e.uid") == []


@pytest.mark.parametrize(
    "kind",
    [
        "WORKS_AT",
        "INTERACTED_WITH",
        "RATES",
        "ASSIGNED_TO",
        "SUBSIDIARY_OF",
        "PARTNER_OF",
        "SUCCEEDED_BY",
        "REPORTS_TO",
        "RELATED_TO",
    ],
)
def test_an_edge_goes_if_it_is_at_the_revision_that_was_read(cast: Graph, kind: str) -> None:
    cast.write(
        f"MATCH (u:User {{uid: 'U1'}}) CREATE (u)-[:{kind} {{uid: 'E', rev: 3, recorded_at: $at, recorded_by: 'U1'}}]->(u), "
        f"(u)-[:{kind} {{uid: 'F'}}]->(u)",
        at=NOW,
    )
    gone = {"type": kind, "uid": "E", "rev": 3}
    assert remove_edges(cast, rows=[gone | {"rev": 2}, gone | {"uid": "none"}]) == []
    assert remove_edges(cast, rows=[gone, {"type": kind, "uid": "F", "rev": 1}]) == [(NOW, "U1"), (None, None)]
    assert rows(cast, "MATCH ()-[e]->() RETURN e.uid") == []
