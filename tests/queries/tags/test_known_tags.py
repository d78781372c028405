from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.tags.known_tags import Known, known_tags


def test_by_key_and_by_uid(tagged: Graph) -> None:
    found = known_tags(tagged, keys=["vip", "none", "old"], uids=["t2", "t3", "t9"])
    assert set(found) == {Known("t1", "vip", "VIP"), Known("t2", "fair", "Fair")}
    assert known_tags(tagged) == []
