from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.audit.claim_head import Head
from graphcrm.queries.audit.last_entry import last_entry

from .conftest import hour


def test_an_empty_log_has_none(graph: Graph) -> None:
    assert last_entry(graph) is None


def test_it_is_the_one_of_the_greatest_number_whatever_the_head_says(log: Graph) -> None:
    log.write("MATCH (h:AuditHead) SET h.seq = 2")
    assert last_entry(log) == Head(5, "hash 5", hour(5))
