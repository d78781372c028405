from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.groups.groups import groups
from graphcrm.queries.groups.put_group import put_group

from .conftest import AT


def test_a_group_is_its_users(team: Graph) -> None:
    put_group(team, user="bob", uid="g", props={"name": "G", "shared": True}, at=AT)
    (found,) = groups(team, user="bob", uid="g")
    assert (found.name, found.shared, found.owner, found.rev) == ("G", True, "bob", 1)
