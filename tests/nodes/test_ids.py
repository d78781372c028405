from __future__ import annotations

import time
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphcrm.errors import InvalidInputError
from graphcrm.nodes.ids import _NAMESPACE, derived, external_id, new_uid, uid_of

FIT = st.text("ABCXYZabcxyz0189._:~-", min_size=1, max_size=64)


@given(FIT)
def test_an_id_that_is_fit_is_the_uid_and_is_not_kept_twice(text: str):
    assert uid_of("contact", text) == text
    assert external_id(text) is None


@pytest.mark.parametrize("text", ["a b", "a/b", "é", "x" * 65, "a\n", "名"])
def test_any_other_id_is_kept_and_leads_to_one_uid_per_kind(text: str):
    assert external_id(text) == text
    assert uid_of("contact", text) == uid_of("contact", text) != uid_of("account", text)
    assert uuid.UUID(uid_of("contact", text)).version == 5


def test_an_id_longer_than_a_property_is_refused():
    with pytest.raises(InvalidInputError, match="1,001 characters"):
        uid_of("contact", "é" * 1001)


@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), min_size=1))
def test_what_is_derived_is_the_standard_uuid_of_the_parts(parts: list[str]):
    assert derived(*parts) == str(uuid.uuid5(_NAMESPACE, "\0".join(parts)))


def test_parts_are_not_confused_with_each_other():
    assert derived("job", "a", "bc") != derived("job", "ab", "c") != derived("job", "abc", "")


def test_derived_uids_never_change():
    assert derived("job", "C1", "A1", "", "employee", "2019", "") == "972c82c3-828a-5dfa-8c20-85113344d523"


def test_new_uids_differ_and_sort_by_the_time_they_were_made() -> None:
    first = [new_uid() for _ in range(1000)]
    time.sleep(0.0001)
    last = new_uid()
    assert len(set(first)) == 1000
    assert max(first) < last
    assert uuid.UUID(last).version == 7
    assert uuid.UUID(last).variant == uuid.RFC_4122
