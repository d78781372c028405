from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.load.stored_about import stored_about


def test_what_tasks_are_about_is_found_by_the_task(cast: Graph) -> None:
    cast.write("UNWIND ['T1', 'T2', 'T3', 'C1'] AS uid CREATE (:Task {uid: uid, name: uid})")
    cast.write(
        "MATCH (t:Task), (n:Account|Contact|Lead) WHERE [t.uid, n.uid] IN $pairs CREATE (t)-[:ABOUT]->(n)",
        pairs=[["T1", "A1"], ["T1", "C1"], ["T1", "L1"], ["T2", "C1"], ["C1", "C2"]],
    )
    found = stored_about(cast, uids=["T1", "T3", "C1", "T9"])
    assert {task: set(records) for task, records in found.items()} == {
        "T1": {("Account", "A1"), ("Contact", "C1"), ("Lead", "L1")},
        "C1": {("Contact", "C2")},
    }


def test_what_is_set_aside_with_a_record_in_the_trash_is_left_out(cast: Graph) -> None:
    cast.write(
        "MATCH (n) WHERE n.uid IN ['C1', 'C2'] WITH collect(n) AS n CREATE (t:Task {uid: 'T1'})-[:ABOUT]->(m:Contact {uid: 'C9'}) "
        "FOREACH (one IN n | CREATE (t)-[:TRASHED {type: 'ABOUT'}]->(one))"
    )
    assert stored_about(cast, uids=["T1"]) == {"T1": [("Contact", "C9")]}


def test_nothing_asked_is_nothing_found(cast: Graph) -> None:
    assert stored_about(cast, uids=[]) == {}
