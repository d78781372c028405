from __future__ import annotations

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.session_user import SessionUser, session_user


def test_a_session_finds_its_user(us: Graph) -> None:
    of_alice = ("alice", "Alice", "alice@us.example", "rep")
    alice = SessionUser(*of_alice, active=True, team="North", locale=None, timezone=None, unread=0)
    assert session_user(us, uid="alice", sessions=0) == alice
    us.write("MATCH (u:User {uid: 'alice'}) CREATE (u)-[:HAS_CREDENTIAL]->(:Credential {uid: 'alice', sessions: 2})")
    assert session_user(us, uid="alice", sessions=2) == alice
    assert session_user(us, uid="bob", sessions=0) is not None


def test_it_says_the_language_and_the_time_zone_of_their_pages(us: Graph) -> None:
    us.write("MATCH (u:User {uid: 'alice'}) SET u.locale = 'zh', u.timezone = 'Asia/Shanghai'")
    found = session_user(us, uid="alice", sessions=0)
    assert found is not None
    assert (found.locale, found.timezone) == ("zh", "Asia/Shanghai")


@pytest.mark.parametrize("sessions", [0, 1, 3])
def test_of_another_number_it_is_over(us: Graph, sessions: int) -> None:
    us.write("MATCH (u:User {uid: 'alice'}) CREATE (u)-[:HAS_CREDENTIAL]->(:Credential {uid: 'alice', sessions: 2})")
    assert session_user(us, uid="alice", sessions=sessions) is None


@pytest.mark.parametrize("uid", ["zoe", "tom", "nobody"])
def test_nobody_who_is_not_active_has_one(us: Graph, uid: str) -> None:
    assert session_user(us, uid=uid, sessions=0) is None
