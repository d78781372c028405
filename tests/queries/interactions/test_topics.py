from __future__ import annotations

from datetime import UTC, datetime

from worlds.build import contact, interaction, user

from graphcrm.graph import Graph
from graphcrm.queries.interactions.topics import topics

SINCE = datetime(2024, 1, 1, tzinfo=UTC)


def test_each_event_tells_its_topics_once_the_latest_first(graph: Graph) -> None:
    for uid in ("alice", "bob"):
        user(graph, uid)
    for uid in ("ada", "bo"):
        contact(graph, uid)
        interaction(graph, "alice", uid, "2024-05-01", uid=f"{uid}-1", topics=["price", "pilot"], private=True)
        graph.write("MATCH ()-[i:INTERACTED_WITH {uid: $uid}]->() SET i.event = 'e1'", uid=f"{uid}-1")
    interaction(graph, "alice", "ada", "2024-05-02", topics=["price"])
    interaction(graph, "alice", "ada", "2024-05-03", topics=[])
    interaction(graph, "alice", "ada", "2024-01-01", topics=["first"])
    interaction(graph, "alice", "ada", "2023-12-31T23:59:59", topics=["old"])
    interaction(graph, "bob", "ada", "2024-05-04", topics=["his"])
    found = topics(graph, user="alice", since=SINCE, limit=9)
    assert found == [["price"], ["price", "pilot"], ["first"]]
    assert topics(graph, user="alice", since=SINCE, limit=1) == [["price"]]
    assert topics(graph, user="none", since=SINCE, limit=9) == []
