from __future__ import annotations

from datetime import timedelta

from graphcrm.graph import Graph
from graphcrm.queries.changes.claim_key import Claimed, claim_key
from graphcrm.queries.changes.keep_answer import keep_answer

from .conftest import AT


def test_a_new_key_has_no_answer_and_one_that_was_claimed_has_the_first_request(graph: Graph) -> None:
    assert claim_key(graph, uid="U1:k", digest="d1", now=AT) == Claimed("d1", None, None, None)
    assert claim_key(graph, uid="U1:k", digest="d2", now=AT + timedelta(days=1)) == Claimed("d1", None, None, None)
    keep_answer(graph, uid="U1:k", status=201, answer="{}", headers='{"ETag": "1"}')
    assert claim_key(graph, uid="U1:k", digest="d1", now=AT) == Claimed("d1", 201, "{}", '{"ETag": "1"}')
    assert claim_key(graph, uid="U2:k", digest="d2", now=AT) == Claimed("d2", None, None, None)
