"""What an import changes is remembered, and can be undone; what it creates is said by its source."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds.build import account, campaign, lead, user
from worlds.build import contact as person

from graphcrm.graph import Graph
from graphcrm.importers.bundle import import_bundle
from graphcrm.nodes import states
from graphcrm.queries.changes.revisions_on import revisions_on
from graphcrm.queries.contacts.contact import contact
from graphcrm.services.changes import Author, change
from graphcrm.services.checks import check
from graphcrm.services.undo import undo_last
from tests.digest import digest

FIRST = "contact_id,name,email,phones\nP1,Ada,ada@work.example (work),+49 1\nP2,Bo,,\n"
NEXT = "contact_id,name,email\nP1,Ada King,ada@home.example\nP2,Bo,\n"


def load(graph: Graph, folder: Path, text: str) -> None:
    (folder / "contacts.csv").write_text(text, encoding="utf-8")
    import_bundle(graph, [folder], source="crm", refused_path=folder / "refused.csv")


def test_a_change_by_an_import_is_a_revision_that_can_be_undone(graph: Graph, tmp_path: Path) -> None:
    load(graph, tmp_path, FIRST)
    assert revisions_on(graph, label="Contact", uid="P1") == []
    before = contact(graph, uid="P1")
    load(graph, tmp_path, NEXT)
    (revision,) = revisions_on(graph, label="Contact", uid="P1")
    assert (revision.action, revision.rev, revision.by, revision.why) == ("change", 2, None, "import crm")
    assert states.read(revision.before)["name"] == "Ada"
    assert states.read(revision.after)["name"] == "Ada King"
    assert revisions_on(graph, label="Contact", uid="P2") == []
    assert check(graph) == []
    change(graph, Author(), lambda made: undo_last(made, "Contact", "P1"))
    after = contact(graph, uid="P1")
    assert (after.name, after.handles, after.rev) == (before.name, before.handles, 3)
    assert check(graph) == []


def test_the_same_import_again_leaves_no_revision(graph: Graph, tmp_path: Path) -> None:
    for _ in range(2):
        load(graph, tmp_path, FIRST)
    assert graph.read("MATCH (r:Revision) RETURN count(r)", int) == [0]


MEETING = "interaction_id,user_id,contact_id,occurred_at,channel,subject\n"
CHANGED = [  # a table, what its revision is of, rows, what becomes of one, what was and is, and in whose history
    (
        "works_at", "job", "job_id,contact_id,account_id,title,end_date\nJ1,P1,A1,CTO,\nJ2,P2,A1,CEO,\n",
        "J1,P1,A1,CTO,\n", "J1,P1,A1,CIO,2024-01-31\n",
        {"title": "CTO", "end": None, "end_status": "ongoing"}, {"title": "CIO", "end": "2024-01-31", "end_status": "ended"},
        {"Contact P1", "Account A1"},
    ),
    (
        "ratings", "rating", "user_id,contact_id,value,at\nU1,P1,3,2024-01-01\nU1,P2,3,2024-01-01\n",
        "U1,P1,3", "U1,P1,5", {"value": 3, "user": "U1", "contact": "P1"}, {"value": 5, "user": "U1", "contact": "P1"},
        {"User U1", "Contact P1"},
    ),
    (
        "conversions", "conversion", "lead_id,account_id,at\nL1,A1,2024-01-01\nL1,A2,2024-01-01\n",
        "L1,A1,2024-01-01", "L1,A1,2024-02-01", {"at": "2024-01-01T00:00:00+00:00", "lead": "L1", "account": "A1"},
        {"at": "2024-02-01T00:00:00+00:00", "lead": "L1", "account": "A1"}, {"Lead L1", "Account A1"},
    ),
    (
        "tasks", "task", "task_id,name,due_on,about_contacts\nT1,Call,2024-01-01,P1\nT2,Ask,,P1;P2\n",
        "T1,Call,2024-01-01,P1\n", "T1,Ring,2024-01-02,P2\n",
        {"name": "Call", "due_on": "2024-01-01", "contacts": ["P1"]},
        {"name": "Ring", "due_on": "2024-01-02", "contacts": ["P2"]}, {"Task T1"},
    ),
    (
        "opportunities", "opportunity",
        "opportunity_id,name,account_id,contacts\nO1,Line,A1,P1 (user)\nO2,Pilot,A2,P1;P2\n",
        "O1,Line,A1,P1 (user)\n", "O1,Line two,A2,P1 (buyer)\n",
        {"name": "Line", "account": "A1", "contacts": [{"contact": "P1", "role": "user"}]},
        {"name": "Line two", "account": "A2", "contacts": [{"contact": "P1", "role": "buyer"}]}, {"Opportunity O1"},
    ),
    (
        "campaigns", "campaign",
        "campaign_id,name,kind,start_on\nG1,Fair,exhibition,2024-01-01\nG2,Dinner,,\n",
        "G1,Fair,exhibition,2024-01-01\n", "G1,Fair two,training,2024-01-02\n",
        {"name": "Fair", "kind": "exhibition", "start_on": "2024-01-01"},
        {"name": "Fair two", "kind": "training", "start_on": "2024-01-02"}, {"Campaign G1"},
    ),
    (
        "attendance", "attendance", "campaign_id,contact_id,status,on\nG9,P1,invited,2024-01-01\nG9,P2,invited,2024-01-01\n",
        "G9,P1,invited,2024-01-01", "G9,P1,attended,2024-02-01",
        {"status": "invited", "on": "2024-01-01", "campaign": "G9", "contact": "P1"},
        {"status": "attended", "on": "2024-02-01", "campaign": "G9", "contact": "P1"}, {"Campaign G9", "Contact P1"},
    ),
    (
        "assigned_to", "assignment", "account_id,user_id,start_date,end_date\nA1,U1,2024-01-01,\nA2,U1,2024-01-01,\n",
        "A1,U1,2024-01-01,", "A1,U1,2024-01-01,2024-02-01", {"end": None}, {"end": "2024-02-01"},
        {"Account A1", "User U1"},
    ),
    (
        "account_links", "account_link", "from_account_id,to_account_id,kind,start_date,end_date\nA1,A2,partner_of,2020,\n",
        "2020,\n", "2020,2023-01-01\n",
        {"end": None, "end_status": "ongoing"}, {"end": "2023-01-01", "end_status": "ended"}, {"Account A1", "Account A2"},
    ),
    (
        "interactions", "interaction",
        MEETING + "I1,U1,P1,2024-01-01,call,Hello\nI1,U1,P2,2024-01-01,call,Hello\nI2,U1,P1,2024-01-01,call,\n",
        "I1,U1,P1,2024-01-01,call,Hello\nI1,U1,P2,2024-01-01,call,Hello\n",
        "I1,U1,P1,2024-01-01,call,Bye\nI1,U1,P2,2024-01-01,call,Bye\n",
        {"subject": "Hello"}, {"subject": "Bye"}, {"User U1", "Contact P1", "Contact P2"},
    ),
]  # fmt: skip


@pytest.fixture
def people(graph: Graph) -> Graph:
    """Two accounts, two contacts, one of us."""
    for uid in ("A1", "A2"):
        account(graph, uid)
    for uid in ("P1", "P2"):
        person(graph, uid)
    user(graph, "U1"), lead(graph, "L1"), campaign(graph, "G9")
    return graph


def load_table(graph: Graph, folder: Path, table: str, text: str) -> None:
    (folder / f"{table}.csv").write_text(text, encoding="utf-8")
    import_bundle(graph, [folder], source="crm", refused_path=folder / "refused.csv")


def remembered(graph: Graph) -> list[tuple[object, ...]]:
    found = graph.read(
        "MATCH (r:Revision)-[:ON]->(h) WITH r, collect(h.uid) AS on "
        "RETURN r.kind, r.rev, r.action, r.why, r.change, r.before, r.after, on",
        lambda *row: row,
    )
    return [(kind, rev, action, why, states.read(before), states.read(after), set(on))
            for kind, rev, action, why, _, before, after, on in found]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "kind", "first", "old", "new", "before", "after", "on"), CHANGED, ids=[case[1] for case in CHANGED]
)
def test_what_an_import_changes_of_a_table_is_remembered_once_and_undone(
    people: Graph,
    tmp_path: Path,
    table: str,
    kind: str,
    first: str,
    old: str,
    new: str,
    before: object,
    after: object,
    on: set[str],
) -> None:
    assert first.count(old) == 1
    for _ in range(2):
        load_table(people, tmp_path, table, first)
    assert remembered(people) == []
    was = digest(people)
    load_table(people, tmp_path, table, first.replace(old, new))
    (found,) = remembered(people)
    assert found[:4] == (kind, 2, "change", "import crm")
    assert {name: found[4].get(name) for name in before} == before
    assert {name: found[5].get(name) for name in after} == after
    assert found[6] == on
    assert check(people) == []
    label, uid = min(on).split(" ")
    change(people, Author(), lambda made: undo_last(made, label, uid))
    assert digest(people) == was
    assert check(people) == []


def test_a_meeting_to_which_an_import_adds_somebody_is_changed_as_one(people: Graph, tmp_path: Path) -> None:
    head = "interaction_id,user_id,contact_id,occurred_at,channel\n"
    load_table(people, tmp_path, "interactions", f"{head}I1,U1,P1,2024-01-01,meeting\n")
    load_table(people, tmp_path, "interactions", f"{head}I1,U1,P2,2024-01-01,meeting\n")
    (found,) = remembered(people)
    assert found[:4] == ("interaction", 2, "change", "import crm")
    assert found[4] == {"contacts": ["P1"], "participants": 2}
    assert found[5] == {"contacts": ["P1", "P2"], "participants": 3}
    assert people.read("MATCH ()-[i:INTERACTED_WITH]->() RETURN i.rev", int) == [2, 2]
    assert check(people) == []


def test_a_private_interaction_that_an_import_changes_stays_private(people: Graph, tmp_path: Path) -> None:
    head = "interaction_id,user_id,contact_id,occurred_at,private,notes\n"
    for notes in ("one", "two"):
        load_table(people, tmp_path, "interactions", f"{head}I1,U1,P1,2024-01-01,true,{notes}\n")
    assert people.read("MATCH (r:Revision) RETURN r.private", bool) == [True]
