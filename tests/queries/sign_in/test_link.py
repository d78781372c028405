from __future__ import annotations

from datetime import timedelta

import pytest
from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.link import Link, link
from graphcrm.queries.sign_in.put_first_link import put_first_link
from graphcrm.queries.sign_in.put_link import put_link


def test_it_says_for_whom_it_is(us: Graph) -> None:
    put_link(us, uid="alice", digest="d1", until=NOW)
    put_first_link(us, uid="first admin", digest="d2", until=NOW)
    before = NOW - timedelta(seconds=1)
    assert link(us, digest="d1", now=before) == Link("alice", "alice", "Alice", "alice@us.example")
    assert link(us, digest="d2", now=before) == Link("first admin", None, None, None)


@pytest.mark.parametrize(
    ("digest", "now"), [("d1", NOW), ("d1", NOW + timedelta(1)), ("d", NOW - timedelta(1)), ("", NOW)]
)
def test_once_it_has_ended_there_is_none(us: Graph, digest: str, now: object) -> None:
    put_link(us, uid="alice", digest="d1", until=NOW)
    assert link(us, digest=digest, now=now) is None  # type: ignore[arg-type]


def test_who_has_left_or_is_in_the_trash_is_nobody(us: Graph) -> None:
    put_link(us, uid="zoe", digest="d1", until=NOW)
    us.write(
        "MATCH (u:User {uid: 'tom'}) CREATE (u)-[:TRASHED {type: 'HAS_CREDENTIAL'}]->(:Credential {uid: 'tom', link: 'd2', link_until: $at})",
        at=NOW,
    )
    for digest, uid in (("d1", "zoe"), ("d2", "tom")):
        assert link(us, digest=digest, now=NOW - timedelta(1)) == Link(uid, None, None, None)
