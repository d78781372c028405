from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from digest import described, digest

from graphcrm.errors import BundleError, SchemaError
from graphcrm.graph import Graph
from graphcrm.importers import batches
from graphcrm.importers.bundle import Progress, import_bundle
from graphcrm.nodes import schema

from .conftest import CAST, Load, counts, notes, refusals

WORLD = CAST | {
    "works_at": "contact_id,account_id,title,primary,start_date,end_date\nC1,A1,Boss,yes,2019,\nC2,A1,,,2018,2020\n",
    "interactions": "interaction_id,user_id,contact_id,lead_id,occurred_at,channel\n"
    "I1,U1,C1,,2024-05-01,meeting\nI1,U1,C2,,2024-05-01,meeting\nI2,U2,,L1,2024-05-02,email\n",
    "ratings": "user_id,contact_id,value,at\nU1,C1,4,2024-01-01\n",
    "opportunities": "opportunity_id,name,stage,account_id,contacts\nO1,Line,quote,A1,C1 (buyer);C2\nO2,Pilot,,,\n",
    "campaigns": "campaign_id,name,kind,start_on\nG1,Fair,exhibition,2024-05-01\n",
    "attendance": "campaign_id,contact_id,lead_id,status,on\nG1,C1,,attended,2024-05-01\nG1,,L1,invited,\n",
    "tasks": "task_id,name,due_on,status,about_contacts,about_leads\nT1,Call,2024-05-01,open,C1;C2,\nT2,Ask,,,,L1\n",
    "assigned_to": "record_kind,record_id,user_id,start_date\nlead,L1,U1,2024-01-01\ntask,T1,U2,2024-01-01\n",
}


def test_a_whole_bundle_is_loaded_and_reported_file_by_file(graph: Graph, load: Load):
    report = load(**WORLD)
    assert [(found.file, found.created) for found in report.files] == [
        ("accounts.csv", 2),
        ("contacts.csv", 3),
        ("leads.csv", 1),
        ("opportunities.csv", 2),
        ("campaigns.csv", 1),
        ("tasks.csv", 2),
        ("users.csv", 2),
        ("works_at.csv", 2),
        ("interactions.csv", 3),
        ("ratings.csv", 1),
        ("attendance.csv", 2),
        ("assigned_to.csv", 2),
    ]
    assert (report.refused_count, report.refused_path, report.dry_run) == (0, None, False)
    edges = graph.read("MATCH ()-[e]->() RETURN type(e), count(*) ORDER BY type(e)", lambda *row: row)
    assert edges == [
        ("ABOUT", 3),
        ("ASSIGNED_TO", 2),
        ("ATTENDS", 2),
        ("INTERACTED_WITH", 3),
        ("INVOLVES", 2),
        ("KNOWS", 2),
        ("OFFERED_TO", 1),
        ("RATES", 1),
        ("WORKS_AT", 2),
    ]


def stamps(graph: Graph) -> list[str]:
    """What an import that changes nothing leaves alone, and the digest leaves out."""
    nodes = graph.read("MATCH (n) RETURN n.uid, n.rev, n.created_at, n.updated_at", lambda *row: str(row))
    return sorted(
        nodes + graph.read("MATCH ()-[e]->() RETURN e.uid, e.rev, e.recorded_at, e.heat", lambda *row: str(row))
    )


def test_the_same_bundle_twice_is_the_same_graph_down_to_times_and_revisions(graph: Graph, load: Load):
    load(**WORLD)
    before = digest(graph), stamps(graph)
    report = load(**WORLD)
    assert {(found.created, found.changed, found.refused) for found in report.files} == {(0, 0, 0)}
    assert (digest(graph), stamps(graph)) == before


def test_one_file_at_a_time_is_the_same_graph(graph: Graph, load: Load, write: Callable[..., Path], tmp_path: Path):
    load(**WORLD)
    whole = described(graph)
    graph.write("MATCH (n) WHERE NOT n:SchemaVersion DETACH DELETE n")
    for name, text in WORLD.items():
        load(**{name: text})
    assert described(graph) == whole


