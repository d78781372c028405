from __future__ import annotations

import pytest
from worlds.net import CHARLIE, WHEN, D

from graphcrm.dates import moment
from graphcrm.errors import NotFoundError
from graphcrm.graph import Graph, Runner
from graphcrm.queries.explore import around as module
from graphcrm.queries.explore.around import around


def counts(
    runner: Runner, of: str, *, when=WHEN, past: bool = False
) -> set[tuple[str, str, str | None, int | None, bool]]:
    found = around(runner, of, when, past=past).counts
    return {(one.kind, one.way, one.label, one.number, one.exact) for one in found}


def test_each_kind_and_way_is_counted_before_it_is_shown(net: Graph) -> None:
    assert counts(net, "account:acme") == {
        ("job", "in", None, 5, True), ("link", "out", "partner_of", 1, True), ("link", "in", "subsidiary_of", 1, True),
    }  # fmt: skip
    assert counts(net, "contact:priya") == {
        ("job", "out", None, 2, True), ("tie", "in", None, 2, True), ("owner", "out", None, 2, True),
        ("colleague", "both", None, None, False),
    }  # fmt: skip
    assert counts(net, "user:alice") == {
        ("tie", "out", None, 1, True), ("owner", "in", None, 2, True), ("own", "out", None, 1, True),
    }  # fmt: skip
    assert counts(net, "lead:lead-1") == {("tie", "in", None, 1, True), ("owner", "out", None, 1, True)}


def test_a_giant_is_counted_by_the_degree_store_or_not_at_all(net: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LOOKED_AT", 4)
    assert ("job", "in", None, 5, False) in counts(net, "account:acme")
    assert ("job", "in", None, None, False) in counts(net, "account:acme", past=True)
    assert ("job", "in", None, None, False) in counts(net.seen_by(CHARLIE), "account:acme")


def test_as_of_a_day_what_begins_later_is_not_counted(net: Graph) -> None:
    assert counts(net, "account:acme", when=moment(D("2019-12-31")), past=True) == {
        ("job", "in", None, 3, True), ("link", "in", "subsidiary_of", 1, True),
    }  # fmt: skip


def test_what_is_not_there_is_not_found(net: Graph) -> None:
    for of in ("contact:nobody", "lead:acme"):
        with pytest.raises(NotFoundError):
            around(net, of, WHEN, past=False)
    with pytest.raises(NotFoundError):
        around(net.seen_by(CHARLIE), "contact:maya", WHEN, past=False)
