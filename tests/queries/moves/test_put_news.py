from __future__ import annotations

from worlds.build import NOW, account, job

from graphcrm.graph import Graph
from graphcrm.queries.moves.put_news import put_news

from .conftest import Tell

TOLD = "MATCH (n:MoveNews)-[t:TELLS]->(u) RETURN n.uid + ' ' + u.uid + ' ' + t.state ORDER BY n.uid, u.uid"
ENDS = "MATCH (a)<-[:LEFT]-(n:MoveNews)-[:FOR]->(c), (n)-[:JOINED]->(b) RETURN c.uid + ' ' + a.uid + ' ' + b.uid"


def test_each_is_told_once_and_nobody_who_is_not_there(ann: Graph, tell: Tell) -> None:
    assert tell("alice", "bob", "nobody") == {"ann-2"}
    assert tell("alice", "charlie") == set()
    assert ann.read(TOLD, str) == ["ann-2 alice new", "ann-2 bob new"]
    assert ann.read(ENDS, str) == ["ann acme beta"]
    assert put_news(ann, rows=[], at=NOW) == set()


def test_one_whom_nobody_is_told_of_is_known_all_the_same(ann: Graph, tell: Tell) -> None:
    assert (tell(), tell("alice")) == ({"ann-2"}, set())


def test_a_job_that_was_entered_again_is_no_other_move(ann: Graph, tell: Tell) -> None:
    tell("alice")
    ann.write("MATCH ()-[w:WORKS_AT {uid: 'ann-2'}]->() DELETE w")
    job(ann, "ann", "beta", start="2024-03-02", uid="ann-3")
    assert tell("alice", uid="ann-3") == set()
    account(ann, "gamma"), job(ann, "ann", "gamma", start="2024-04-01", uid="ann-4")
    assert tell("alice", uid="ann-4", left="beta", joined="gamma") == {"ann-4"}


def test_a_job_that_is_gone_meanwhile_is_no_news(ann: Graph, tell: Tell) -> None:
    assert tell("alice", uid="gone") == set()
