from __future__ import annotations

from datetime import UTC, datetime

from graphcrm.graph import Graph
from graphcrm.queries.checks.audit_page import StoredEntry, audit_page

AT = datetime(2026, 6, 1, 12, 0, 0, 123_456, tzinfo=UTC)


def test_entries_come_by_number_with_all_they_have_and_what_they_are_not_found_by(graph: Graph) -> None:
    graph.write(
        "CREATE (:Audit {seq: 2, at: $at, what: ['a'], records: ['contact P1', 'job J1'], odd: 1}), (:Audit {seq: 1}), "
        "(:Audit {seq: 2}), (:Audit {seq: 3}), (:Audit), (:Audited {of: 'P1', seq: 2}), (:Audited {of: 'J1', seq: 1})",
        at=AT,
    )
    found = audit_page(graph, first=1, limit=3)
    assert [entry.seq for entry in found] == [1, 2, 2]
    whole = {"seq": 2, "at": AT, "what": ["a"], "records": ["contact P1", "job J1"], "odd": 1}
    assert StoredEntry(2, whole, ["job J1"]) in found
    assert audit_page(graph, first=3, limit=3) == [StoredEntry(3, {"seq": 3}, [])]
    assert audit_page(graph, first=4, limit=3) == []
