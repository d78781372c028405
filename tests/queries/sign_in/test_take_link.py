from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.put_link import put_link
from graphcrm.queries.sign_in.take_link import take_link


def test_it_is_used_once(us: Graph) -> None:
    put_link(us, uid="alice", digest="d1", until=NOW + timedelta(1))
    assert take_link(us, digest="d1", now=NOW) == "alice"
    assert take_link(us, digest="d1", now=NOW) is None


def test_one_that_has_ended_is_not(us: Graph) -> None:
    put_link(us, uid="alice", digest="d1", until=NOW)
    assert take_link(us, digest="d1", now=NOW) is None
    assert take_link(us, digest="d2", now=NOW) is None


def test_of_many_at_once_one_has_it(us: Graph) -> None:
    put_link(us, uid="alice", digest="d1", until=NOW + timedelta(1))
    with ThreadPoolExecutor(12) as pool:
        taken = list(pool.map(lambda _: take_link(us, digest="d1", now=NOW), range(12)))
    assert sorted(map(str, taken)) == sorted(["alice", *["None"] * 11])
