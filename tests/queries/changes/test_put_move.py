from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.changes.drop_move import drop_move
from graphcrm.queries.changes.put_move import put_move

from .conftest import rows

EDGES = "MATCH (m:Move)-[e]->(n) RETURN m.uid, m.effective_on, type(e), labels(n)[0], n.uid"


def test_it_is_for_a_contact_from_accounts_to_one(cast: Graph) -> None:
    put_move(cast, uid="J", props={"effective_on": "2024-05"}, contact="X", left=["A1", "X"], joined="X")
    assert set(rows(cast, EDGES)) == {
        ("J", "2024-05", "FOR", "Contact", "X"),
        ("J", "2024-05", "LEFT", "Account", "A1"),
        ("J", "2024-05", "LEFT", "Account", "X"),
        ("J", "2024-05", "JOINED", "Account", "X"),
    }


def test_who_comes_from_nowhere_leaves_nothing(cast: Graph) -> None:
    put_move(cast, uid="J", props={"effective_on": "2024"}, contact="C1", left=[], joined="A1")
    assert {row[2] for row in rows(cast, EDGES)} == {"FOR", "JOINED"}
    assert drop_move(cast, uid="J") == 1


def test_there_is_one_move_to_a_job(cast: Graph) -> None:
    assert put_move(cast, uid="J", props={}, contact="C1", left=[], joined="A1")
    assert not put_move(cast, uid="J", props={}, contact="C1", left=["X"], joined="A1")
    assert not put_move(cast, uid="K", props={}, contact="none", left=[], joined="A1")
    assert {row[2] for row in rows(cast, EDGES)} == {"FOR", "JOINED"}
