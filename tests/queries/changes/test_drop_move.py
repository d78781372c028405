from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.changes.drop_move import drop_move
from graphcrm.queries.changes.put_move import put_move

from .conftest import rows


def test_the_move_goes_and_its_records_stay(cast: Graph) -> None:
    put_move(cast, uid="J", props={}, contact="C1", left=[], joined="A1")
    assert (drop_move(cast, uid="J"), drop_move(cast, uid="J")) == (1, 0)
    assert rows(cast, "MATCH (m:Move) RETURN m") == []
    assert len(rows(cast, "MATCH (n) WHERE n.uid IN ['C1', 'A1'] RETURN n")) == 2


def test_that_users_were_told_goes_with_it(cast: Graph) -> None:
    put_move(cast, uid="J", props={}, contact="C1", left=[], joined="A1")
    cast.write("MATCH (u:User {uid: 'U1'}) UNWIND ['J', 'K'] AS uid CREATE (:MoveNews {uid: uid})-[:TELLS]->(u)")
    drop_move(cast, uid="J")
    assert rows(cast, "MATCH (n:MoveNews) RETURN n.uid") == [("K",)]
