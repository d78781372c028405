from __future__ import annotations

from datetime import timedelta

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.forget_attempts import forget_attempts

from .conftest import rows


def test_only_what_is_older_is_forgotten_and_no_more_than_asked_for(graph: Graph) -> None:
    for n in range(5):
        graph.write(
            "CREATE (:Attempts {uid: $uid, at: $at, failures: 1})", uid=f"user {n}", at=NOW + timedelta(seconds=n)
        )
    assert forget_attempts(graph, before=NOW) == 0
    assert forget_attempts(graph, before=NOW + timedelta(seconds=3), limit=2) == 2
    assert forget_attempts(graph, before=NOW + timedelta(seconds=3)) == 1
    assert sorted(rows(graph, "MATCH (a:Attempts) RETURN a.uid")) == [("user 3",), ("user 4",)]
