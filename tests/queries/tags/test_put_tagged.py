from __future__ import annotations

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.tags.put_tagged import put_tagged

from .conftest import edges


@pytest.mark.parametrize(("label", "uid"), [("Account", "acme"), ("Contact", "bo"), ("Lead", "lea"), ("Task", "call")])
def test_each_kind_is_tagged_once(tagged: Graph, label: str, uid: str) -> None:
    rows = [{"label": label, "record": uid, "tag": "t2"}]
    assert put_tagged(tagged, rows=rows) == put_tagged(tagged, rows=rows) == 1
    assert (uid, "t2") in edges(tagged)


def test_what_there_is_not_is_not_tagged(tagged: Graph) -> None:
    before = edges(tagged)
    rows = [{"label": "Lead", "record": "ada", "tag": "t2"}, {"label": "Contact", "record": "bo", "tag": "t9"}]
    assert put_tagged(tagged, rows=rows) == 0
    assert edges(tagged) == before
