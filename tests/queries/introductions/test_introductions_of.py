from __future__ import annotations

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.introductions.introductions_of import introductions_of


def uids(graph: Graph, label: str, uid: str, limit: int = 9) -> list[str]:
    return [one.uid for one in introductions_of(graph, label=label, uid=uid, limit=limit)]


def test_those_into_an_account_and_those_by_way_of_a_contact_are_found(asked: Graph) -> None:
    assert uids(asked, "Account", "acme") == ["I3", "I2", "I1"]
    assert uids(asked, "Account", "acme", 1) == ["I3"]
    assert uids(asked, "Contact", "priya") == ["I3", "I2"]
    assert uids(asked, "Contact", "maya") == ["I1"]
    assert uids(asked, "Contact", "lena") == []
    assert uids(asked, "Account", "priya") == []


def test_only_those_that_are_seen_are_told(asked: Graph) -> None:
    north = asked.seen_by(Sight(contacts=("", "alice", "bob")))
    assert [one.uid for one in introductions_of(north, label="Contact", uid="priya")] == ["I2"]
