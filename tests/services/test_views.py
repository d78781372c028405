"""Saved views and stars: they go where their user and their record go."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from worlds.build import user, view

from graphcrm.errors import InTrashError, NotFoundError
from graphcrm.graph import Graph
from graphcrm.queries.views.at_hand import at_hand
from graphcrm.queries.views.views import SavedView, views
from graphcrm.services import stars, trash
from graphcrm.services import views as service
from graphcrm.services.checks import check
from graphcrm.services.views import Shown

from .conftest import do

TODAY = datetime.now(UTC).date()


@pytest.fixture
def team(cast: Graph) -> Graph:
    """Alice and Bob, who is of no interest elsewhere here, are of one team."""
    cast.write(
        "MATCH (a:User {uid: 'alice'}), (b:User {uid: 'bob'}) "
        "MERGE (t:Team {uid: 'n', name: 'North'}) MERGE (a)-[:MEMBER_OF]->(t) MERGE (b)-[:MEMBER_OF]->(t)"
    )
    return cast


def seen(graph: Graph, who: str) -> set[str]:
    return {found.name for found in views(graph, user=who)}


def network(graph: Graph, name: str, **shown: Any) -> str:
    return do(graph, lambda change: service.create(change, "alice", name, Shown("network", **shown), shared=True))


def one(graph: Graph, uid: str) -> SavedView:
    return service.one(graph, "alice", uid)


def test_a_users_views_are_not_there_while_they_are_in_the_trash_and_go_with_them(team: Graph) -> None:
    view(team, "hers", "alice", "Hers", shared=True), view(team, "his", "bob", "His", shared=True)
    for who, uid in (("alice", "his"), ("bob", "hers")):
        do(team, lambda change, who=who, uid=uid: service.pin(change, who, uid, pinned=True))
    do(team, lambda change: stars.put(change, "alice", "contact", "ada"))
    do(team, lambda change: trash.trash(change, "user", "alice"))
    assert seen(team, "bob") == {"His"}
    do(team, lambda change: trash.restore(change, "user", "alice"))
    assert (seen(team, "alice"), seen(team, "bob")) == ({"Hers", "His"}, {"Hers", "His"})
    assert [found.place for found in views(team, user="alice", uid="his")] == [0]
    do(team, lambda change: trash.trash(change, "user", "alice"))
    do(team, lambda change: trash.purge(change, "user", "alice"))
    assert team.read("MATCH (v:SavedView) RETURN v.name", str) == ["His"]
    assert team.read("MATCH ()-[e:STARRED|PINNED|TRASHED]->() RETURN type(e)", str) == []
    assert {found.rule for found in check(team)} <= {"idle"}  # her address: the world gave it to nobody


def test_a_star_is_not_there_while_the_record_is_in_the_trash(team: Graph) -> None:
    do(team, lambda change: stars.put(change, "alice", "contact", "ada"))
    do(team, lambda change: trash.trash(change, "contact", "ada"))
    assert at_hand(team, user="alice", viewed=[("Contact", "ada")], on=TODAY) == []
    with pytest.raises(InTrashError):
        do(team, lambda change: stars.put(change, "bob", "contact", "ada"))
    do(team, lambda change: trash.restore(change, "contact", "ada"))
    assert [found.uid for found in at_hand(team, user="alice", viewed=[], on=TODAY)] == ["ada"]
    assert check(team) == []


def test_a_record_that_is_erased_is_taken_out_of_views_and_those_about_it_are_erased(team: Graph) -> None:
    about = network(team, "About Ada", target="ada")
    state = {
        "open": ["ada", "bo"], "pinned": {"ada": [1, 2], "bo": [3, 4]}, "hidden": [{"uid": "ada"}, {"uid": "bo"}],
        "rows": [["ada", 1], ["bo", 2]], "from": "ada",
    }  # fmt: skip
    beside = network(team, "Beside", target="bo", state=state)
    list_ = do(team, lambda change: service.create(change, "alice", "List", Shown("contacts", "account=acme&q=adam")))
    do(team, lambda change: trash.trash(change, "contact", "ada"))
    assert seen(team, "alice") == {"Beside", "List"}
    do(team, lambda change: trash.purge(change, "contact", "ada"))
    with pytest.raises(NotFoundError):
        one(team, about)
    left = json.loads(one(team, beside).state or "")
    assert left == {"open": ["bo"], "pinned": {"bo": [3, 4]}, "hidden": [{"uid": "bo"}], "rows": [["bo", 2]]}
    assert one(team, list_).parameters == "account=acme&q=adam"
    do(team, lambda change: trash.trash(change, "account", "acme"))
    do(team, lambda change: trash.purge(change, "account", "acme"))
    assert one(team, list_).parameters == "q=adam"


def test_what_was_deleted_is_kept_for_a_day(team: Graph) -> None:
    view(team, "old", "alice", removed_at=datetime.now(UTC) - timedelta(days=1, minutes=1))
    view(team, "late", "alice", removed_at=datetime.now(UTC) - timedelta(hours=23)), view(team, "now", "alice")
    do(team, lambda change: service.delete(change, "alice", "now"))
    assert set(team.read("MATCH (v:SavedView) RETURN v.uid", str)) == {"late", "now"}
    for uid in ("late", "now"):
        do(team, lambda change, uid=uid: service.restore(change, "alice", uid))
    assert seen(team, "alice") == {"late", "now"}
    with pytest.raises(NotFoundError):
        do(team, lambda change: service.restore(change, "alice", "now"))


def test_what_nobody_shares_can_be_neither_pinned_nor_read(team: Graph) -> None:
    user(team, "eve", "Eve"), view(team, "hers", "alice", shared=True)
    with pytest.raises(NotFoundError):
        do(team, lambda change: service.pin(change, "eve", "hers", pinned=True))
    with pytest.raises(NotFoundError):
        service.one(team, "eve", "hers")
