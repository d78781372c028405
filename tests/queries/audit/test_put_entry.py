from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.audit.put_entry import put_entry

from .conftest import AT


def test_an_entry_becomes_the_head_and_is_found_by_its_uids(graph: Graph) -> None:
    graph.write("CREATE (:AuditHead {uid: 'head', seq: 0, hash: '', at: $at})", at=AT)
    props = {"seq": 1, "at": AT, "action": "write", "records": ["contact P1"], "hash": "h", "address": "a"}
    put_entry(graph, props=props, uids=["P1", "P2"])
    assert graph.read("MATCH (a:Audit) RETURN properties(a)", dict) == [props]
    assert graph.read("MATCH (h:AuditHead) RETURN properties(h)", dict) == [
        {"uid": "head", "seq": 1, "hash": "h", "at": AT}
    ]
    assert graph.read("MATCH (o:Audited) RETURN o.of, o.seq ORDER BY o.of", lambda *row: row) == [("P1", 1), ("P2", 1)]


def test_without_a_head_nothing_is_written(graph: Graph) -> None:
    put_entry(graph, props={"seq": 1}, uids=["P1"])
    assert graph.read("MATCH (n:Audit|Audited) RETURN count(n)", int) == [0]
