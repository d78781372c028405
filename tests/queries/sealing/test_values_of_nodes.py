from __future__ import annotations

import pytest
from worlds.build import account, contact

from graphcrm.graph import Graph
from graphcrm.queries.sealing.values_of_nodes import values_of_nodes
from graphcrm.sealed import MARK


@pytest.fixture
def cast(graph: Graph) -> Graph:
    contact(
        graph, "a", "Ada", description="clear", address=MARK + "street", other_names=["A", "B"], do_not_contact=True
    )
    contact(graph, "b", "Bo")
    contact(graph, "c", "Cy", description="", x_own=MARK)
    account(graph, "a", "Acme", description="of an account")
    return graph


def found(graph: Graph, label: str, *names: str, **page: object) -> list[tuple[str, dict[str, str]]]:
    return [(node.uid, dict(node.values)) for node in values_of_nodes(graph, label=label, names=names, **page)]


def test_each_has_what_is_named_and_what_is_sealed(cast: Graph) -> None:
    assert found(cast, "Contact", "description") == [
        ("a", {"description": "clear", "address": MARK + "street"}), ("b", {}), ("c", {"description": "", "x_own": MARK}),
    ]  # fmt: skip
    assert found(cast, "Contact") == [("a", {"address": MARK + "street"}), ("b", {}), ("c", {"x_own": MARK})]
    assert found(cast, "Account", "description") == [("a", {"description": "of an account"})]


def test_page_by_page_each_comes_once(cast: Graph) -> None:
    assert [uid for uid, _ in found(cast, "Contact", limit=2)] == ["a", "b"]
    assert [uid for uid, _ in found(cast, "Contact", after="b", limit=2)] == ["c"]
    assert found(cast, "Contact", after="c") == []


def test_a_revision_says_of_what_kind_it_is(graph: Graph) -> None:
    graph.write("CREATE (:Revision {uid: 'r', kind: 'lead', before: '{}'})")
    (node,) = values_of_nodes(graph, label="Revision", names=["before", "after"])
    assert (node.uid, node.kind, dict(node.values)) == ("r", "lead", {"before": "{}"})


@pytest.mark.parametrize("label", ["Lead", "Task", "Credential", "IdempotencyKey", "Revision"])
def test_each_label_is_asked_for_alone(graph: Graph, label: str) -> None:
    for one in ("Account", "Contact", "Lead", "Task", "Credential", "IdempotencyKey", "Revision"):
        graph.write(f"CREATE (:{one} {{uid: $uid}})", uid=one)
    assert [uid for uid, _ in found(graph, label)] == [label]
    assert found(graph, "User") == []
