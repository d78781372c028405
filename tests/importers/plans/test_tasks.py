from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.tasks.task import Task, task
from graphcrm.services import trash
from graphcrm.services.changes import Author, change
from graphcrm.services.checks import check

from ..conftest import CAST, Load, counts, notes, refusals

HEADER = "task_id,name,due_on,due_time,status,done_at,about_accounts,about_contacts,about_leads\n"
CALL = "T1,Call,2026-06-05,09:30,open,,A1,C1;C2,L1\n"
pytestmark = pytest.mark.usefixtures("cast")


def about(graph: Graph, uid: str = "T1") -> list[str]:
    return sorted(of for _, of, *_ in task(graph, uid=uid).about)


def told(found: Task, *names: str) -> tuple[Any, ...]:
    return tuple(getattr(found, name) for name in names)


def test_a_new_task_has_what_its_row_says(graph: Graph, load: Load) -> None:
    report = load(
        tasks="task_id,name,description,kind,priority,due_on,due_time,status,done_at,outcome,repeats,every,series,first_on,"
        "about_contacts,source,Room\n"
        "T1,Call,Be kind,Call,high,2026-06-05,09:30,done,2026-06-05T10:00+02:00,Sold,month,2,T0,2026-04-05,C1,erp,blue\n"
        "T2,Ask,,,,,,,,,,,,,,,\n"
    )
    assert (report.refused, counts(report, "tasks.csv")) == ([], (2, 0, 0, 0, 0))
    one, two = task(graph, uid="T1"), task(graph, uid="T2")
    names = "name description kind priority due_on due_time status outcome repeats every series"
    assert told(one, *names.split()) == (
        "Call", "Be kind", "call", "high", date(2026, 6, 5), "09:30", "done", "Sold", "month", 2, "T0"
    )  # fmt: skip
    assert (one.done_at, one.source, one.custom, one.rev) == (
        datetime(2026, 6, 5, 8, tzinfo=UTC), "erp", [["x_room", "blue"]], 1
    )  # fmt: skip
    assert graph.read("MATCH (t:Task) RETURN t.first_on, t.status ORDER BY t.uid", lambda *row: row) == [
        (date(2026, 4, 5), "done"),
        (None, "open"),
    ]
    assert told(two, "due_on", "done_at", "about", "owner") == (None, None, [], None)
    assert check(graph) == []


def test_the_same_again_changes_nothing_and_other_rows_what_they_say(graph: Graph, load: Load) -> None:
    load(tasks=HEADER + CALL)
    assert counts(load(tasks=HEADER + CALL), "tasks.csv") == (0, 0, 1, 0, 0)
    assert about(graph) == ["A1", "C1", "C2", "L1"]
    report = load(tasks=HEADER + "T1,Ring,,,,,,C3;C2,\n")  # a cell that is empty says nothing
    assert counts(report, "tasks.csv") == (0, 1, 0, 0, 0)
    assert about(graph) == ["A1", "C2", "C3", "L1"]
    assert told(task(graph, uid="T1"), "name", "due_on", "rev") == ("Ring", date(2026, 6, 5), 2)
    assert counts(load(tasks=HEADER + "T1,,,,,,A2,,\n"), "tasks.csv") == (0, 1, 0, 0, 0)
    assert about(graph) == ["A2", "C2", "C3", "L1"]
    assert task(graph, uid="T1").rev == 3
    assert check(graph) == []


def test_a_check_counts_and_writes_nothing(graph: Graph, load: Load) -> None:
    files = CAST | {"tasks": HEADER + CALL + "T2,Ask,,,,,,C9,\n"}
    report = load(**files, options={"dry_run": True})
    assert (counts(report, "tasks.csv"), refusals(report)) == (
        (1, 0, 0, 1, 0), [("tasks.csv", 3, "about_contacts", "C9")]
    )  # fmt: skip
    assert graph.read("MATCH (t:Task) RETURN count(t)", int) == [0]


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("kind", "dance"),
        ("priority", "urgent"),
        ("due_on", "soon"),
        ("due_on", "2026-06"),
        ("due_on", "1899-12-31"),
        ("first_on", "2200-01-01"),
        ("due_time", "9:30"),
        ("due_time", "24:00"),
        ("status", "late"),
        ("done_at", "yesterday"),
        ("done_at", "2026-06-05"),
        ("repeats", "century"),
        ("every", "0"),
        ("about_accounts", "A1;A9"),
        ("about_contacts", "A1"),
        ("about_leads", "L9"),
    ],
)
def test_a_cell_that_cannot_be_meant_refuses_its_row_alone(graph: Graph, load: Load, column: str, cell: str) -> None:
    report = load(tasks=f"task_id,name,{column}\nT1,Call,{cell}\nT2,Ask,\n")
    assert refusals(report) == [("tasks.csv", 2, column, cell)]
    assert graph.read("MATCH (t:Task) RETURN t.uid", str) == ["T2"]
    assert graph.read("MATCH ()-[e:ABOUT]->() RETURN count(e)", int) == [0]


def test_of_several_records_the_one_that_there_is_not_is_named(load: Load) -> None:
    report = load(tasks="task_id,name,about_contacts\nT1,Call,C1; Nobody at all ;C2\n")
    assert report.refused[0].reason == "there is no contact 'Nobody at all', neither in this import nor in the graph."


