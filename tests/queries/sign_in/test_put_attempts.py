from __future__ import annotations

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.hold_attempts import Counted, hold_attempts
from graphcrm.queries.sign_in.put_attempts import put_attempts

from .conftest import rows


def test_what_fell_to_none_is_gone(graph: Graph) -> None:
    hold_attempts(graph, uids=["user a", "user b"])
    put_attempts(
        graph, rows=[Counted("user a", 0, NOW, None), Counted("user b", 2, NOW, NOW), Counted("user c", 1, NOW, None)]
    )
    assert rows(graph, "MATCH (a:Attempts) RETURN a.uid, a.failures, a.at, a.until") == [("user b", 2, NOW, NOW)]
    put_attempts(graph, rows=[])
