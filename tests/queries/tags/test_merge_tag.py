from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.tags.merge_tag import merge_tag

from .conftest import edges


def test_what_has_one_has_the_other_too(tagged: Graph) -> None:
    tagged.write("MATCH (b:Contact {uid: 'bo'}), (t:Tag {uid: 't1'}) CREATE (b)-[:TRASHED {type: 'TAGGED'}]->(t)")
    assert merge_tag(tagged, tag="t1", into="t2", change="c1") == 2
    assert edges(tagged) >= {("ada", "t1"), ("ada", "t2"), ("acme", "t1"), ("acme", "t2")}
    aside = "MATCH (n)-[e:TRASHED]->(t:Tag {uid: 't2'}) RETURN n.uid, e.type, e.merged"
    assert tagged.read(aside, lambda *row: row) == [("bo", "TAGGED", "c1")]
    assert merge_tag(tagged, tag="t1", into="t2", change="c2") == 0
