from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from worlds.build import NOW

from graphcrm.graph import Graph
from graphcrm.queries.automations.leave_runs import leave_runs
from graphcrm.queries.automations.note_run import note_run
from graphcrm.queries.automations.put_runs import put_runs

from .conftest import DAY, Came


def test_a_record_is_taken_once_until_it_has_left_for_a_day(ours: Graph, came: Came) -> None:
    assert came("l1") == ["l1"]
    assert came("l1", "l2") == ["l2"]
    leave_runs(ours, uid="a1", records=["l1"], at=NOW)
    assert came("l1", at=NOW + timedelta(hours=23)) == []
    ours.write("MATCH (r:AutomationRun {uid: 'run-l1'}) SET r.uid = 'first'")
    assert came("l1", at=NOW + timedelta(hours=25)) == ["l1"]


def test_what_does_not_run_or_was_changed_takes_none(came: Came) -> None:
    assert came("l1", automation="b1") == came("l1", automation="none") == came("l1", rev=2) == []


def test_it_says_whom_this_automation_has_written_to(ours: Graph, came: Came) -> None:
    came("l1", "l2")
    note_run(ours, uid="run-l1", did=["notify:alice", "mail:e1"]), note_run(ours, uid="run-l2", did=["unsent:why"])
    leave_runs(ours, uid="a1", records=["l1", "l2"], at=NOW)
    rows = [{"uid": f"again-{lead}", "of": lead} for lead in ("l1", "l2")]
    found = put_runs(ours, uid="a1", rev=1, label="Lead", rows=rows, at=NOW, since=NOW)
    assert [(one.of, one.mailed) for one in found] == [("l1", True), ("l2", False)]


def test_of_many_that_look_at_once_one_takes_it(ours: Graph) -> None:
    def take(number: int) -> list[str]:
        rows = [{"uid": f"run-{number}", "of": "l1"}]
        return [one.of for one in put_runs(ours, uid="a1", rev=1, label="Lead", rows=rows, at=NOW, since=NOW - DAY)]

    with ThreadPoolExecutor(8) as threads:
        assert sorted(threads.map(take, range(8))) == [[]] * 7 + [["l1"]]
