from __future__ import annotations

from datetime import timedelta

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.moves.forget_news import forget_news

from .conftest import Tell


def test_what_is_old_goes(ann: Graph, tell: Tell) -> None:
    tell("alice")
    assert forget_news(ann, before=NOW, limit=9) == 0
    assert forget_news(ann, before=NOW + timedelta(seconds=1), limit=9) == 1
    assert ann.read("MATCH (n:MoveNews) RETURN n.uid", str) == []
