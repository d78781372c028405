from __future__ import annotations

from datetime import date

from worlds.build import NOW, opportunity, user

from graphcrm.graph import Graph
from graphcrm.queries.opportunities.keep_lanes import keep_lanes

KEPT = "MATCH (n:Opportunity {uid: $uid}) RETURN n.lane, n.due, n.whose, n.coin, n.worth, n.chance"


def kept(graph: Graph, uid: str) -> tuple[object, ...]:
    (found,) = graph.read(KEPT, lambda *row: row, uid=uid)
    return found


def test_all_of_it_follows_from_the_fields_and_is_never_empty(graph: Graph) -> None:
    user(graph, "alice")
    said = {"amount": 5.0, "currency": "EUR", "probability": 30, "expected_close": date(2024, 2, 29)}
    opportunity(graph, "full", owner="alice", stage="needs", **said)
    opportunity(graph, "bare", stage="needs"), opportunity(graph, "won", stage="won", status="won", **said)
    opportunity(graph, "gone", stage="needs", deleted_at=NOW)
    rows = [{"uid": uid} for uid in ("full", "bare", "won", "gone", "nothing")]
    assert keep_lanes(graph, rows=rows) == 4
    assert kept(graph, "full") == ("needs", "2024-02-29", "alice", "EUR", 5.0, 30)
    assert kept(graph, "bare") == ("needs", "~", "", "", -1.0, -1)
    assert kept(graph, "won") == (None, "2024-02-29", "", "EUR", 5.0, 30)
    assert kept(graph, "gone")[0] is None
    assert keep_lanes(graph, rows=[]) == 0
