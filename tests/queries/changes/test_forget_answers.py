from __future__ import annotations

import json

from graphcrm.graph import Graph
from graphcrm.queries.changes.forget_answers import forget_answers
from graphcrm.sealed import MARK

from .conftest import revision, rows


def kept(graph: Graph, uid: str, answer: object, headers: object) -> None:
    graph.write("CREATE (:IdempotencyKey {uid: $uid, answer: $answer, headers: $headers})",
                uid=uid, answer=json.dumps(answer), headers=json.dumps(headers))  # fmt: skip


def test_answers_that_name_it_and_those_to_its_changes_are_forgotten(cast: Graph) -> None:
    for uid in ("C1", "C2", "C11"):
        kept(cast, uid, {"uid": uid}, {})
    for uid in ("of C1", "of A1", "of nothing"):
        kept(cast, uid, {"reason": "a word"}, {"ETag": '"3"', "Change-Id": f"change {uid}", "Location": "/"})
    cast.write("CREATE (:IdempotencyKey {uid: 'not answered yet'})")
    revision(cast, "R1", ("Contact", "C1"), change="change of C1")
    revision(cast, "R2", ("Lead", "C1"), ("Account", "A1"), change="change of A1")
    assert forget_answers(cast, records=[("Contact", "C1")]) == 2
    left = {"C2", "C11", "of A1", "of nothing", "not answered yet"}
    assert {uid for (uid,) in rows(cast, "MATCH (k:IdempotencyKey) RETURN k.uid")} == left
    assert forget_answers(cast, records=[("Contact", "none")]) == 0
    assert forget_answers(cast, records=[("Contact", "C2"), ("Account", "A1")]) == 2


def test_sealed_answers_are_emptied_and_those_to_its_changes_forgotten(cast: Graph) -> None:
    for uid in ("of C1", "of A1"):
        kept(cast, uid, "", {"Change-Id": f"change {uid}"})
        cast.write("MATCH (k:IdempotencyKey {uid: $uid}) SET k.answer = $answer", uid=uid, answer=f"{MARK}word")
    revision(cast, "R1", ("Contact", "C1"), change="change of C1")
    assert forget_answers(cast, records=[("Contact", "C1")]) == 1
    assert rows(cast, "MATCH (k:IdempotencyKey) RETURN k.uid, k.answer") == [("of A1", "")]
