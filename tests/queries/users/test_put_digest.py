from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

from worlds.build import user

from graphcrm.graph import Graph
from graphcrm.queries.users.put_digest import put_digest

TODAY = date(2030, 5, 4)


def test_of_many_at_once_one_sends(graph: Graph) -> None:
    user(graph, "alice", "Alice")
    with ThreadPoolExecutor(8) as threads:
        sent = threads.map(lambda _: put_digest(graph, user="alice", was=None, day=TODAY), range(8))
        assert sorted(sent) == [False] * 7 + [True]
    assert not put_digest(graph, user="alice", was=None, day=TODAY)
    assert put_digest(graph, user="alice", was=TODAY, day=None)  # it could not be sent: it is due still
    assert put_digest(graph, user="alice", was=None, day=TODAY)
    assert not put_digest(graph, user="nobody", was=None, day=TODAY)
