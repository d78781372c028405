from __future__ import annotations

from worlds.build import account, contact

from graphcrm.graph import Graph
from graphcrm.queries.lifecycles.put_proposals import put_proposals


def test_it_is_kept_and_dropped_without_a_new_revision(graph: Graph) -> None:
    account(graph, "a"), contact(graph, "a"), contact(graph, "c", proposed="lost")
    rows = [
        {"label": "Account", "uid": "a", "proposed": "customer"},
        {"label": "Contact", "uid": "c", "proposed": None},
        {"label": "Contact", "uid": "nobody", "proposed": "lost"},
    ]
    assert put_proposals(graph, rows=rows) == 2
    found = graph.read("MATCH (n:Account|Contact) RETURN labels(n)[0], n.uid, n.proposed, n.rev", lambda *row: row)
    assert set(found) == {("Account", "a", "customer", 1), ("Contact", "a", None, 1), ("Contact", "c", None, 1)}
    assert put_proposals(graph, rows=[]) == 0
