"""The real data, exported, imported into an empty graph and exported again: the same graph and the same files."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import empty
from digest import described

from graphcrm.exporters.bundle import export_bundle
from graphcrm.graph import Graph
from graphcrm.importers.bundle import import_bundle


@pytest.mark.slow
@pytest.mark.timeout(900)  # two imports of it
def test_the_real_data_comes_back(graph: Graph, openstack: Path, tmp_path: Path) -> None:
    refused = tmp_path / "refused.csv"
    import_bundle(graph, [openstack], refused_path=refused)
    before = described(graph)
    exported = export_bundle(graph, tmp_path / "first")
    assert {file: rows for file, rows in exported.files if rows} == {
        "accounts.csv": 401, "contacts.csv": 2588, "users.csv": 20, "works_at.csv": 3585, "interactions.csv": 5471
    }  # fmt: skip
    empty(graph)
    assert import_bundle(graph, [tmp_path / "first"], refused_path=refused).refused == []
    assert described(graph) == before
    export_bundle(graph, tmp_path / "second")
    for path in (tmp_path / "first").iterdir():
        assert (tmp_path / "second" / path.name).read_bytes() == path.read_bytes()
