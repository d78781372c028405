from __future__ import annotations

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.tags.drop_tagged import drop_tagged

from .conftest import edges


@pytest.mark.parametrize(
    ("label", "uid", "tag"),
    [("Account", "acme", "t1"), ("Contact", "ada", "t1"), ("Lead", "lea", "t2"), ("Task", "call", "t3")],
)
def test_a_tag_is_taken_from_each_kind(tagged: Graph, label: str, uid: str, tag: str) -> None:
    before, rows = edges(tagged), [{"label": label, "record": uid, "tag": tag}]
    assert (drop_tagged(tagged, rows=rows), drop_tagged(tagged, rows=rows)) == (1, 0)
    assert edges(tagged) == before - {(uid, tag)}
