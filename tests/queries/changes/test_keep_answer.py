from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.changes.claim_key import claim_key
from graphcrm.queries.changes.keep_answer import keep_answer

from .conftest import AT, rows


def test_it_is_kept_with_its_key_alone(graph: Graph) -> None:
    for key in ("a", "b"):
        claim_key(graph, uid=key, digest="d", now=AT)
    keep_answer(graph, uid="a", status=204, answer="", headers="{}")
    found = rows(graph, "MATCH (k:IdempotencyKey) RETURN k.uid, k.status, k.answer, k.headers")
    assert sorted(found) == [("a", 204, "", "{}"), ("b", None, None, None)]
