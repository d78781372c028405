from __future__ import annotations

from graphcrm.graph import Graph
from graphcrm.queries.changes.revisions_on import revisions_on

from .conftest import AT, LABELS, revision


def test_the_latest_comes_first_page_by_page(cast: Graph) -> None:
    for n in range(3):
        revision(cast, f"R{n}", ("Contact", "C1"), rev=n, by="U1" if n else None, before="{}", why="so")
    found = revisions_on(cast, label="Contact", uid="C1")
    assert [(one.uid, one.rev, one.by, one.by_name) for one in found] == [
        ("R2", 2, "U1", "Alice"),
        ("R1", 1, "U1", "Alice"),
        ("R0", 0, None, None),
    ]
    assert (found[0].at, found[0].why, found[0].before, found[0].after, found[0].undone) == (
        AT,
        "so",
        "{}",
        None,
        False,
    )
    assert [one.uid for one in revisions_on(cast, label="Contact", uid="C1", limit=1)] == ["R2"]
    assert [one.uid for one in revisions_on(cast, label="Contact", uid="C1", after="R2", limit=1)] == ["R1"]


def test_what_another_change_undoes_is_said_to_be_undone(cast: Graph) -> None:
    revision(cast, "R1", ("Contact", "C1"), change="first")
    revision(cast, "R2", ("Contact", "C1"), change="second", undoes="first")
    revision(cast, "R3", ("Contact", "C2"), change="first", of="C2")
    assert [(one.uid, one.undone) for one in revisions_on(cast, label="Contact", uid="C1")] == [
        ("R2", False),
        ("R1", True),
    ]
    assert [one.undone for one in revisions_on(cast, label="Contact", uid="C2")] == [False]


def test_each_label_has_its_own(cast: Graph) -> None:
    for label in LABELS:
        revision(cast, f"R{label}", (label, "X"))
        assert [one.uid for one in revisions_on(cast, label=label, uid="X")] == [f"R{label}"]
    assert revisions_on(cast, label="Lead", uid="none") == []
