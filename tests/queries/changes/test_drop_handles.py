from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.changes.drop_handles import drop_handles

from .conftest import rows


def test_only_the_record_that_is_named_loses_it(cast: Graph) -> None:
    cast.write("CREATE (h:Handle {uid: 'email:a@b.c'}) WITH h MATCH (n {uid: 'X'}) CREATE (n)-[:HAS_HANDLE]->(h)")
    gone = {"label": "Lead", "uid": "X", "handle": "email:a@b.c"}
    assert drop_handles(cast, rows=[gone, gone | {"handle": "email:none"}]) == 1
    left = rows(cast, "MATCH (n)-[:HAS_HANDLE]->(h) RETURN labels(n)[0]")
    assert sorted(left) == [("Account",), ("Contact",), ("User",)]
    assert drop_handles(cast, rows=[gone]) == 0


def test_an_address_that_nobody_has_any_more_is_erased(cast: Graph) -> None:
    cast.write(
        "MATCH (c:Contact {uid: 'C1'}), (d:Contact {uid: 'C2'}) CREATE (c)-[:HAS_HANDLE]->(:Handle {uid: 'email:own'}), "
        "(c)-[:HAS_HANDLE]->(:Handle {uid: 'email:both'})<-[:TRASHED {type: 'HAS_HANDLE'}]-(d)"
    )
    gone = [{"label": "Contact", "uid": "C1", "handle": handle} for handle in ("email:own", "email:both")]
    assert drop_handles(cast, rows=gone) == 2
    assert rows(cast, "MATCH (h:Handle) RETURN h.uid") == [("email:both",)]
