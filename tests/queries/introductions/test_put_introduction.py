from __future__ import annotations

from worlds.build import NOW, TODAY

from graphcrm.graph import Graph
from graphcrm.queries.introductions.one_introduction import one_introduction
from graphcrm.queries.introductions.put_introduction import put_introduction


def test_what_is_written_is_read_again(asked: Graph) -> None:
    props = {"rev": 1, "state": "asked", "asked_on": TODAY, "hops": 2}
    ends = {"asker": "bob", "knower": "alice", "people": ["maya", "tomas"], "account": "acme"}
    assert put_introduction(asked, uid="I4", **ends, props=props, at=NOW) == 2
    found = one_introduction(asked, uid="I4")
    assert (found.asker[0], found.knower[0], found.account[0]) == ("bob", "alice", "acme")
    assert [uid for uid, *_ in found.people] == ["maya", "tomas"]
    assert (found.props["created_at"], found.props["updated_at"]) == (NOW, NOW)


def test_without_its_account_nothing_is_written(asked: Graph) -> None:
    ends = {"asker": "bob", "knower": "alice", "people": ["maya"], "account": "nowhere"}
    assert put_introduction(asked, uid="I4", **ends, props={}, at=NOW) == 0
