from __future__ import annotations

from datetime import timedelta
from functools import partial

from worlds.build import contact, handle, user

from graphcrm.graph import Graph
from graphcrm.queries.export.users import users

from .conftest import SINCE, pages


def test_pages_are_in_the_order_of_uids_and_hold_each_user_once(graph: Graph):
    for uid in ("b", "B", "a-1", "a", "10", "9"):
        user(graph, uid)
    found = list(pages(partial(users, graph, since=SINCE)))
    assert [[record.uid for record in page] for page in found] == [["10", "9"], ["B", "a"], ["a-1", "b"]]


def test_what_was_in_the_trash_is_left_out_and_what_went_there_since_is_not(graph: Graph):
    for uid, late in (("before", -1), ("at", 0), ("after", 1)):
        user(graph, uid, deleted_at=SINCE + timedelta(microseconds=late))
    user(graph, "here")
    found = users(graph, after="", since=SINCE, limit=10)
    assert [record.uid for record in found] == ["after", "at", "here"]


def test_nothing_there_is_nothing_found(graph: Graph):
    assert users(graph, after="", since=SINCE, limit=10) == []


def test_a_user_comes_with_team_and_own_contact(graph: Graph):
    contact(graph, "P1")
    user(graph, "alice", team="North", own="P1", email="alice@us.example")
    handle(graph, "alice", "email", "alice@us.example", primary=True)
    user(graph, "bob")
    alice, bob = users(graph, after="", since=SINCE, limit=10)
    assert (alice.teams, alice.own, alice.props["active"]) == (["North"], ["P1"], True)
    assert alice.handles == [["email", "alice@us.example", None, True]]
    assert (bob.teams, bob.own, bob.handles) == ([], [], [])
