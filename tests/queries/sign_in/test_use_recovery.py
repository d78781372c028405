from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from graphcrm.graph import Graph
from graphcrm.queries.sign_in.use_recovery import use_recovery


def test_each_is_used_once(us: Graph) -> None:
    us.write("CREATE (:Credential {uid: 'alice', recovery: ['a', 'b']}), (:Credential {uid: 'bob'})")
    assert [use_recovery(us, uid="alice", digest=digest) for digest in ("a", "a", "c", "b", "b")] == [
        1,
        None,
        None,
        0,
        None,
    ]
    assert use_recovery(us, uid="bob", digest="a") is None
    assert use_recovery(us, uid="nobody", digest="a") is None


def test_of_many_at_once_one_uses_it(us: Graph) -> None:
    us.write("CREATE (:Credential {uid: 'alice', recovery: ['a', 'b']})")
    with ThreadPoolExecutor(10) as pool:
        used = list(pool.map(lambda _: use_recovery(us, uid="alice", digest="a"), range(10)))
    assert [left for left in used if left is not None] == [1]
