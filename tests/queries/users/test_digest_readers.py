from __future__ import annotations

from worlds.build import NOW, user

from graphcrm.graph import Graph
from graphcrm.queries.users.digest_readers import digest_readers


def test_those_are_found_who_want_it_and_have_an_address(graph: Graph) -> None:
    user(graph, "often", "Often", email="o@us.example", digest="daily", locale="zh", timezone="Asia/Shanghai")
    user(graph, "seldom", "Seldom", email="s@us.example", digest="weekly")
    user(graph, "never", "Never", email="n@us.example", digest="never"), user(graph, "unasked", email="u@us.example")
    user(graph, "left", email="l@us.example", digest="daily", active=False), user(graph, "mute", digest="daily")
    user(graph, "gone", email="g@us.example", digest="daily", deleted_at=NOW)
    graph.write("MATCH (u:User {uid: 'mute'}) REMOVE u.email")
    graph.write("MATCH (u:User {uid: 'often'}) CREATE (:Notification {uid: 'n'})-[:UNREAD_BY]->(u)")
    found = [(one.uid, one.digest, one.locale, one.timezone, one.unread) for one in digest_readers(graph)]
    assert found == [("often", "daily", "zh", "Asia/Shanghai", 1), ("seldom", "weekly", None, None, 0)]
    assert len(digest_readers(graph, limit=1)) == 1
