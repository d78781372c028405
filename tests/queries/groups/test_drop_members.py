from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.groups.drop_members import drop_members

from .conftest import ACME, ADA, members


def test_of_that_group_alone(team: Graph) -> None:
    assert drop_members(team, group="theirs", rows=[ADA, ACME]) == 0
    assert drop_members(team, group="own", rows=[ACME]) == 1
    assert members(team) == {("ada", "own")}
