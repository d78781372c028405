from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.access.teams import teams


def test_there_are_none_at_first(graph: Graph) -> None:
    """What stands in the list is shown in test_put_parent.py."""
    assert teams(graph) == []
