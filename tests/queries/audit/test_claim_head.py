from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from graphcrm.graph import Graph, Runner
from graphcrm.queries.audit.claim_head import Head, claim_head

from .conftest import AT


def test_the_head_is_made_once(graph: Graph) -> None:
    assert claim_head(graph, now=AT) == Head(0, "", AT)
    assert claim_head(graph, now=AT + timedelta(days=1)) == Head(0, "", AT)
    assert graph.read("MATCH (h:AuditHead) RETURN count(h)", int) == [1]


def test_the_head_is_that_of_the_last_entry(log: Graph) -> None:
    assert claim_head(log, now=AT) == Head(5, "hash 5", AT + timedelta(hours=5))


def test_who_comes_second_waits_for_the_first(graph: Graph) -> None:
    def one_more(_: int) -> int:
        def work(tx: Runner) -> int:
            seq = claim_head(tx, now=AT).seq + 1
            tx.write("MATCH (h:AuditHead) SET h.seq = $seq", seq=seq)
            return seq

        return graph.transaction(work)

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(one_more, range(40))) == list(range(1, 41))
