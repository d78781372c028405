from __future__ import annotations

from datetime import date, timedelta

import pytest
from worlds.build import NOW, TODAY, contract, user

from graphcrm.graph import Graph
from graphcrm.queries.contracts.to_remind import to_remind


@pytest.fixture
def contracts(graph: Graph) -> Graph:
    user(graph, "alice", "Alice")
    for uid, days in (("past", -1), ("today", 0), ("soon", 30), ("later", 31)):
        contract(graph, uid, owner="alice", notice_on=TODAY + timedelta(days=days))
    contract(graph, "early", owner="alice", notice_on=TODAY + timedelta(days=60), remind_days=60)
    contract(graph, "nobody's", notice_on=TODAY), contract(graph, "draft", status="draft", notice_on=TODAY)
    contract(graph, "gone", owner="alice", notice_on=TODAY, deleted_at=NOW)
    contract(graph, "none", owner="alice", notice_on=TODAY, renewal="none"), contract(graph, "open", owner="alice")
    return graph


def found(graph: Graph, on: date = TODAY) -> list[str]:
    return [one.uid for one in to_remind(graph, on=on, limit=9)]


def test_those_whose_day_is_near_are_to_be_reminded_of_and_no_others(contracts: Graph) -> None:
    assert found(contracts) == ["today", "soon", "early"]
    assert found(contracts, TODAY - timedelta(days=1)) == ["past", "today"]
    assert len(to_remind(contracts, on=TODAY, limit=1)) == 1


def test_a_day_that_was_reminded_of_is_not_and_another_day_is(contracts: Graph) -> None:
    contracts.write("MATCH (n {uid: 'today'}) SET n.reminded_for = n.due")
    contracts.write("MATCH (n {uid: 'soon'}) SET n.reminded_for = '2020-01-01'")
    assert found(contracts) == ["soon", "early"]


@pytest.mark.parametrize("left", ["u.active = false", "u.deleted_at = $at"])
def test_who_has_left_is_reminded_of_nothing(contracts: Graph, left: str) -> None:
    contracts.write(f"MATCH (u:User) SET {left}", at=NOW)
    assert found(contracts) == []
