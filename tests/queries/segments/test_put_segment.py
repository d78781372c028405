from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.segments.put_segment import put_segment
from graphcrm.queries.segments.segments import segments

from .conftest import AT


def test_a_segment_is_its_users(team: Graph) -> None:
    put_segment(team, user="bob", uid="s", props={"name": "S", "kind": "lead", "conditions": "[1]"}, at=AT)
    (found,) = segments(team, user="bob", uid="s")
    assert (found.name, found.kind, found.conditions, found.shared, found.owner, found.rev) == (
        "S", "lead", "[1]", False, "bob", 1,
    )  # fmt: skip
