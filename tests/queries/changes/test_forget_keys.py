from __future__ import annotations

from datetime import timedelta

from graphcrm.graph import Graph
from graphcrm.queries.changes.claim_key import claim_key
from graphcrm.queries.changes.forget_keys import forget_keys

from .conftest import AT, rows


def test_those_of_before_go_as_many_as_asked_for(graph: Graph) -> None:
    for n in range(4):
        claim_key(graph, uid=f"k{n}", digest="d", now=AT + timedelta(hours=n))
    assert forget_keys(graph, before=AT + timedelta(hours=2), limit=1) == 1
    assert forget_keys(graph, before=AT + timedelta(hours=2)) == 1
    assert sorted(rows(graph, "MATCH (k:IdempotencyKey) RETURN k.uid")) == [("k2",), ("k3",)]
