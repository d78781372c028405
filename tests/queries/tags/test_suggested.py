from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.tags.suggested import Suggested, suggested


def test_those_that_begin_so_come_first(tagged: Graph) -> None:
    assert suggested(tagged, text="", limit=9) == [Suggested("t2", "Fair", "blue"), Suggested("t1", "VIP", "red")]
    assert [one.name for one in suggested(tagged, text="v", limit=9)] == ["VIP"]
    assert [one.name for one in suggested(tagged, text="i", limit=1)] == ["Fair"]
    assert suggested(tagged, text="old", limit=9) == []
