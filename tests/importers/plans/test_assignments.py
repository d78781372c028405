from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from graphcrm.graph import Graph

from ..conftest import TODAY, Load, counts, refusals

pytestmark = pytest.mark.usefixtures("cast")

HEADER = "record_kind,record_id,user_id,start_date,end_date,reason\n"
D = date.fromisoformat


def assigned(graph: Graph) -> list[tuple[Any, ...]]:
    cypher = "MATCH (n)-[s:ASSIGNED_TO]->(u:User) RETURN n.uid, u.uid, s.start, s.end, s.rev ORDER BY n.uid, s.start"
    return graph.read(cypher, lambda *row: row)


def test_accounts_contacts_and_leads_are_assigned_by_kind_or_by_column(graph: Graph, load: Load):
    load(assigned_to=f"{HEADER}Lead,L1,U1,2024-01-01,,new\naccount,A1,U2,2024-02-01,2024-03-01,\n")
    load(assigned_to="contact_id,user_id,start_date\nC1,U1,2024-01-01\n")
    assert assigned(graph) == [
        ("A1", "U2", D("2024-02-01"), D("2024-03-01"), 1),
        ("C1", "U1", D("2024-01-01"), None, 1),
        ("L1", "U1", D("2024-01-01"), None, 1),
    ]


def test_the_same_file_twice_changes_nothing_and_a_start_left_out_is_the_first_day(graph: Graph, load: Load):
    text = f"{HEADER}lead,L1,U1,,,\naccount,A1,U1,2024-01-01,2024-02-01,\naccount,A1,U2,2024-02-01,,\n"
    load(assigned_to=text)
    assert counts(load(assigned_to=text, today=date(2030, 1, 1)), "assigned_to.csv") == (0, 0, 3, 0, 0)
    assert assigned(graph)[-1] == ("L1", "U1", TODAY, None, 1)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_hand_over_ends_one_assignment_and_begins_the_next_in_any_order(
    graph: Graph, load: Load, order: tuple[int, int]
):
    load(assigned_to=f"{HEADER}lead,L1,U1,2024-01-01,,\n")
    rows = ("lead,L1,U1,2024-01-01,2024-06-01,\n", "lead,L1,U2,2024-06-01,,\n")
    report = load(assigned_to=HEADER + "".join(rows[n] for n in order))
    assert counts(report, "assigned_to.csv") == (1, 1, 0, 0, 0)
    assert [row[1:] for row in assigned(graph)] == [
        ("U1", D("2024-01-01"), D("2024-06-01"), 2),
        ("U2", D("2024-06-01"), None, 1),
    ]


def test_at_most_one_assignment_is_open(graph: Graph, load: Load):
    text = f"{HEADER}lead,L1,U1,2024-01-01,,\nlead,L1,U2,2024-02-01,,\n"
    for _ in range(2):
        report = load(assigned_to=text)
        assert refusals(report) == [("assigned_to.csv", 3, "user_id", "U2")]
        assert "assigned to U1 since 2024-01-01" in report.refused[0].reason
    report = load(assigned_to=f"{HEADER}lead,L1,U2,2024-02-01,,\nlead,L1,U1,2024-01-01,,\n")
    assert refusals(report) == [("assigned_to.csv", 2, "user_id", "U2")]
    assert len(assigned(graph)) == 1


def test_an_end_without_a_start_ends_the_open_assignment_of_that_user(graph: Graph, load: Load):
    load(assigned_to=f"{HEADER}lead,L1,U1,2024-01-01,,\n")
    report = load(assigned_to=f"{HEADER}lead,L1,U1,,2024-06-01,left\nlead,L1,U2,,2024-06-01,\n")
    assert assigned(graph) == [("L1", "U1", D("2024-01-01"), D("2024-06-01"), 2)]
    assert refusals(report) == [("assigned_to.csv", 3, "end_date", "2024-06-01")]


