from __future__ import annotations

import pytest

from graphcrm.errors import InvalidInputError
from graphcrm.importers import handles
from graphcrm.nodes.handles import Handle


def test_several_in_a_cell_are_each_taken_once():
    assert handles.EMAILS("b@x.example; a@x.example;;B@X.example") == [
        (Handle("email", "b@x.example"), None),
        (Handle("email", "a@x.example"), None),
    ]
    assert handles.LINKEDINS("https://linkedin.com/in/Ada/?x=1") == [(Handle("linkedin", "linkedin.com/in/ada"), None)]


def test_what_stands_in_parentheses_behind_an_address_is_its_label():
    assert handles.PHONES("+49 (0)89 12-3 (work); 089 (77); +1 (555) 0100 ( mother's flat ) ;  (0)30 1 ()") == [
        (Handle("phone", "+4989123"), "work"),
        (Handle("phone", "08977"), None),
        (Handle("phone", "+15550100"), "mother's flat"),
        (Handle("phone", "0301"), None),
    ]
    assert handles.WECHATS("li (wei) ();x") == [(Handle("wechat", "li (wei)"), None), (Handle("wechat", "x"), None)]


def test_a_label_alone_is_no_address():
    with pytest.raises(InvalidInputError, match="1 to 1,000"):
        handles.WECHATS("(work)")


def test_an_address_longer_than_a_property_is_refused():
    with pytest.raises(InvalidInputError, match="1 to 1,000"):
        handles.WECHATS("x" * 1001)
