from __future__ import annotations

import pytest
from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.moves.mark_news import mark_news

from .conftest import Tell

STATE = "MATCH (:MoveNews)-[t:TELLS]->(u {uid: $uid}) RETURN t.state + ' ' + coalesce(toString(t.done_at), '-')"


def mark(graph: Graph, state: str, user: str = "alice", uid: str = "ann-2") -> str | None:
    return mark_news(graph, user=user, uid=uid, state=state, at=NOW)


def state(graph: Graph, user: str = "alice") -> str:
    return graph.read(STATE, str, uid=user)[0].split("T")[0]


@pytest.mark.parametrize("to", ["acknowledged", "dismissed"])
def test_it_goes_from_new_and_back_for_one_user_alone(ann: Graph, tell: Tell, to: str) -> None:
    tell("alice", "bob")
    assert (mark(ann, to), state(ann)) == ("new", f"{to} 2024-06-01")
    assert state(ann, "bob") == "new -"
    assert (mark(ann, "new"), state(ann)) == (to, "new -")


def test_what_was_said_stands(ann: Graph, tell: Tell) -> None:
    tell("alice")
    mark(ann, "dismissed")
    assert [mark(ann, "acknowledged"), mark(ann, "dismissed")] == ["dismissed", "dismissed"]
    assert state(ann) == "dismissed 2024-06-01"


def test_nobody_says_it_of_what_they_were_not_told(ann: Graph, tell: Tell) -> None:
    tell("alice")
    assert mark(ann, "dismissed", user="bob") is None
    assert mark(ann, "dismissed", uid="none") is None
