from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.use_step import use_step


def test_no_step_is_used_twice_nor_an_earlier_one(us: Graph) -> None:
    us.write("CREATE (:Credential {uid: 'alice'})")
    assert [use_step(us, uid="alice", step=step) for step in (5, 5, 4, 6, 6)] == [True, False, False, True, False]
    assert not use_step(us, uid="bob", step=9)


def test_of_many_at_once_one_may(us: Graph) -> None:
    us.write("CREATE (:Credential {uid: 'alice'})")
    with ThreadPoolExecutor(10) as pool:
        assert sum(pool.map(lambda _: use_step(us, uid="alice", step=5), range(10))) == 1
