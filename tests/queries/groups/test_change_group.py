from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.groups.change_group import change_group
from graphcrm.queries.groups.groups import groups

from .conftest import AT


def test_ones_own_is_changed_deleted_or_not(team: Graph) -> None:
    assert change_group(team, user="alice", uid="own", props={"name": "Mine"}, at=AT) == 2
    assert groups(team, user="alice", uid="own")[0].name == "Mine"
    assert change_group(team, user="bob", uid="own", props={"name": "Mine"}, at=AT) is None
    assert change_group(team, user="alice", uid="gone", props={}, at=AT) is None
    assert change_group(team, user="alice", uid="gone", props={"removed_at": None}, at=AT, removed=True) == 2
