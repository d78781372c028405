from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.checks.audit_head import StoredHead, audit_head


def test_without_a_head_it_is_nothing(graph: Graph) -> None:
    assert audit_head(graph) == StoredHead(0, "", 0)


def test_it_says_the_last_number_and_how_many_entries_have_none(graph: Graph) -> None:
    graph.write(
        "CREATE (:AuditHead {uid: 'head', seq: 7, hash: 'h'}), (:Audit), (:Audit {seq: '1'}), (:Audit {seq: 1})"
    )
    assert audit_head(graph) == StoredHead(7, "h", 2)
