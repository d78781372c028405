from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.moves.forget_misplaced import forget_misplaced

from .conftest import Tell


def test_what_was_told_from_another_account_goes(ann: Graph, tell: Tell) -> None:
    tell("alice")
    assert not forget_misplaced(ann, job="ann-2", left="acme")
    assert not forget_misplaced(ann, job="ann-1", left="beta")
    assert forget_misplaced(ann, job="ann-2", left="beta")
    assert ann.read("MATCH (n:MoveNews) RETURN n.uid", str) == []
