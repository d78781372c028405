from __future__ import annotations

from typing import Any

import pytest
from worlds.build import TODAY
from worlds.net import CHARLIE, D

from graphcrm.graph import Graph, Runner
from graphcrm.queries.network.edge import drawn
from graphcrm.queries.network.links import links


def found(runner: Runner, *, among: bool = False, kinds: tuple[str, ...] = ("link", "own"), **more: Any):
    of = {"accounts": [], "contacts": [], "users": [], "on": TODAY, "limit": 100, **more}
    return links(runner, among=among, kinds=kinds, **of)  # type: ignore[arg-type]


def shown(runner: Runner, **more: Any) -> set[tuple[str, str, str, str | None]]:
    return {(one.kind, one.from_uid, one.to_uid, one.label) for one in found(runner, **more)}


def test_links_are_found_from_both_ends_and_once(net: Graph) -> None:
    partner = ("link", "acme", "globex", "partner_of")
    part = ("link", "initech", "acme", "subsidiary_of")
    assert shown(net, accounts=["acme"]) == {partner, part}
    assert shown(net, accounts=["globex"]) == {partner}
    assert len(found(net, accounts=["acme", "globex"])) == 2
    assert shown(net, contacts=["noor"]) == {("link", "maya", "noor", "related_to: friend")}
    assert shown(net, contacts=["nobody"]) == shown(net) == set()


def test_among_records_both_ends_have_to_be_there(net: Graph) -> None:
    assert shown(net, accounts=["acme", "globex"], among=True) == {("link", "acme", "globex", "partner_of")}
    assert shown(net, contacts=["tomas", "maya"], among=True) == set()
    assert shown(net, contacts=["own-alice"], users=["alice"], among=True) == {("own", "alice", "own-alice", None)}


def test_a_users_own_record_is_found_from_both_and_has_no_dates(net: Graph) -> None:
    for of in ({"users": ["alice"]}, {"contacts": ["own-alice"]}):
        (one,) = found(net, kinds=("own",), **of)
        edge = drawn(one, TODAY)
        assert (edge.id, edge.ends, edge.start_min) == (
            "own:alice:own-alice",
            ("user:alice", "contact:own-alice"),
            None,
        )
        assert found(net, kinds=("link",), **of) == []


@pytest.mark.parametrize(
    ("on", "there"),
    [("2009-12-31", set()), ("2010-01-01", {"L2"}), ("2019-12-31", {"L2"}), ("2020-01-01", {"L1", "L2"})],
)
def test_a_link_that_begins_later_is_not_there_yet_and_a_former_one_is(net: Graph, on: str, there: set[str]) -> None:
    assert {one.uid for one in found(net, accounts=["acme"], on=D(on))} == there


def test_the_present_comes_first_page_by_page(net: Graph) -> None:
    assert [one.uid for one in found(net, accounts=["acme"])] == ["L1", "L2"]
    (last,) = found(net, accounts=["acme"], skip=1, limit=1)
    assert (last.uid, last.total, drawn(last, TODAY).current) == ("L2", 2, False)
    assert [one.uid for one in found(net, accounts=["acme"], q="init")] == ["L2"]


def test_charlie_sees_no_link_to_what_is_alices(net: Graph) -> None:
    charlie = net.seen_by(CHARLIE)
    assert shown(charlie, accounts=["acme"]) == {("link", "initech", "acme", "subsidiary_of")}
    assert shown(charlie, accounts=["globex"]) == shown(charlie, contacts=["noor"]) == set()
