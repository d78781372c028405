"""Handles: what a client sends of them becomes, and what of it is written."""

from __future__ import annotations

from typing import Any

import pytest

from graphcrm.errors import InvalidInputError
from graphcrm.services import handles


def one(value: str, kind: str = "email", *, label: str | None = None, primary: bool = False) -> dict[str, Any]:
    return {"kind": kind, "value": value, "label": label, "primary": primary}


def many(number: int) -> list[dict[str, Any]]:
    return [one(f"a{n:03}@b.c") for n in range(number)]


def test_they_are_normal_sorted_and_each_once() -> None:
    sent = [
        one("+44 (0)20 1", "phone"),
        {"kind": "email", "value": "B@x.y"},
        one("A@x.y"),
        one("b@x.y", label=" work "),
    ]
    assert handles.checked(sent) == [one("a@x.y"), one("b@x.y", label="work"), one("+44201", "phone")]


def test_what_is_stored_is_shown_alike() -> None:
    assert handles.shown([("phone:+44", True, None), ("domain:a:b", False, "home")]) == [
        one("a:b", "domain", label="home"), one("+44", "phone", primary=True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ([one("1", "fax")], "kind"),
        ([one("nobody")], "email"),
        ([one("", "wechat")], "wechat"),
        ([one("a" * 1_001, "wechat")], "wechat"),
        ([one("a;b", "wechat")], "wechat"),
        ([one("a\0b", "wechat")], "wechat"),
        ([one("a@b.c", label="x" * 1_001)], "label"),
        ([one("a@b.c", primary=True), one("d@b.c", primary=True)], "handles"),
    ],
)
def test_what_is_no_handle_is_refused(sent: list[dict[str, Any]], field: str) -> None:
    with pytest.raises(InvalidInputError) as refusal:
        handles.checked(sent)
    assert refusal.value.field == field


def test_a_primary_one_of_each_kind_is_fine() -> None:
    sent = [one("a@b.c", primary=True), one("1", "phone", primary=True)]
    assert handles.checked(sent) == sent


def test_one_more_is_beside_the_others_and_the_only_primary_one() -> None:
    has = [one("a@b.c", primary=True), one("1", "phone", primary=True)]
    assert handles.with_one(has, one("D@b.c")) == [has[0], one("d@b.c"), has[1]]
    assert handles.with_one(has, one("d@b.c", primary=True)) == [one("a@b.c"), one("d@b.c", primary=True), has[1]]
    assert handles.with_one(has, one("A@b.c", label="work")) == [one("a@b.c", label="work"), has[1]]


def test_the_one_to_use_takes_the_place_of_the_one_that_was() -> None:
    has = [one("a@b.c", primary=True), one("d@b.c", label="work"), one("1", "phone", primary=True)]
    assert handles.with_primary(has, "email", "D@b.c") == [one("d@b.c", label="work", primary=True), has[2]]
    assert handles.with_primary(has, "email", "e@b.c") == [has[1], one("e@b.c", primary=True), has[2]]
    assert handles.with_primary(has, "email", None) == has[1:]
    assert [handles.primary(has, kind) for kind in ("email", "phone", "domain")] == ["a@b.c", "1", None]


def test_the_one_to_use_keeps_its_label() -> None:
    has = [one("a@b.c", label="work", primary=True)]
    assert handles.with_primary(has, "email", "A@b.c") == has


def test_all_of_a_kind_keep_what_was_known_of_them() -> None:
    has = [one("a.b", "domain", label="old", primary=True), one("c.d", "domain"), one("a@b.c")]
    assert handles.with_all(has, "domain", ["https://A.b/x", "e.f"]) == [has[0], one("e.f", "domain"), has[2]]
    assert handles.with_all(has, "domain", []) == [has[2]]


def test_only_what_differs_is_written() -> None:
    was = [one("a@b.c", primary=True), one("d@b.c"), one("e@b.c")]
    becomes = [one("a@b.c"), one("d@b.c"), one("f@b.c")]
    assert handles.moved(was, becomes) == (
        [{"uid": "email:a@b.c", **one("a@b.c")}, {"uid": "email:f@b.c", **one("f@b.c")}],
        ["email:a@b.c", "email:e@b.c"],
    )


@pytest.mark.parametrize(("was", "becomes", "well"), [(0, 100, True), (0, 101, False), (100, 101, False),
                                                      (150, 150, True), (150, 149, True), (150, 151, False)])  # fmt: skip
def test_a_record_has_a_hundred_at_most_unless_it_has_more_already(was: int, becomes: int, well: bool) -> None:
    if well:
        handles.moved(many(was), many(becomes))
    else:
        with pytest.raises(InvalidInputError, match=f"handles are {becomes}"):
            handles.moved(many(was), many(becomes))
