from __future__ import annotations

from worlds.build import introduction, owned
from worlds.cast import write_cast

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.person.introductions import introductions


def test_those_to_a_person_and_by_way_of_them_are_told_set_aside_or_not(graph: Graph) -> None:
    write_cast(graph)
    introduction(graph, "I1", "alice", ["maya", "tomas"], "acme", note="words")
    introduction(graph, "I2", "charlie", ["maya"], "acme")
    (first, second) = introductions(graph, contact="maya")
    assert (first.props["note"], first.asker, first.account) == ("words", ["alice", "Alice"], ["acme", "Acme"])
    assert second.props["uid"] == "I2"
    assert introductions(graph, contact="lena") == []
    graph.write(
        "MATCH (c:Contact {uid: 'maya'})<-[t:THROUGH]-(i) CREATE (i)-[:TRASHED {type: 'THROUGH'}]->(c) DELETE t"
    )
    assert len(introductions(graph, contact="maya")) == 2


def test_what_may_not_be_seen_is_left_out(graph: Graph) -> None:
    write_cast(graph)
    introduction(graph, "I1", "alice", ["maya", "tomas"], "acme")
    assert len(introductions(graph.seen_by(Sight(contacts=("", "alice"))), contact="maya")) == 1
    assert introductions(graph.seen_by(Sight(contacts=("", "bob"))), contact="maya") == []
    owned(graph, "tomas", "charlie")
    assert introductions(graph.seen_by(Sight(contacts=("", "alice"))), contact="maya") == []
