from __future__ import annotations

from datetime import date

import neo4j
from worlds.build import NOW, TODAY, account, job

from graphcrm.graph import Graph
from graphcrm.queries.moves import move_of_job as module
from graphcrm.queries.moves.move_of_job import move_of_job
from graphcrm.queries.moves.moves_since import Move, moves_since

SINCE = date(2024, 3, 1)


def of(graph: Graph, uid: str, since: date = SINCE) -> Move | None:
    return move_of_job(graph, job=uid, since=since, on=TODAY, before=NOW)


def test_it_is_what_the_feed_of_moves_says_of_that_job(ann: Graph) -> None:
    account(ann, "gamma")
    job(ann, "ann", "gamma", start="2024-04-01", kind="board", uid="seat")
    job(ann, "ann", "beta", start="2024-05-01", uid="promoted")
    (move,) = moves_since(ann, since=SINCE, on=TODAY, before=NOW)
    assert of(ann, "ann-2") == move
    assert [of(ann, uid) for uid in ("ann-1", "seat", "promoted", "none")] == [None] * 4


def test_what_began_before_is_none(ann: Graph) -> None:
    assert of(ann, "ann-2", date(2024, 3, 2)) is None


def test_it_begins_at_the_job(ann: Graph) -> None:
    """And does not look at all that began since."""
    names = dict.fromkeys(("user", "account", "from_account", "to_account", "after_on", "after_uid"))
    see = dict.fromkeys(("Account", "Contact", "Lead", "Opportunity", "Contract", "Order", "ServiceRequest", "Task"))
    with ann._driver.session(default_access_mode=neo4j.READ_ACCESS) as session:
        plan = session.run(
            "EXPLAIN " + module._CYPHER, **names, job="ann-2", since=SINCE, on=TODAY, before=NOW, known=False, ours=False,
            lifecycles=[], limit=1, see=see,
        ).consume().plan  # fmt: skip
    assert "DirectedRelationshipUniqueIndexSeek" in str(plan)
    assert "start_min, kind" not in str(plan)
