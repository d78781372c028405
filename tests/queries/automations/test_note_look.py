from __future__ import annotations

from datetime import timedelta

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.automations.automations import automations
from graphcrm.queries.automations.note_look import note_look


def test_a_look_that_failed_says_why_and_counts_for_none(ours: Graph) -> None:
    note_look(ours, uid="a1", rev=1, at=NOW)
    note_look(ours, uid="a1", rev=1, at=NOW + timedelta(hours=1), failed="too many")
    note_look(ours, uid="a1", rev=2, at=NOW + timedelta(hours=2))  # it was changed meanwhile
    assert [(one.looked_at, one.failed) for one in automations(ours, user="alice")] == [(NOW, "too many")]
    note_look(ours, uid="a1", rev=1, at=NOW + timedelta(hours=2))
    assert [one.failed for one in automations(ours, user="alice")] == [None]