def test_a_dry_run_says_what_an_import_would_do_and_writes_nothing(graph: Graph, load: Load):
    load(**CAST)
    before = digest(graph), stamps(graph)
    files = WORLD | {
        "contacts": "contact_id,name,hobbies\nC1,Ada,chess\nC4,Di,\nC5,,\n",
        "works_at": "contact_id,account_id,primary,start_date\nC1,A1,yes,2019\nC4,A1,,\nC5,A1,,\nC1,A1,yes,2020\n",
    }
    dry = load(**files, options={"dry_run": True})
    assert (digest(graph), stamps(graph)) == before
    wet = load(**files)
    assert dry.dry_run
    assert dry.files == wet.files
    assert dry.notes == wet.notes
    assert dry.refused == wet.refused
    assert {note.kind for note in dry.notes} == {"conflict", "primary"}


def test_strict_refuses_the_whole_import_before_anything_is_written(graph: Graph, load: Load, tmp_path: Path):
    before = digest(graph)
    files = WORLD | {"ratings": "user_id,contact_id,value\nU1,C1,4\nU1,C2,9\n"}
    with pytest.raises(BundleError) as error:
        load(**files, options={"strict": True})
    assert error.value.detail.startswith(
        "One row is refused, so nothing was imported (--strict). The first is ratings.csv line 3: value is '9'; "
    )
    assert "refused.csv; correct them, or leave out --strict." in error.value.detail
    assert digest(graph) == before
    assert "ratings.csv,3,value,9," in (tmp_path / "refused.csv").read_text(encoding="utf-8")


def test_strict_names_no_file_that_could_not_be_written(load: Load, tmp_path: Path):
    with pytest.raises(BundleError) as error:
        load(
            contacts="contact_id,name\nC1,\n",
            options={"strict": True, "refused_path": tmp_path / "missing" / "refused.csv"},
        )
    assert error.value.detail.endswith("name is empty; a new record needs one. Correct them, or leave out --strict.")


def test_strict_imports_what_has_no_refused_row(graph: Graph, load: Load):
    report = load(**WORLD, options={"strict": True})
    assert sum(found.created for found in report.files) == 23
    assert graph.read("MATCH (n:Contact) RETURN count(n)", int) == [3]


def test_refused_rows_are_written_with_file_line_column_value_and_reason(load: Load, tmp_path: Path):
    report = load(
        contacts="contact_id,name,birthday\nC1,Ada,=1+1\nC2,Bo,\n",
        works_at='contact_id,account_id\n"C\n2",A1\nC2,A1\n',
        accounts="account_id,name\nA1,Acme\n",
    )
    assert report.refused_path == str(tmp_path / "refused.csv")
    with (tmp_path / "refused.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["file"], row["line"], row["column"], row["value"]) for row in rows] == [
        ("contacts.csv", "2", "birthday", "'=1+1"),
        ("works_at.csv", "2", "contact_id", "C\n2"),
    ]
    assert "a date is written" in rows[0]["reason"]
    assert counts(report, "works_at.csv") == (1, 0, 0, 1, 0)


def test_without_refused_rows_no_file_is_written(load: Load, tmp_path: Path):
    load(**WORLD)
    assert not (tmp_path / "refused.csv").exists()


def test_empty_files_and_files_that_are_not_ours_are_named(load: Load):
    report = load(
        users="",
        contacts="contact_id,name\n",
        accounts="account_id,name\nA1,Acme\n",
        leads="\n\n",
        feedback="a,b\n",
        truth="c\n",
    )
    found = {(note.kind, note.file) for note in report.notes}
    assert found == {
        ("empty_file", "users.csv"),
        ("empty_file", "contacts.csv"),
        ("empty_file", "leads.csv"),
        ("not_imported_yet", "feedback.csv"),
        ("ignored_file", "truth.csv"),
    }
    assert counts(report, "accounts.csv") == (1, 0, 0, 0, 0)
    assert json.dumps(report.as_dict())


