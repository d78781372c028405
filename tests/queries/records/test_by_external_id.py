from __future__ import annotations

from worlds.build import account, contact

from graphcrm.graph import Graph
from graphcrm.queries.records.by_external_id import by_external_id


def test_a_record_is_found_by_the_id_of_another_system_and_its_label(graph: Graph) -> None:
    account(graph, "acme", "Acme", external_id="ACME/17", industry="Steel")
    contact(graph, "ann", "Ann", external_id="ACME/17")
    contact(graph, "bo", "Bo", external_id="17")
    (found,) = by_external_id(graph, label="Account", external_id="ACME/17")
    assert (found.uid, found.name, found.detail, found.rev) == ("acme", "Acme", "Steel", 1)
    assert [entry.uid for entry in by_external_id(graph, label="Contact", external_id="ACME/17")] == ["ann"]
    assert by_external_id(graph, label="Lead", external_id="ACME/17") == []
    assert by_external_id(graph, label="Contact", external_id="ACME") == []
