from __future__ import annotations

from datetime import date

from worlds.build import TODAY
from worlds.net import CHARLIE, D

from graphcrm.graph import Graph, Runner
from graphcrm.queries.network.link_counts import link_counts


def counted(runner: Runner, on: date = TODAY, **of: list[str]) -> set[tuple[str, str, bool, int]]:
    found = link_counts(runner, **{"accounts": [], "contacts": [], "users": [], **of}, on=on, limit=100)
    return {(f"{one.type}:{one.uid}", one.link, one.outward, one.number) for one in found}


def test_links_are_counted_by_type_and_way(net: Graph) -> None:
    assert counted(net, accounts=["acme", "globex"]) == {
        ("account:acme", "partner_of", True, 1), ("account:acme", "subsidiary_of", False, 1),
        ("account:globex", "partner_of", False, 1),
    }  # fmt: skip
    assert counted(net, contacts=["tomas", "own-alice"], users=["alice", "bob"]) == {
        ("contact:tomas", "reports_to", True, 1), ("contact:own-alice", "is", False, 1), ("user:alice", "is", True, 1),
    }  # fmt: skip
    assert counted(net) == counted(net, contacts=["nobody"]) == set()


def test_those_that_begin_later_are_not_counted(net: Graph) -> None:
    assert counted(net, D("2019-12-31"), accounts=["acme"]) == {("account:acme", "subsidiary_of", False, 1)}
    assert len(counted(net, D("2020-01-01"), accounts=["acme"])) == 2


def test_what_charlie_does_not_see_is_not_counted_for_him(net: Graph) -> None:
    charlie = net.seen_by(CHARLIE)
    assert counted(charlie, accounts=["acme"]) == {("account:acme", "subsidiary_of", False, 1)}
    assert counted(charlie, contacts=["noor"]) == set()
