from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.tags.put_tags import put_tags
from graphcrm.queries.tags.tags import tags

from .conftest import AT


def test_what_there_is_not_is_made(tagged: Graph) -> None:
    rows = [
        {"key": "vip", "uid": "n1", "name": "Vip", "colour": "teal"},
        {"key": "old", "uid": "n2", "name": "Old", "colour": "teal"},
    ]
    assert put_tags(tagged, rows=rows, at=AT) == {"vip": "t1", "old": "n2"}
    assert [(tag.uid, tag.name, tag.colour, tag.rev) for tag in tags(tagged)] == [
        ("t2", "Fair", "blue", 1), ("n2", "Old", "teal", 1), ("t1", "VIP", "red", 1),
    ]  # fmt: skip
    assert put_tags(tagged, rows=[], at=AT) == {}
