from __future__ import annotations

import pytest

from graphcrm.errors import InvalidInputError
from graphcrm.importers import handles
from graphcrm.nodes.handles import Handle


def test_several_in_a_cell_are_each_taken_once():
    assert handles.EMAILS("b@x.example; a@x.example;;B@X.example") == [
        Handle("email", "b@x.example"),
        Handle("email", "a@x.example"),
    ]
    assert [handle.uid for handle in handles.LINKEDINS("https://linkedin.com/in/Ada/?x=1")] == [
        "linkedin:linkedin.com/in/ada"
    ]


def test_an_address_longer_than_a_property_is_refused():
    with pytest.raises(InvalidInputError, match="1 to 1,000"):
        handles.WECHATS("x" * 1001)