def test_a_task_is_about_a_hundred_records_at_most(graph: Graph, load: Load) -> None:
    load(contacts="contact_id,name\n" + "".join(f"P{n},P\n" for n in range(101)))
    rows = [";".join(f"P{n}" for n in range(many)) for many in (100, 101)]
    report = load(tasks="task_id,name,about_contacts\n" + "".join(f"T{n},Call,{cell}\n" for n, cell in enumerate(rows)))
    assert [row[:3] for row in refusals(report)] == [("tasks.csv", 3, "about_contacts")]
    assert len(about(graph, "T0")) == 100
    assert load(tasks="task_id,name,about_leads\nT0,Call,L1\n").refused_count == 1
    assert task(graph, uid="T0").rev == 1


def test_ids_that_are_no_uids_lead_to_the_same_records_each_time(graph: Graph, load: Load) -> None:
    files = {
        "contacts": "contact_id,name\nAda Brandt/7,Ada\n",
        "tasks": "task_id,name,series,about_contacts\nno 1,Call,,C1; Ada Brandt/7\nno 2,Call,no 1,Ada Brandt/7\n",
        "assigned_to": "task_id,user_id,start_date\nno 1,U1,2026-01-01\n",
    }
    load(**files)
    assert counts(load(**files), "tasks.csv") == (0, 0, 2, 0, 0)
    assert graph.read(
        "MATCH (u)<-[:ASSIGNED_TO]-(a:Task {external_id: 'no 1'})-[:ABOUT]->(c {external_id: 'Ada Brandt/7'}) "
        "MATCH (b:Task {series: a.uid}) RETURN u.uid, a.owner, b.external_id",
        lambda *row: row,
    ) == [("U1", "U1", "no 2")]


def test_what_a_row_finishes_was_done_now_or_when_it_says(graph: Graph, load: Load) -> None:
    load(tasks=HEADER + CALL + CALL.replace("T1", "T2") + "T3,Ask,,,dropped,,,,\n")
    assert task(graph, uid="T3").done_at is None  # nobody knows when
    begun = datetime.now(UTC)
    load(tasks="task_id,name,status,done_at\nT1,Call,done,\nT2,Call,dropped,2026-06-02T08:00\n")
    done = task(graph, uid="T1").done_at
    assert done is not None
    assert begun <= done <= datetime.now(UTC)
    assert task(graph, uid="T2").done_at == datetime(2026, 6, 2, 8, tzinfo=UTC)
    report = load(tasks="task_id,name,status,done_at\nT1,Call,done,\nT2,Call,dropped,2026-06-02T08:00\n")
    assert (counts(report, "tasks.csv"), notes(report, "no_offset")) == (
        (0, 0, 2, 0, 0), ["times without an offset were taken as UTC"]
    )  # fmt: skip
    load(tasks="task_id,name,status\nT1,Call,open\n")
    assert told(task(graph, uid="T1"), "status", "done_at") == ("open", None)
    assert check(graph) == []


def test_a_repeating_one_that_is_done_is_not_made_again_by_an_import(graph: Graph, load: Load) -> None:
    text = "task_id,name,due_on,repeats,status,series,first_on\n"
    load(tasks=text + "T1,Call,2026-01-31,month,open,,\n")
    load(tasks=text + "T1,Call,2026-01-31,month,done,,\nT2,Call,2026-02-28,month,open,T1,2026-01-31\n")
    assert graph.read("MATCH (t:Task) RETURN t.uid, t.series, t.first_on ORDER BY t.uid", lambda *row: row) == [
        ("T1", None, None),
        ("T2", "T1", date(2026, 1, 31)),
    ]
    load(tasks=text + "T2,,2026-03-15,,,,\n")  # the others count from there
    assert graph.read("MATCH (t:Task {uid: 'T2'}) RETURN t.first_on IS NULL", bool) == [True]


def test_what_is_in_the_trash_comes_back_to_a_task_whatever_was_imported_meanwhile(graph: Graph, load: Load) -> None:
    load(tasks=HEADER + CALL)
    change(graph, Author(), lambda made: trash.trash(made, "contact", "C1"))
    assert counts(load(tasks=HEADER + CALL.replace("C1;C2", "C2")), "tasks.csv") == (0, 0, 1, 0, 0)
    assert refusals(load(tasks=HEADER + CALL)) == [("tasks.csv", 2, "about_contacts", "C1;C2")]
    change(graph, Author(), lambda made: trash.restore(made, "contact", "C1"))
    assert about(graph) == ["A1", "C1", "C2", "L1"]
    assert check(graph) == []


def test_a_task_is_somebodys_by_its_assignments(graph: Graph, load: Load) -> None:
    load(tasks=HEADER + CALL + "T2,Ask,,,,,,,\n")
    text = "assignment_id,record_kind,record_id,user_id,start_date\nS1,task,T1,U1,2026-01-01\nS2,task,T9,U1,\n"
    report = load(assigned_to=text)
    assert refusals(report) == [("assigned_to.csv", 3, "record_id", "T9")]
    assert counts(load(assigned_to=text.replace("S2,task,T9", "S3,task,T2")), "assigned_to.csv") == (1, 0, 1, 0, 0)
    assert graph.read("MATCH (t:Task) RETURN t.uid, t.owner ORDER BY t.uid", lambda *row: row) == [
        ("T1", "U1"),
        ("T2", "U1"),
    ]
    assert refusals(load(assigned_to="task_id,lead_id,user_id\nT1,L1,U1\n")) == [("assigned_to.csv", 2, "", "")]
    assert check(graph) == []
