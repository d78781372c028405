from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.tags.change_tag import change_tag
from graphcrm.queries.tags.lock_tags import Locked, lock_tags

from .conftest import AT


def test_properties_are_set_and_emptied(tagged: Graph) -> None:
    assert change_tag(tagged, uid="t1", props={"name": "Key", "key": None, "removed_at": AT}, at=AT) == 2
    assert lock_tags(tagged, uids=["t1"]) == {"t1": Locked("t1", "Key", "red", removed=True, merged_into=None, rev=2)}
