from __future__ import annotations

import pytest
from worlds.build import owned

from graphcrm.access import Sight
from graphcrm.graph import Graph, Runner
from graphcrm.queries.introductions.introductions import introductions


def uids(runner: Runner, **asked: object) -> list[str]:
    return [one.uid for one in introductions(runner, **asked)]


def test_they_come_the_latest_first_page_by_page(asked: Graph) -> None:
    assert uids(asked) == ["I3", "I2", "I1"]
    assert uids(asked, limit=2) == ["I3", "I2"]
    assert uids(asked, after="I2") == ["I1"]
    assert uids(asked, after="I1") == []


def test_they_are_told_by_state_and_by_who_asked(asked: Graph) -> None:
    assert uids(asked, state="met") == ["I2"]
    assert uids(asked, state="declined") == []
    assert uids(asked, asker="alice") == ["I1"]


def test_each_says_who_is_in_it_in_the_order_of_the_path(asked: Graph) -> None:
    third, second, first = introductions(asked)
    assert (first.asker, first.knower, first.account) == (("alice", "Alice"), ("alice", "Alice"), ("acme", "Acme"))
    assert [name for _, name, _ in third.people] == ["Noor Haddad", "Jonas Weber", "Priya Raman"]
    assert third.knower == ("alice", "Alice")
    assert first.connector == ("maya", "Maya Lind", False)
    assert (second.connector, second.target) == (None, ("priya", "Priya Raman", False))


@pytest.mark.parametrize("hidden", ["maya", "tomas"])
def test_one_is_seen_by_who_sees_all_people_along_it(asked: Graph, hidden: str) -> None:
    owned(asked, hidden, "charlie")
    assert uids(asked.seen_by(Sight(contacts=("", "alice", "bob")))) == ["I2"]


def test_one_is_seen_by_who_sees_the_contacts_of_who_asked(asked: Graph) -> None:
    assert uids(asked.seen_by(Sight(contacts=("", "alice")))) == ["I1"]
    assert uids(asked.seen_by(Sight(contacts=()))) == []
    owned(asked, "acme", "charlie")
    assert uids(asked.seen_by(Sight(accounts=("", "alice")))) == []


def test_one_whose_people_are_partly_set_aside_is_not_met(asked: Graph) -> None:
    asked.write("MATCH (:Contact {uid: 'maya'})<-[t:THROUGH]-() DELETE t")
    assert uids(asked) == ["I3", "I2"]
