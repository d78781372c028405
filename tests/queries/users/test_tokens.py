from __future__ import annotations

from datetime import timedelta

from worlds.build import NOW, user

from graphcrm.graph import Graph
from graphcrm.queries.users.add_token import add_token
from graphcrm.queries.users.tokens import Token, tokens

DAY = timedelta(days=1)


def write(graph: Graph) -> None:
    user(graph, "u1", "Alice")
    user(graph, "u2", "Bob")
    for uid, whose, days in (("t1", "u1", 0), ("t2", "u2", 1), ("t3", "u1", 2), ("t4", "u1", 2)):
        add_token(graph, uid=uid, user=whose, digest=uid, now=NOW + days * DAY)


def uids(found: list[Token]) -> list[str]:
    return [token.uid for token in found]


def test_they_come_the_latest_first_of_one_or_of_all(graph: Graph) -> None:
    assert tokens(graph) == []
    write(graph)
    assert uids(tokens(graph)) == ["t3", "t4", "t2", "t1"]
    assert uids(tokens(graph, user="u1")) == ["t3", "t4", "t1"]
    assert tokens(graph, user="nobody") == []
    graph.write("MATCH (t:ApiToken {uid: 't3'}) SET t.scope = 'calendar'")
    assert uids(tokens(graph, user="u1", scope="calendar")) == ["t3"]


def test_a_page_goes_on_behind_the_last_one_seen(graph: Graph) -> None:
    write(graph)
    assert uids(tokens(graph, after_at=NOW + 2 * DAY, after_uid="t3", limit=2)) == ["t4", "t2"]


def test_one_has_all_that_is_known_of_it(graph: Graph) -> None:
    user(graph, "u1", "Alice")
    add_token(graph, uid="t1", user="u1", digest="d", now=NOW, name="backup", scope="read", expires_at=NOW + DAY)
    add_token(graph, uid="t0", user="u1", digest="e", now=NOW - DAY)
    assert tokens(graph) == [
        Token("t1", "u1", "Alice", "backup", "read", NOW, NOW + DAY, None),
        Token("t0", "u1", "Alice", None, "write", NOW - DAY, None, None),
    ]
