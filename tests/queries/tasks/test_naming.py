from __future__ import annotations

import json

from graphcrm.graph import Graph
from graphcrm.queries.tasks.naming import Naming, naming
from graphcrm.sealed import Sealer, Sealing


def remembered(graph: Graph, uid: str, before: str | None, after: str | None, kind: str = "task") -> None:
    graph.write(
        "MERGE (h:History {uid: $record}) CREATE (:Revision {uid: $uid, kind: $kind, before: $before, after: $after})-[:ON]->(h)",
        record="Task t1" if kind != "contact" else "Contact ada", uid=uid, kind=kind, before=before, after=after,
    )  # fmt: skip


def test_revisions_that_name_a_uid_are_found_and_those_that_are_sealed(graph: Graph) -> None:
    of = json.dumps({"contacts": ["ada"]})
    remembered(graph, "r1", None, of), remembered(graph, "r2", of, "{}"), remembered(graph, "r3", None, None)
    remembered(graph, "r4", None, '{"contacts": ["adam"], "name": "of ada"}')
    remembered(graph, "r5", None, of, kind="contact"), remembered(graph, "r6", of, None, kind="assignment")
    assert naming(graph, uid="ada") == [Naming("r1", "task", None, of), Naming("r2", "task", of, "{}")]
    assert naming(graph, uid="none") == []
    sealing = Sealing(lambda: Sealer(["key"]), {"task": ["outcome"]})
    remembered(graph, "r7", None, sealing.said("task", of))
    assert naming(graph.sealed_by(sealing), uid="none") == [Naming("r7", "task", None, of)]


def test_a_uid_is_found_as_json_has_it(graph: Graph) -> None:
    odd = 'a "d" \\ é'
    remembered(graph, "r1", None, json.dumps({"contacts": [odd]}, ensure_ascii=False))
    assert [one.uid for one in naming(graph, uid=odd)] == ["r1"]
