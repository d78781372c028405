from __future__ import annotations

from datetime import timedelta

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.changes.drop_move import drop_move
from graphcrm.queries.changes.put_move import put_move

from .conftest import rows


def test_the_move_goes_and_its_records_stay(cast: Graph) -> None:
    put_move(cast, uid="J", props={}, contact="C1", left=[], joined="A1")
    assert (drop_move(cast, uid="J"), drop_move(cast, uid="J")) == (1, 0)
    assert rows(cast, "MATCH (m:Move) RETURN m") == []
    assert len(rows(cast, "MATCH (n) WHERE n.uid IN ['C1', 'A1'] RETURN n")) == 2


def test_that_users_were_told_of_it_goes_with_it_and_what_they_were_told_before_stays(cast: Graph) -> None:
    for uid in ("J", "K"):
        put_move(cast, uid=uid, props={"recorded_at": NOW}, contact="C1", left=[], joined="A1")
    for uid, at in (("J", NOW), ("K", NOW - timedelta(days=1)), ("L", NOW)):
        cast.write("MATCH (u:User {uid: 'U1'}) CREATE (:MoveNews {uid: $uid, at: $at})-[:TELLS]->(u)", uid=uid, at=at)
    drop_move(cast, uid="J"), drop_move(cast, uid="K")
    assert rows(cast, "MATCH (n:MoveNews) RETURN n.uid ORDER BY n.uid") == [("K",), ("L",)]