def test_nothing_is_written_unless_every_file_can_be_read(
    graph: Graph, load: Load, write: Callable[..., Path], tmp_path: Path
):
    before = digest(graph)
    with pytest.raises(
        BundleError, match=r"ratings\.csv line 1: the column user_id is missing; its columns are contact_id"
    ):
        load(**WORLD | {"ratings": "contact_id,value\nC1,4\n"})
    folder = write(**WORLD)
    (folder / "ratings.csv").write_bytes(b"user_id,contact_id,value\nU1,C\xff,4\n")
    with pytest.raises(BundleError, match=r"ratings\.csv line 2 is not UTF-8"):
        import_bundle(graph, [folder], refused_path=tmp_path / "refused.csv")
    assert digest(graph) == before


def test_one_id_in_two_files_of_a_kind_is_met_once(graph: Graph, write: Callable[..., Path], tmp_path: Path):
    one = write("one", contacts="contact_id,name\nC1,Ada\nC2,Bo\n")
    two = write("two", contacts="name,contact_id\nAda,C1\nBob,C2\nCy,C3\n")
    report = import_bundle(graph, [one, two], refused_path=tmp_path / "refused.csv")
    assert [(found.created, found.repeated, found.refused) for found in report.files] == [(2, 0, 0), (1, 1, 1)]
    assert f"line 3 of {one / 'contacts.csv'}" in report.refused[0].reason
    assert graph.read("MATCH (c:Contact) RETURN c.name ORDER BY c.uid", str) == ["Ada", "Bo", "Cy"]


@pytest.mark.parametrize("swapped", [False, True])
def test_a_row_of_one_folder_ends_no_job_that_another_one_lists_as_open(
    graph: Graph, load: Load, write: Callable[..., Path], tmp_path: Path, swapped: bool
):
    load(**CAST, works_at="job_id,contact_id,account_id,title,start_date\nJ1,C1,A1,Boss,2019\n")
    ends = write("ends", works_at="contact_id,account_id,start_date,end_date\nC1,A1,2019,2021\n")
    lists = write("lists", works_at="job_id,contact_id,account_id,title,start_date\nJ1,C1,A1,Boss,2019\n")
    folders = [lists, ends] if swapped else [ends, lists]
    report = import_bundle(graph, folders, refused_path=tmp_path / "refused.csv")
    assert {(Path(found.file).parent.name, found.created, found.unchanged) for found in report.files} == {
        ("ends", 1, 0), ("lists", 0, 1)
    }  # fmt: skip
    jobs = "MATCH ()-[w:WORKS_AT]->() RETURN w.title, w.end ORDER BY w.title"
    assert graph.read(jobs, lambda *row: row) == [("Boss", None), (None, "2021")]
    import_bundle(graph, [ends], refused_path=tmp_path / "refused.csv")
    assert graph.read(jobs, lambda *row: row) == [("Boss", None), (None, "2021")]


def test_a_hand_over_may_be_told_by_two_folders(graph: Graph, load: Load, write: Callable[..., Path], tmp_path: Path):
    header = "lead_id,user_id,start_date,end_date\n"
    load(**CAST, assigned_to=f"{header}L1,U1,2024-01-01,\n")
    one = write("one", assigned_to=f"{header}L1,U2,2024-06-01,\n")
    two = write("two", assigned_to=f"{header}L1,U1,2024-01-01,2024-06-01\n")
    report = import_bundle(graph, [one, two], refused_path=tmp_path / "refused.csv")
    assert [(found.created, found.changed, found.refused) for found in report.files] == [(1, 0, 0), (0, 1, 0)]


