from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.tags.lock_tags import Locked, lock_tags


def test_tags_deleted_or_not(tagged: Graph) -> None:
    assert lock_tags(tagged, uids=["t3", "t1", "t9"]) == {
        "t1": Locked("t1", "VIP", "red", removed=False, merged_into=None, rev=1),
        "t3": Locked("t3", "Old", "grey", removed=True, merged_into=None, rev=1),
    }  # fmt: skip
