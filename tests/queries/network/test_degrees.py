from __future__ import annotations

from worlds.build import TODAY
from worlds.net import CHARLIE, WHEN, D

from graphcrm.dates import moment
from graphcrm.graph import Graph, Runner
from graphcrm.queries.network.degrees import degrees
from graphcrm.queries.network.ids import by_type


def seen(runner: Runner, one: str, *, when=WHEN, most: int = 100) -> dict[str, int | None]:
    found = degrees(runner, **by_type([one]), on=when.on, before=when.before, most=most, limit=100)
    return {row.kind: row.seen for row in found}


def test_edges_of_each_kind_are_counted_as_they_are_shown(net: Graph) -> None:
    assert seen(net, "account:acme") == {"job": 5, "tie": 0, "owner": 0}
    assert seen(net, "contact:priya") == {"job": 2, "tie": 2, "owner": 2}
    assert seen(net, "lead:lead-1") == {"job": 0, "tie": 1, "owner": 1}
    assert seen(net, "user:bob") == {"job": 0, "tie": 1, "owner": 2}
    assert seen(net, "user:alice")["tie"] == 1  # not their own record
    assert seen(net, "contact:nobody") == {}


def test_what_begins_later_is_not_counted(net: Graph) -> None:
    then = moment(D("2022-11-02"))
    assert seen(net, "contact:priya", when=then) == {"job": 1, "tie": 1, "owner": 1}
    assert seen(net, "contact:priya", when=moment(D("2022-11-01")))["tie"] == 0
    assert seen(net, "lead:lead-1", when=then) == {"job": 0, "tie": 0, "owner": 0}


def test_more_than_are_to_be_looked_at_are_only_stored(net: Graph) -> None:
    (job, *_) = degrees(net, **by_type(["account:acme"]), on=TODAY, before=WHEN.before, most=4, limit=100)
    assert (job.kind, job.stored, job.seen) == ("job", 5, None)
    assert seen(net, "account:acme", most=5)["job"] == 5


def test_what_charlie_does_not_see_is_not_counted_for_him(net: Graph) -> None:
    charlie = net.seen_by(CHARLIE)
    assert seen(charlie, "contact:tomas")["job"] == 1  # globex is Alice's
    assert seen(charlie, "user:alice") == {"job": 0, "tie": 0, "owner": 0}
    net.write("MATCH (c:Contact {uid: 'priya'}) SET c.owner = 'bob'")
    assert seen(charlie, "account:acme")["job"] == 4