def test_a_refused_row_does_not_keep_its_id_from_the_next_one_wherever_that_is(
    graph: Graph, load: Load, write: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(batches, "ROWS", 1)
    load(**CAST)
    one = write(
        "one",
        users="user_id,name,contact_id\nU7,Gus,C9\nU7,Gus,C1\n",
        contacts="contact_id,name,email\nC7,,a@x.example\nC7,Gia,\nC7,Gil,\n",
        accounts="account_id,name,latitude,longitude\nA7,Gaz,1,\n",
        assigned_to="lead_id,user_id,start_date,end_date\nL1,U1,2024-05-01,2024-04-30\nL1,U1,2024-05-01,2024-06-01\n",
    )
    two = write("two", accounts="account_id,name,latitude,longitude\nA7,Gaz,1,2\n")
    for _ in range(2):
        report = import_bundle(graph, [one, two], refused_path=tmp_path / "refused.csv")
        assert [(Path(file).name, line) for file, line, _, _ in refusals(report)] == [
            ("accounts.csv", 2), ("contacts.csv", 4), ("contacts.csv", 2), ("users.csv", 2), ("assigned_to.csv", 2)
        ]  # fmt: skip
        found = graph.read(
            "MATCH (n) WHERE n.uid ENDS WITH '7' RETURN n.name, n.rev, COUNT { (n)-[:HAS_HANDLE]->() } ORDER BY n.name",
            lambda *row: row,
        )
        assert found == [("Gaz", 1, 0), ("Gia", 1, 0), ("Gus", 1, 0)]


def test_progress_goes_through_every_file_to_its_end(load: Load):
    steps: list[Progress] = []
    load(**WORLD, options={"progress": steps.append, "strict": True})
    ends = [(step.stage, step.file) for step in steps if step.done == 1]
    tables = "accounts contacts leads opportunities campaigns tasks users works_at interactions ratings attendance assigned_to"
    names = [f"{name}.csv" for name in tables.split()]
    assert ends == [(stage, name) for stage in ("checking", "loading") for name in names]


def test_rows_of_a_record_refused_earlier_are_refused_too(load: Load):
    report = load(**WORLD | {"contacts": "contact_id,name,birthday\nC1,Ada,never\nC2,Bo,\nC3,Cy,\n"})
    assert [(file, line) for file, line, _, _ in refusals(report)] == [
        ("contacts.csv", 2),
        ("opportunities.csv", 2),
        ("tasks.csv", 2),
        ("works_at.csv", 2),
        ("interactions.csv", 2),
        ("ratings.csv", 2),
        ("attendance.csv", 2),
        ("assigned_to.csv", 3),
    ]


def test_ids_are_those_of_their_kind(graph: Graph, load: Load):
    load(**CAST | {"accounts": "account_id,name\nX,Acme\n", "contacts": "contact_id,name\nX,Ada\n"})
    report = load(
        works_at="contact_id,account_id\nX,X\nX,C1\n",
        assigned_to="record_kind,record_id,user_id\nlead,X,U1\ncontact,X,U1\n",
    )
    assert refusals(report) == [("works_at.csv", 3, "account_id", "C1"), ("assigned_to.csv", 2, "record_id", "X")]
    assert graph.read("MATCH (c:Contact {uid: 'X'})-[e]->() RETURN type(e) ORDER BY type(e)", str) == [
        "ASSIGNED_TO",
        "WORKS_AT",
    ]


def test_a_database_without_schema_gets_one_with_its_first_import_and_not_with_a_check(graph: Graph, load: Load):
    graph.write("MATCH (s:SchemaVersion) DELETE s")
    try:
        assert load(**CAST, options={"dry_run": True}).files
        assert schema.version(graph) is None
        load(**CAST)
        assert schema.version(graph) == schema.SCHEMA_VERSION
    finally:
        schema.install(graph)


def test_a_database_of_another_schema_is_not_imported_into(graph: Graph, load: Load):
    graph.write("MATCH (s:SchemaVersion) SET s.version = s.version + 1")
    try:
        with pytest.raises(SchemaError):
            load(**CAST)
    finally:
        graph.write("MATCH (s:SchemaVersion) DELETE s")
        schema.install(graph)


def test_notes_name_conflicts_with_their_lines(load: Load):
    report = load(**WORLD | {"works_at": "contact_id,account_id,start_date\nC1,A1,2019\nC1,A1,2020\n"})
    assert notes(report, "conflict") == ["C1 at A1: two jobs of kind employee at once (line 2, line 3)"]
