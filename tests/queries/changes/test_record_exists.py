from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.changes.record_exists import record_exists

from .conftest import LABELS


def test_a_record_is_there_in_the_trash_too(cast: Graph) -> None:
    cast.write("MATCH (c:Contact {uid: 'C1'}) SET c.deleted_at = datetime()")
    assert record_exists(cast, label="Contact", uid="C1")
    assert not record_exists(cast, label="Account", uid="C1")
    assert all(record_exists(cast, label=label, uid="X") for label in LABELS)
