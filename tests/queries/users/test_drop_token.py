from __future__ import annotations

import pytest
from worlds.build import NOW, user

from graphcrm.graph import Graph
from graphcrm.queries.users.add_token import add_token
from graphcrm.queries.users.drop_token import drop_token


@pytest.mark.parametrize(
    ("uid", "whose", "found", "left"),
    [
        ("t1", None, "u1", ["t2"]),
        ("t1", "u1", "u1", ["t2"]),
        ("t1", "u2", None, ["t1", "t2"]),
        ("t3", None, None, ["t1", "t2"]),
    ],
)
def test_a_token_is_taken_from_whose_it_is(
    graph: Graph, uid: str, whose: str | None, found: str | None, left: list[str]
) -> None:
    for number in (1, 2):
        user(graph, f"u{number}")
        add_token(graph, uid=f"t{number}", user=f"u{number}", digest=f"d{number}", now=NOW)
    assert drop_token(graph, uid=uid, user=whose) == found
    assert graph.read("MATCH (t:ApiToken) RETURN t.uid ORDER BY t.uid", str) == left
    assert graph.read("MATCH (u:User) RETURN count(u)", int) == [2]
