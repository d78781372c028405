from __future__ import annotations

import pytest
from worlds.build import NOW, account, contact, owned, user, view

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.views.put_pins import put_pins
from graphcrm.queries.views.views import views


@pytest.fixture
def team(graph: Graph) -> Graph:
    """Alice and Bob are of North, Nina of Far North below it, Dana of All above it, and Charlie of South."""
    teams = {"alice": "North", "bob": "North", "nina": "Far North", "dana": "All", "charlie": "South"}
    for uid, name in teams.items():
        user(graph, uid, uid.title(), team=name)
    for below, above in (("Far North", "North"), ("North", "All"), ("South", "All")):
        graph.write("MATCH (b:Team {uid: $b}), (a:Team {uid: $a}) CREATE (b)-[:PART_OF]->(a)", b=below, a=above)
    return graph


def uids(graph: Graph, who: str, **asked: object) -> set[str]:
    return {row.uid for row in views(graph, user=who, **asked)}  # type: ignore[arg-type]


def test_nobody_has_any_at_first(team: Graph) -> None:
    assert views(team, user="alice") == []
    assert views(team, user="nobody") == []


def test_one_sees_ones_own_and_what_is_shared_with_ones_team_or_one_above(team: Graph) -> None:
    view(team, "secret", "alice")
    view(team, "shared", "alice", shared=True)
    assert uids(team, "alice") == {"secret", "shared"}
    assert {who: uids(team, who) for who in ("bob", "nina", "dana", "charlie")} == {
        "bob": {"shared"},
        "nina": {"shared"},
        "dana": set(),
        "charlie": set(),
    }


def test_of_one_page_about_one_record_or_one_alone(team: Graph) -> None:
    account(team, "acme", "Acme"), account(team, "globex", "Globex")
    view(team, "v1", "alice", of="paths", target="acme")
    view(team, "v2", "alice", of="paths", target="globex")
    view(team, "v3", "alice", of="network", state='{"open": []}')
    assert uids(team, "alice", of="paths") == {"v1", "v2"}
    assert uids(team, "alice", of="paths", target="acme") == {"v1"}
    (one,) = views(team, user="alice", uid="v3")
    assert (one.state, one.owner_name, one.created_at, one.target) == ('{"open": []}', "Alice", NOW, None)
    assert [row.state for row in views(team, user="alice")] == [None, None, None]


def test_a_page_goes_on_behind_the_last_one_seen(team: Graph) -> None:
    for uid in ("v1", "v2", "v3"):
        view(team, uid, "alice")
    assert [row.uid for row in views(team, user="alice", after="v1", limit=1)] == ["v2"]


def test_the_pins_are_those_of_who_asks(team: Graph) -> None:
    view(team, "v1", "alice", shared=True), view(team, "v2", "alice", shared=True)
    put_pins(team, user="bob", uids=["v2"])
    assert {row.uid: row.place for row in views(team, user="bob")} == {"v1": None, "v2": 0}
    assert {row.place for row in views(team, user="alice")} == {None}


def test_what_is_about_a_record_that_is_not_seen_or_in_the_trash_is_left_out(team: Graph) -> None:
    account(team, "hers", "Hers"), owned(team, "hers", "alice")
    contact(team, "gone", "Gone", deleted_at=NOW), contact(team, "there", "There")
    for uid, target in (("v1", "hers"), ("v2", "gone"), ("v3", "there")):
        view(team, uid, "alice", of="network", target=target, shared=True)
    assert uids(team, "bob") == {"v1", "v3"}
    mine = Sight(("", "bob"), ("", "bob"), ())
    assert {(row.uid, row.target_name) for row in views(team.seen_by(mine), user="bob")} == {("v3", "There")}
    assert views(team.seen_by(mine), user="bob", uid="v1") == []


def test_ones_own_is_found_by_its_uid_whatever_it_is_about(team: Graph) -> None:
    view(team, "v1", "alice", of="network", target="erased long ago")
    assert uids(team, "alice") == set()
    assert uids(team, "alice", uid="v1") == {"v1"}


def test_what_was_deleted_is_not_there(team: Graph) -> None:
    view(team, "v1", "alice", removed_at=NOW)
    assert views(team, user="alice") == views(team, user="alice", uid="v1") == []
