from __future__ import annotations

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.hold_attempts import Counted, hold_attempts
from graphcrm.queries.sign_in.put_attempts import put_attempts

from .conftest import rows


def test_what_is_held_is_kept(graph: Graph) -> None:
    hold_attempts(graph, uids=["user a", "user b"])
    put_attempts(
        graph, rows=[Counted("user a", 0, NOW, None), Counted("user b", 2, NOW, NOW), Counted("user c", 1, NOW, None)]
    )
    kept = set(rows(graph, "MATCH (a:Attempts) RETURN a.uid, a.failures, a.at, a.until"))
    assert kept == {("user a", 0, NOW, None), ("user b", 2, NOW, NOW)}
    put_attempts(graph, rows=[])
