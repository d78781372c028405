from __future__ import annotations

from datetime import timedelta

from graphcrm.graph import Graph
from graphcrm.queries.groups.drop_removed_groups import drop_removed_groups

from .conftest import AT


def test_what_was_deleted_before_is_erased(team: Graph) -> None:
    drop_removed_groups(team, user="alice", before=AT)
    assert team.read("MATCH (g:Group) RETURN count(g)", int) == [4]
    drop_removed_groups(team, user="alice", before=AT + timedelta(seconds=1))
    assert team.read("MATCH (g:Group) RETURN count(g)", int) == [3]
    assert team.read("MATCH (n:Contact|Account) RETURN count(n)", int) == [2]
