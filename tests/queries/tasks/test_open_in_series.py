from __future__ import annotations

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.tasks.open_in_series import open_in_series

from .conftest import Put


def test_those_that_are_open_are_named(graph: Graph, put: Put) -> None:
    put("first"), put("second", series="first"), put("done", series="first", status="done"), put("other", series="x")
    put("gone", series="first", deleted_at=NOW)
    assert open_in_series(graph, series="first") == ["first", "second"]
    assert open_in_series(graph, series="none") == []