def test_an_assignment_may_end_on_the_day_it_began(graph: Graph, load: Load):
    text = f"{HEADER}lead,L1,U1,2024-05-01,2024-05-01,\nlead,L1,U2,2024-05-01,,\n"
    for created, unchanged in ((2, 0), (0, 2)):
        assert counts(load(assigned_to=text), "assigned_to.csv") == (created, 0, unchanged, 0, 0)
    assert [row[1:4] for row in assigned(graph)] == [
        ("U1", D("2024-05-01"), D("2024-05-01")),
        ("U2", D("2024-05-01"), None),
    ]


WITH_ID = "assignment_id,lead_id,user_id,start_date,end_date\n"


def test_two_assignments_of_one_user_and_day_are_told_apart_by_their_ids(graph: Graph, load: Load):
    text = f"{WITH_ID}S1,L1,U1,2024-05-01,2024-05-01\nS2,L1,U1,2024-05-01,\n"
    for created, unchanged in ((2, 0), (0, 2)):
        assert counts(load(assigned_to=text), "assigned_to.csv") == (created, 0, unchanged, 0, 0)
    assert counts(load(assigned_to=f"{WITH_ID}S2,L1,U1,,2024-06-01\n"), "assigned_to.csv") == (0, 1, 0, 0, 0)
    ids = "MATCH (:Lead)-[s:ASSIGNED_TO]->() RETURN s.uid, s.end ORDER BY s.uid"
    assert graph.read(ids, lambda *row: row) == [("S1", D("2024-05-01")), ("S2", D("2024-06-01"))]


def test_an_assignment_that_is_there_without_the_id_is_the_same_one(graph: Graph, load: Load):
    load(assigned_to=f"{HEADER}lead,L1,U1,2024-01-01,2024-02-01,\n")
    report = load(assigned_to=f"{WITH_ID}S1,L1,U1,2024-01-01,2024-02-01\nS2,L1,U1,2024-01-01,2024-03-01\n")
    assert counts(report, "assigned_to.csv") == (1, 0, 1, 0, 0)


def test_an_assignment_keeps_its_record_and_its_user(graph: Graph, load: Load):
    load(assigned_to=f"{WITH_ID}S1,L1,U1,2024-01-01,\n")
    report = load(
        assigned_to="assignment_id,record_kind,record_id,user_id,start_date\n"
        "S1,account,A1,U1,2024-01-01\nS3,account,A1,U2,2024-01-01\n"
    )
    assert refusals(report) == [("assigned_to.csv", 2, "assignment_id", "S1")]
    assert "of lead L1 to U1" in report.refused[0].reason
    report = load(assigned_to=f"{WITH_ID}S1,L1,U2,2024-01-01,\n")
    assert refusals(report) == [("assigned_to.csv", 2, "assignment_id", "S1")]
    assert [row[:2] for row in assigned(graph)] == [("A1", "U2"), ("L1", "U1")]


def test_an_assignment_id_that_is_no_uid_is_kept(graph: Graph, load: Load):
    text = f"{WITH_ID}no 1/a,L1,U1,2024-01-01,\n"
    load(assigned_to=text)
    assert counts(load(assigned_to=text), "assigned_to.csv") == (0, 0, 1, 0, 0)
    assert graph.read("MATCH ()-[s:ASSIGNED_TO]->() RETURN s.external_id", str) == ["no 1/a"]


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        ("lead,L9,U1,,,", "record_id", "L9"),
        ("lead,L1,U9,,,", "user_id", "U9"),
        ("opportunity,O1,U1,,,", "record_id", "O1"),
        ("segment,S1,U1,,,", "record_kind", "segment"),
        (",L1,U1,,,", "record_kind", ""),
        ("lead,,U1,,,", "record_id", ""),
        ("lead,L1,U1,2024-05,,", "start_date", "2024-05"),
        ("lead,L1,U1,2024-05-01,2024-04-30,", "end_date", "2024-04-30"),
    ],
)
def test_a_row_that_cannot_be_meant_is_refused_with_its_cell(
    graph: Graph, load: Load, row: str, column: str, value: str
):
    report = load(assigned_to=f"{HEADER}{row}\nlead,L1,U1,2024-01-01,,\n")
    assert refusals(report) == [("assigned_to.csv", 2, column, value)]
    assert len(assigned(graph)) == 1
