from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.tags.merge_tag import merge_tag
from graphcrm.queries.tags.part_tag import part_tag

from .conftest import edges


def test_what_a_merge_has_tagged_is_tagged_no_more(tagged: Graph) -> None:
    before = edges(tagged)
    merge_tag(tagged, tag="t1", into="t2", change="c1")
    assert part_tag(tagged, tag="t2", change="other") == 0
    assert part_tag(tagged, tag="t2", change="c1") == 1
    assert edges(tagged) == before
