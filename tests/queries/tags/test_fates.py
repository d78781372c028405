from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.tags.fates import Fate, fates


def test_tags_that_are_there_deleted_or_merged(tagged: Graph) -> None:
    tagged.write("CREATE (:Tag {uid: 't4', name: 'Merged', removed_at: datetime(), merged_into: 't1', rev: 2})")
    assert set(fates(tagged, uids=["t1", "t3", "t4", "t9"])) == {
        Fate("t1", "vip", "VIP", removed=False, merged_into=None),
        Fate("t3", None, "Old", removed=True, merged_into=None),
        Fate("t4", None, "Merged", removed=True, merged_into="t1"),
    }
    assert fates(tagged, uids=[]) == []
