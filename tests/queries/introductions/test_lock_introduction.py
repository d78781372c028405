from __future__ import annotations

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.introductions.lock_introduction import lock_introduction


def test_what_is_locked_is_read_as_far_as_it_is_seen(asked: Graph) -> None:
    found = asked.transaction(lambda tx: lock_introduction(tx, uid="I1"))
    assert found is not None
    assert (found.uid, found.rev, found.asker) == ("I1", 1, ("alice", "Alice"))
    assert asked.transaction(lambda tx: lock_introduction(tx, uid="I9")) is None
    south = asked.seen_by(Sight(contacts=("", "charlie")))
    assert south.transaction(lambda tx: lock_introduction(tx, uid="I1")) is None
