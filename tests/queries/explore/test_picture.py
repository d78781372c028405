from __future__ import annotations

from typing import Any

import pytest
from worlds.build import contact, job
from worlds.net import CHARLIE, WHEN

from graphcrm.access import Sight
from graphcrm.graph import Graph, Runner
from graphcrm.queries.explore import picture as module
from graphcrm.queries.explore.picture import nodes, picture

EVERYTHING = [
    "account:acme", "account:globex", "account:initech", "contact:tomas", "contact:maya", "contact:lena", "contact:priya",
    "user:alice", "user:bob", "user:zoe", "user:dana", "lead:lead-1", "contact:own-alice",
]  # fmt: skip


def edges(runner: Runner, ids: list[str]) -> set[tuple[str, str, str]]:
    return {(edge.kind, *edge.ends) for edge in picture(runner, ids, WHEN, past=False).edges}


def test_all_kinds_of_edges_among_records_are_found(net: Graph) -> None:
    assert edges(net, EVERYTHING) == {
        ("job", "contact:tomas", "account:globex"), ("job", "contact:tomas", "account:acme"),
        ("job", "contact:maya", "account:globex"), ("job", "contact:lena", "account:acme"),
        ("job", "contact:priya", "account:initech"), ("job", "contact:priya", "account:acme"),
        ("link", "account:acme", "account:globex"), ("link", "account:initech", "account:acme"),
        ("link", "contact:tomas", "contact:lena"), ("own", "user:alice", "contact:own-alice"),
        ("owner", "contact:maya", "user:alice"), ("owner", "account:globex", "user:alice"),
        ("owner", "contact:priya", "user:zoe"), ("owner", "contact:priya", "user:bob"), ("owner", "lead:lead-1", "user:bob"),
        ("tie", "user:alice", "contact:maya"), ("tie", "user:bob", "contact:priya"), ("tie", "user:zoe", "contact:priya"),
        ("tie", "user:dana", "contact:lena"), ("tie", "user:bob", "lead:lead-1"),
    }  # fmt: skip
    assert edges(net, []) == edges(net, ["contact:tomas"]) == set()


def test_nodes_come_in_the_order_asked_for_and_the_others_are_named(net: Graph) -> None:
    found = picture(net, ["user:bob", "contact:nobody", "account:acme", "user:bob"], WHEN, past=False)
    assert [node.id for node in found.nodes] == ["user:bob", "account:acme"]
    assert found.missing == ["contact:nobody"]


def test_charlie_misses_what_is_alices_and_all_that_leads_there(net: Graph) -> None:
    found = picture(net.seen_by(CHARLIE), EVERYTHING, WHEN, past=False)
    assert set(found.missing) == {"contact:maya", "account:globex"}
    assert not [edge for edge in found.edges if {"contact:maya", "account:globex"} & {*edge.ends}]


@pytest.mark.parametrize(("past", "sight", "counted"), [(False, None, 5), (True, None, None), (False, CHARLIE, None)])
def test_more_than_are_looked_at_are_counted_where_all_is_seen(
    net: Graph, past: bool, sight: Any, counted: int | None
) -> None:
    runner = net.seen_by(sight) if sight else net
    (acme,) = nodes(runner, ["account:acme"], WHEN, past=past, counted=4)
    assert acme.degrees == {"job": counted, "owner": 0, "link": 1 if sight else 2}


def test_degrees_are_of_the_kinds_that_a_record_can_have(net: Graph) -> None:
    found = nodes(net, ["contact:priya", "user:alice", "lead:lead-1"], WHEN, past=False)
    assert [dict(node.degrees) for node in found] == [
        {"job": 2, "tie": 2, "owner": 2, "link": 0, "own": 0, "colleague": None},
        {"tie": 1, "owner": 2, "own": 1},
        {"tie": 1, "owner": 1},
    ]


def test_more_records_do_not_ask_more_questions(net: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(40):
        job(net, contact(net, f"P{number}"), "acme", start="2020")
    asked: list[int] = []
    read = Graph.read

    def counted(self: Graph, *args: Any, **params: Any) -> Any:
        asked.append(1)
        return read(self, *args, **params)

    monkeypatch.setattr(Graph, "read", counted)
    picture(net, ["account:acme"], WHEN, past=False)
    few = len(asked)
    picture(net, ["account:acme", *(f"contact:P{number}" for number in range(40))], WHEN, past=False)
    assert len(asked) == 2 * few


def test_nothing_is_counted_of_what_is_not_seen(net: Graph) -> None:
    """How long a refusal takes would tell how much there is."""
    nothing = net.seen_by(Sight(accounts=(), contacts=(), leads=()))
    found: list[tuple[object, ...]] = nothing.read(
        module._CYPHER, lambda *row: row, accounts=["acme"], contacts=["maya"], leads=[], users=[], on=WHEN.on,
        before=WHEN.before, most=100, limit=100,
    )  # fmt: skip
    assert found == [([], [], [])]
