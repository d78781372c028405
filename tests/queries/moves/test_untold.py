from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.moves.untold import untold

from .conftest import Tell


def test_those_of_which_nobody_was_told(ann: Graph, tell: Tell) -> None:
    assert untold(ann, jobs=["ann-2", "other"]) == {"ann-2", "other"}
    tell("alice")
    assert untold(ann, jobs=["ann-2", "other"]) == {"other"}
