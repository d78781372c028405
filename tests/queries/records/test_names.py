from __future__ import annotations

from worlds.build import account, contact, lead, user

from graphcrm.graph import Graph
from graphcrm.queries.records.names import names


def test_each_record_is_named_by_its_kind_and_what_is_not_there_is_left_out(graph: Graph) -> None:
    account(graph, "x", "Acme")
    contact(graph, "x", "Ada")
    contact(graph, "y", "Bo", deleted_at="2024-01-01")
    lead(graph, "l", "Lea")
    user(graph, "u", "Uma")
    found = {(named.type, named.uid, named.name) for named in names(graph, uids=["x", "y", "l", "u", "none", "x"])}
    assert found == {
        ("account", "x", "Acme"), ("contact", "x", "Ada"), ("contact", "y", "Bo"), ("lead", "l", "Lea"), ("user", "u", "Uma"),
    }  # fmt: skip
    assert names(graph, uids=[]) == []
