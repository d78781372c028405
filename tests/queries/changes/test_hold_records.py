from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.changes.hold_records import HeldRecord, hold_records

from .conftest import AT, LABELS


def test_those_that_exist_are_held_and_say_whether_they_are_in_the_trash(cast: Graph) -> None:
    cast.write("MATCH (c:Contact {uid: 'C2'}) SET c.deleted_at = $at", at=AT)
    asked = [("User", "U1"), ("Contact", "C2"), ("Contact", "U1"), ("User", "U1"), ("Lead", "none")]
    cast.write("MATCH (c:Contact {uid: 'C2'}) SET c.owner = 'U1'")
    assert hold_records(cast, records=asked) == {
        ("Contact", "C2"): HeldRecord(AT, "U1"), ("User", "U1"): HeldRecord(None, None),
    }  # fmt: skip
    assert hold_records(cast, records=[]) == {}


def test_the_label_tells_those_of_one_uid_apart(cast: Graph) -> None:
    for label in LABELS:
        assert hold_records(cast, records=[(label, "X")]) == {(label, "X"): HeldRecord(None, None)}
    assert cast.read("MATCH (n {uid: 'X'}) RETURN n.rev", int) == [1] * len(LABELS)
