from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graphcrm.graph import Graph
from graphcrm.importers.bundle import import_bundle

from .conftest import CAST, Load, counts, refusals

BIG = "x" * 10_000_000


def test_a_cell_of_ten_megabytes_refuses_its_row_and_the_rest_loads(graph: Graph, load: Load):
    report = load(
        **CAST
        | {"contacts": f"contact_id,name,description,x\nC1,{BIG},,\nC2,Bo,{BIG},\nC3,Cy,,{BIG}\nC4,Di,,\n{BIG},Ed,,\n"},
        works_at=f"contact_id,account_id,title,start_date\nC4,A1,{BIG},\nC4,A1,,{BIG}\nC4,{BIG},,\nC4,A1,Boss,2019\n",
        interactions=f"interaction_id,user_id,contact_id,occurred_at,channel\nI1,U1,C4,{BIG},call\nI2,U1,C4,2024-05-01,{BIG}\n",
    )
    assert counts(report, "contacts.csv") == (1, 0, 0, 4, 0)
    assert counts(report, "works_at.csv") == (1, 0, 0, 3, 0)
    assert counts(report, "interactions.csv") == (1, 0, 0, 1, 0)
    assert max(len(row.value) + len(row.reason) for row in report.refused) < 1_000
    assert max(len(note.text) for note in report.notes) < 200
    assert graph.read("MATCH (c:Contact)-[w:WORKS_AT]->() RETURN c.uid, w.title", lambda *row: row) == [("C4", "Boss")]


def test_a_quote_that_swallows_the_file_is_one_refused_row_and_the_rest_loads(graph: Graph, load: Load):
    rows = "".join(f"C{n},Name {n}\n" for n in range(3, 2_000))
    report = load(contacts=f'contact_id,name\nC1,Ada\nC2,"Bo\n{rows}')
    assert refusals(report) == [("contacts.csv", 3, "", "")]
    assert report.refused[0].reason == (
        "a quote opens in this row and is never closed; lines 3 to 2000 were read as this one row."
    )
    assert graph.read("MATCH (c:Contact) RETURN c.uid", str) == ["C1"]


def test_nul_bytes_refuse_their_rows_alone(graph: Graph, load: Load):
    report = load(contacts="contact_id,name\nC1,A\0da\nC2,Bo\n")
    assert refusals(report) == [("contacts.csv", 2, "name", "A␀da")]
    assert graph.read("MATCH (c:Contact) RETURN c.uid", str) == ["C2"]


def test_formula_looking_cells_are_kept_as_text(graph: Graph, load: Load):
    load(contacts='contact_id,name,hobbies\nC1,"=HYPERLINK(""http://x"")",@a;+b\n')
    assert graph.read("MATCH (c:Contact) RETURN c.name, c.hobbies", lambda *row: row) == [
        ('=HYPERLINK("http://x")', ["@a", "+b"])
    ]


def test_cypher_in_cells_ids_and_columns_is_text(graph: Graph, load: Load):
    evil = "x'}) DETACH DELETE n //"
    report = load(**CAST | {"contacts": f'contact_id,name,"a`}}) DETACH DELETE n"\n{evil},{evil},{evil}\n'})
    assert report.refused_count == 0
    assert graph.read("MATCH (c:Contact) RETURN c.external_id, c.name, c.x_a_detach_delete_n", lambda *row: row) == [
        (evil,) * 3
    ]
    assert graph.read("MATCH (a:Account) RETURN count(a)", int) == [2]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_any_line_ending_will_do(graph: Graph, load: Load, ending: str):
    load(contacts="\ufeffcontact_id,name\nC1,Ada\nC2,Bo".replace("\n", ending))
    assert graph.read("MATCH (c:Contact) RETURN c.name ORDER BY c.uid", str) == ["Ada", "Bo"]


def test_all_planes_of_unicode_come_through(graph: Graph, load: Load):
    load(contacts="contact_id,name,hobbies\nC1,张三丰 Zoë 𠀀,🎣;Ωmega\n")
    assert graph.read("MATCH (c:Contact) RETURN c.name, c.hobbies", lambda *row: row) == [
        ("张三丰 Zoë 𠀀", ["🎣", "Ωmega"])
    ]


def test_refused_rows_that_cannot_be_written_are_reported_all_the_same(
    graph: Graph, write: Callable[..., Path], tmp_path: Path
):
    folder = write(contacts="contact_id,name\nC1,\nC2,Bo\n")
    report = import_bundle(graph, [folder], refused_path=tmp_path / "missing" / "refused.csv")
    assert (report.refused_count, report.refused_path) == (1, None)
    assert [note.kind for note in report.notes] == ["refused_file"]
    assert graph.read("MATCH (c:Contact) RETURN c.uid", str) == ["C2"]


def test_long_texts_are_split_over_batches_that_the_server_can_hold(graph: Graph, load: Load):
    notes = "y" * 99_000
    rows = "".join(f"I{n},U1,C1,2024-05-01,{notes}\n" for n in range(100))
    load(**CAST, interactions=f"interaction_id,user_id,contact_id,occurred_at,notes\n{rows}")
    assert graph.read("MATCH ()-[i:INTERACTED_WITH]->() RETURN count(i), min(size(i.notes))", lambda *row: row) == [
        (100, 99_000)
    ]
