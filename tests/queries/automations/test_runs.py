from __future__ import annotations

from worlds.build import NOW

from graphcrm.access import Sight
from graphcrm.graph import Graph
from graphcrm.queries.automations.note_run import note_run
from graphcrm.queries.automations.runs import runs

from .conftest import Came


def test_what_was_done_comes_latest_first_and_names_what_may_be_seen(ours: Graph, came: Came) -> None:
    came("l1", "l2", "gone")
    for uid in ("run-l1", "run-l2"):
        note_run(ours, uid=uid, did=["assign:bob"])
    found = runs(ours, uid="a1")  # with the third nothing was done: it was there before
    assert [(one.uid, one.label, one.of, one.name, one.at) for one in found] == [
        ("run-l2", "Lead", "l2", "Leo", NOW), ("run-l1", "Lead", "l1", "Lea", NOW),
    ]  # fmt: skip
    assert [one.uid for one in runs(ours, uid="a1", after="run-l2", limit=1)] == ["run-l1"]
    assert [one.name for one in runs(ours.seen_by(Sight(leads=())), uid="a1")] == [None, None]
    ours.write("MATCH (l:Lead {uid: 'l1'}) SET l.deleted_at = datetime()")
    assert [one.name for one in runs(ours, uid="a1")] == ["Leo", None]
