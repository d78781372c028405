from __future__ import annotations

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.tags.tags import Tag, tags


def test_tags_with_how_many_have_them(tagged: Graph) -> None:
    assert tags(tagged) == [
        Tag("t2", "fair", "Fair", "blue", 0, 1, 1, 0, 1),
        Tag("t1", "vip", "VIP", "red", 1, 1, 0, 0, 1),
    ]
    assert [tag.uid for tag in tags(tagged, uid="t1")] == ["t1"]
    assert [tag.uid for tag in tags(tagged, text="i")] == ["t2", "t1"]
    assert [tag.uid for tag in tags(tagged, text="vi")] == ["t1"]
    assert tags(tagged, uid="t3") == []
    assert [tag.uid for tag in tags(tagged, limit=1)] == ["t2"]
    assert [tag.uid for tag in tags(tagged, after="fair")] == ["t1"]


def test_of_what_is_not_seen_no_tag_tells(tagged: Graph) -> None:
    seen = tagged.seen_by(Sight(accounts=(), contacts=("",), leads=(), tasks=()))
    assert [(tag.accounts, tag.contacts, tag.leads, tag.tasks) for tag in tags(seen)] == [(0, 0, 0, 0)] * 2


def test_no_tags(graph: Graph) -> None:
    assert tags(graph) == []
