from __future__ import annotations

from datetime import date

import pytest
from worlds.build import TODAY
from worlds.net import CHARLIE, D

from graphcrm.graph import Graph, Runner
from graphcrm.queries.network.edge import drawn
from graphcrm.queries.network.owners import owners

NONE: dict[str, list[str] | None] = {"accounts": None, "contacts": None, "leads": None, "users": None}


def found(runner: Runner, on: date = TODAY, skip: int = 0, limit: int = 100, q: str | None = None, **of: list[str]):
    return owners(runner, **{**NONE, **of}, on=on, skip=skip, limit=limit, q=q)


def pairs(runner: Runner, on: date = TODAY, **more: object) -> list[tuple[str, str]]:
    return [(f"{one.from_type}:{one.from_uid}", one.to_uid) for one in found(runner, on, **more)]  # type: ignore[arg-type]


def test_whose_a_record_was_and_is_the_present_one_first(net: Graph) -> None:
    assert pairs(net, contacts=["priya"]) == [("contact:priya", "bob"), ("contact:priya", "zoe")]
    assert pairs(net, leads=["lead-1"]) == [("lead:lead-1", "bob")]
    assert pairs(net, accounts=["globex", "acme"]) == [("account:globex", "alice")]
    assert pairs(net, contacts=["nobody"]) == pairs(net) == []


def test_what_a_user_has_of_every_kind(net: Graph) -> None:
    assert pairs(net, users=["bob"]) == [("lead:lead-1", "bob"), ("contact:priya", "bob")]
    assert pairs(net, users=["bob"], q="novak") == [("lead:lead-1", "bob")]
    assert [one.total for one in found(net, users=["bob"], limit=1)] == [2]
    assert pairs(net, users=["bob"], skip=1) == [("contact:priya", "bob")]


def test_among_records_and_users_only_those_of_both(net: Graph) -> None:
    everything = {"accounts": ["globex"], "contacts": ["priya", "maya"], "leads": ["lead-1"]}
    assert set(pairs(net, **everything, users=["bob", "zoe"])) == {
        ("contact:priya", "bob"), ("contact:priya", "zoe"), ("lead:lead-1", "bob"),
    }  # fmt: skip
    assert pairs(net, **everything, users=[]) == []


@pytest.mark.parametrize(
    ("on", "current"), [("2022-12-31", {"zoe": True}), ("2023-01-01", {"bob": True, "zoe": False})]
)
def test_a_stretch_ends_on_its_last_day_and_the_next_begins(net: Graph, on: str, current: dict[str, bool]) -> None:
    edges = [drawn(one, D(on)) for one in found(net, D(on), contacts=["priya"])]
    assert {edge.end.partition(":")[2]: edge.current for edge in edges} == current
    assert all(edge.kind == "owner" and edge.label is None for edge in edges)


def test_charlie_sees_whose_nothing_of_theirs_is(net: Graph) -> None:
    assert pairs(net.seen_by(CHARLIE), users=["alice"]) == pairs(net.seen_by(CHARLIE), contacts=["maya"]) == []
    assert pairs(net.seen_by(CHARLIE), users=["bob"]) != []  # as the cast says of nobody that they own it
