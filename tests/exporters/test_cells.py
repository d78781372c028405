from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from neo4j.spatial import WGS84Point

from graphcrm.exporters.cells import of_handles, text
from graphcrm.nodes import Account
from graphcrm.nodes.base import fields


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        ("", ""),
        (" \ta b\r\n", "a b"),
        ('张三丰\r\nsays "hi"', '张三丰\r\nsays "hi"'),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (-7, "-7"),
        (0.1, "0.1"),
        (1e300, "1e+300"),
        (date(2024, 2, 29), "2024-02-29"),
        (datetime(2024, 2, 29, 9, 30, tzinfo=UTC), "2024-02-29T09:30:00+00:00"),
        ([], ""),
        (["a", " b "], "a;b"),
        ([1, 2.5, True], "1;2.5;true"),
        (["", ""], ";"),
        (WGS84Point((11.58, 48.14)), "48.14,11.58"),
    ],
)  # fmt: skip
def test_a_value_is_written_as_an_import_reads_it(value: object, cell: str) -> None:
    assert text(value) == cell


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_a_place_reads_back_equal_to_the_last_digit(latitude: float, longitude: float) -> None:
    place = WGS84Point((longitude, latitude))
    assert fields(Account)["location"].deflate(text(place)) == place


def test_the_address_to_use_has_a_cell_of_its_own_and_labels_stand_behind() -> None:
    handles = [
        ("email", "b@x.example", "work", None), ("email", "c@x.example", None, True), ("email", "a@x.example", None, False),
        ("wechat", "li (wei)", None, None), ("phone", "+4989", "home", True), ("domain", "x.example", None, None),
    ]  # fmt: skip
    expected = {
        "email": "c@x.example", "emails": "a@x.example;b@x.example (work)", "phone": "+4989 (home)",
        "wechats": "li (wei) ()", "domains": "x.example",
    }  # fmt: skip
    assert of_handles(handles) == of_handles(handles[::-1]) == expected


def test_of_two_addresses_to_use_one_is_written_as_such() -> None:
    both = [("phone", "2", None, True), ("phone", "1", None, True)]
    assert of_handles(both) == {"phone": "1", "phones": "2"}
