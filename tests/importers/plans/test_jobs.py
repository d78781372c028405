from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from graphcrm.dates import OPEN_END, UNKNOWN_START
from graphcrm.graph import Graph
from graphcrm.queries.moves.proposed_moves import proposed_moves

from ..conftest import TODAY, Load, counts, notes, refusals

pytestmark = pytest.mark.usefixtures("cast")

D = date.fromisoformat


def stints(graph: Graph, *names: str) -> list[tuple[Any, ...]]:
    """The named properties of each stint, sorted as text."""
    rows = graph.read(
        "MATCH (c:Contact)-[w:WORKS_AT]->(a:Account) RETURN [n IN $names | CASE n WHEN 'contact' THEN c.uid "
        "WHEN 'account' THEN a.uid ELSE w[n] END]",
        tuple,
        names=names,
    )
    return sorted(rows, key=str)


def test_a_job_has_its_dates_as_entered_and_four_bounds(graph: Graph, load: Load):
    report = load(
        works_at="job_id,contact_id,account_id,title,department,role,kind,primary,start_date,end_date,verified_on\n"
        "J1,C1,A1,Engineer,R&D,Buyer,Board,yes,2019-05,2021,2024-03-01\n"
    )
    assert counts(report, "works_at.csv") == (1, 0, 0, 0, 0)
    assert stints(graph, "uid", "contact", "account", "title", "department", "role", "kind", "primary", "rev") == [
        ("J1", "C1", "A1", "Engineer", "R&D", "buyer", "board", True, 1)
    ]
    assert stints(
        graph, "start", "end", "end_status", "verified_on", "start_min", "start_max", "end_min", "end_max"
    ) == [
        (
            "2019-05",
            "2021",
            "ended",
            D("2024-03-01"),
            D("2019-05-01"),
            D("2019-05-31"),
            D("2021-01-01"),
            D("2022-01-01"),
        )
    ]
    types = graph.read(
        "MATCH ()-[w:WORKS_AT]->() RETURN valueType(w.end_max), valueType(w.recorded_at)", lambda *row: row
    )
    assert types == [("DATE NOT NULL", "ZONED DATETIME NOT NULL")]


def test_a_job_is_an_ongoing_employment_verified_today_unless_the_row_says_otherwise(graph: Graph, load: Load):
    load(works_at="contact_id,account_id\nC1,A1\n")
    assert stints(graph, "kind", "end_status", "verified_on", "start_min", "start_max", "end_max", "primary") == [
        ("employee", "ongoing", TODAY, UNKNOWN_START, TODAY, OPEN_END, None)
    ]


def test_the_same_file_twice_changes_nothing_even_on_another_day(graph: Graph, load: Load):
    text = "contact_id,account_id,title,start_date,end_date\nC1,A1,Boss,,\nC1,A2,,2019,2020\nC2,A1,,,2020-01-01\n"
    load(works_at=text)
    before = stints(graph, "uid", "verified_on", "start_max", "end_max", "rev")
    report = load(works_at=text, today=date(2030, 1, 1))
    assert counts(report, "works_at.csv") == (0, 0, 3, 0, 0)
    assert stints(graph, "uid", "verified_on", "start_max", "end_max", "rev") == before


def test_two_stints_at_one_account_are_told_apart_by_their_dates(graph: Graph, load: Load):
    load(works_at="contact_id,account_id,start_date,end_date\nC1,A1,2010,2012\nC1,A1,2015,\n")
    assert stints(graph, "start") == [("2010",), ("2015",)]


def test_a_row_equal_to_a_stored_stint_in_six_fields_is_that_stint_whatever_its_uid(graph: Graph, load: Load):
    load(works_at="job_id,contact_id,account_id,title,start_date\nJ1,C1,A1,Boss,2019\n")
    report = load(works_at="contact_id,account_id,title,start_date,department\nC1,A1,Boss,2019,Sales\n")
    assert counts(report, "works_at.csv") == (0, 1, 0, 0, 0)
    assert stints(graph, "uid", "department", "rev") == [("J1", "Sales", 2)]


@pytest.mark.parametrize(
    "other",
    ["C1,A2,Boss,employee,2019,", "C1,A1,Chief,employee,2019,", "C1,A1,Boss,board,2019,", "C1,A1,Boss,employee,2018,"],
)
def test_a_row_that_differs_in_one_of_the_six_fields_is_another_stint(graph: Graph, load: Load, other: str):
    header = "contact_id,account_id,title,kind,start_date,end_date\n"
    load(works_at=f"{header}C1,A1,Boss,,2019,\n")
    assert counts(load(works_at=header + other + "\n"), "works_at.csv") == (1, 0, 0, 0, 0)
    assert len(stints(graph, "uid")) == 2


def test_an_end_closes_the_one_open_stint_that_it_matches(graph: Graph, load: Load):
    load(works_at="job_id,contact_id,account_id,title,start_date\nJ1,C1,A1,Boss,2019\n")
    closing = "contact_id,account_id,start_date,end_date\nC1,A1,2019,2021-05-01\n"
    assert counts(load(works_at=closing), "works_at.csv") == (0, 1, 0, 0, 0)
    assert stints(graph, "uid", "title", "end", "end_status", "end_max", "rev") == [
        ("J1", "Boss", "2021-05-01", "ended", D("2021-05-01"), 2)
    ]
    assert counts(load(works_at=closing), "works_at.csv") == (0, 0, 1, 0, 0)


def test_an_end_closes_nothing_where_two_open_stints_match(graph: Graph, load: Load):
    load(works_at="job_id,contact_id,account_id,title\nJ1,C1,A1,Boss\nJ2,C1,A1,Chair\n")
    closing = "contact_id,account_id,end_date\nC1,A1,2021\n"
    assert counts(load(works_at=closing), "works_at.csv") == (1, 0, 0, 0, 0)
    assert [row[0] for row in stints(graph, "end")] == ["2021", None, None]
    assert counts(load(works_at=closing), "works_at.csv") == (0, 0, 1, 0, 0)


@pytest.mark.parametrize("order", [("C1,A1,2019,", "C1,A1,2019,2021"), ("C1,A1,2019,2021", "C1,A1,2019,")])
def test_an_end_closes_nothing_that_the_import_itself_lists_as_open(graph: Graph, load: Load, order: tuple[str, str]):
    header = "contact_id,account_id,start_date,end_date\n"
    load(works_at="job_id,contact_id,account_id,start_date\nJ1,C1,A1,2019\n")
    report = load(works_at=header + "\n".join(order) + "\n")
    assert counts(report, "works_at.csv") == (1, 0, 1, 0, 0)
    assert [row[1] for row in stints(graph, "start", "end")] == ["2021", None]


def test_the_second_of_two_ends_is_a_stint_of_its_own_the_second_time_too(graph: Graph, load: Load):
    load(works_at="job_id,contact_id,account_id,title,start_date\nJ1,C1,A1,Boss,2019\n")
    text = "contact_id,account_id,title,start_date,end_date\nC1,A1,,2019,2021\nC1,A1,Chair,2019,2021\n"
    assert counts(load(works_at=text), "works_at.csv") == (1, 1, 0, 0, 0)
    before = stints(graph, "uid", "title", "end", "rev")
    assert [row[1:] for row in sorted(before, key=lambda row: row[1])] == [("Boss", "2021", 2), ("Chair", "2021", 1)]
    assert counts(load(works_at=text), "works_at.csv") == (0, 0, 2, 0, 0)
    assert stints(graph, "uid", "title", "end", "rev") == before


def test_a_stored_stint_that_ended_is_not_opened_again_by_an_older_file(graph: Graph, load: Load):
    older = "contact_id,account_id,start_date\nC1,A1,2019\n"
    load(works_at=older)
    load(works_at="contact_id,account_id,start_date,end_date\nC1,A1,2019,2021\n")
    assert counts(load(works_at=older), "works_at.csv") == (0, 0, 1, 0, 0)
    assert stints(graph, "end", "end_status") == [("2021", "ended")]


def test_bounds_follow_from_the_merged_values_of_row_and_stint(graph: Graph, load: Load):
    load(works_at="job_id,contact_id,account_id,start_date\nJ1,C1,A1,2019-05-17\n")
    load(works_at="job_id,contact_id,account_id,end_date\nJ1,C1,A1,2021-06\n")
    assert stints(graph, "start_min", "end_min", "end_max") == [(D("2019-05-17"), D("2021-06-01"), D("2021-07-01"))]


def test_a_row_whose_merged_dates_cannot_be_is_refused_and_the_stint_stays(graph: Graph, load: Load):
    load(works_at="job_id,contact_id,account_id,start_date,end_date\nJ1,C1,A1,2019,\nJ2,C2,A1,2019,2020\n")
    report = load(works_at="job_id,contact_id,account_id,end_date,end_status\nJ1,C1,A1,2018,\nJ2,C2,A1,,ongoing\n")
    assert refusals(report) == [("works_at.csv", 2, "end_date", "2018"), ("works_at.csv", 3, "end_status", "ongoing")]
    assert stints(graph, "uid", "end", "rev") == [("J1", None, 1), ("J2", "2020", 1)]


def test_a_job_known_to_have_ended_is_verified_on_the_day_that_is_learnt(graph: Graph, load: Load):
    load(works_at="job_id,contact_id,account_id,start_date,verified_on\nJ1,C1,A1,2019,2020-01-01\n")
    text = "job_id,contact_id,account_id,end_status\nJ1,C1,A1,ended\n"
    load(works_at=text)
    assert stints(graph, "end_min", "end_max", "verified_on") == [(D("2019-12-31"), TODAY, TODAY)]
    assert counts(load(works_at=text, today=date(2030, 1, 1)), "works_at.csv") == (0, 0, 1, 0, 0)


@pytest.mark.parametrize(
    ("start", "end", "column"),
    [
        ("2019-05-17", "2019-05-17", "end_date"),
        ("2019-13", "", "start_date"),
        ("2019-02-30", "", "start_date"),
        ("17.5.2019", "", "start_date"),
        ("2100", "", "start_date"),
        ("", "soon", "end_date"),
    ],
)
def test_dates_that_cannot_be_are_refused_with_their_cell(load: Load, start: str, end: str, column: str):
    report = load(works_at=f"contact_id,account_id,start_date,end_date\nC1,A1,{start},{end}\n")
    assert refusals(report) == [("works_at.csv", 2, column, start if column == "start_date" else end)]


def test_rows_of_unknown_people_and_accounts_are_refused_with_their_ids(graph: Graph, load: Load):
    report = load(
        contacts="contact_id,name\nC8,\n",
        works_at="contact_id,account_id\nC9,A1\nC1,A9\nC8,A1\nC1,A1\n",
    )
    assert refusals(report)[1:] == [
        ("works_at.csv", 2, "contact_id", "C9"),
        ("works_at.csv", 3, "account_id", "A9"),
        ("works_at.csv", 4, "contact_id", "C8"),
    ]
    assert stints(graph, "contact", "account") == [("C1", "A1")]


def test_a_job_id_keeps_its_contact_and_its_account(graph: Graph, load: Load):
    load(works_at="job_id,contact_id,account_id\nJ1,C1,A1\n")
    report = load(works_at="job_id,contact_id,account_id\nJ1,C2,A1\n")
    assert refusals(report) == [("works_at.csv", 2, "job_id", "J1")]
    assert refusals(load(works_at="job_id,contact_id,account_id\nJ1,C1,A2\n")) == [("works_at.csv", 2, "job_id", "J1")]
    assert stints(graph, "contact", "account") == [("C1", "A1")]


def test_one_id_twice_with_other_content_is_refused_and_exact_repeats_count_once(graph: Graph, load: Load):
    report = load(
        works_at="job_id,contact_id,account_id,title,department\n"
        "J1,C1,A1,Boss,\nJ1,C2,A1,Boss,\nJ1,C1,A1,Boss,\n,C2,A1,Chair,Sales\n,C2,A1,Chair,Sales\n,C2,A1,Chair,Legal\n"
    )
    assert counts(report, "works_at.csv") == (2, 0, 0, 2, 2)
    assert refusals(report) == [("works_at.csv", 3, "job_id", "J1"), ("works_at.csv", 7, "job_id", "")]
    assert "line 2 of works_at.csv" in report.refused[0].reason
    assert stints(graph, "contact", "department") == [("C1", None), ("C2", "Sales")]


@pytest.mark.parametrize(
    ("first", "column"),
    [
        ("J1,C1,A1,Boss,2019-13,", "start_date"),
        ("J1,C1,A1,Boss,2019,2018", "end_date"),
        ("J1,C9,A1,Boss,2019,", "contact_id"),
        ("J1,C1,,Boss,2019,", "account_id"),
        ("J1,C2,A2,,2019,2018", "end_date"),
    ],
)
def test_a_refused_row_does_not_keep_a_job_id_from_the_next_one(graph: Graph, load: Load, first: str, column: str):
    header = "job_id,contact_id,account_id,title,start_date,end_date\n"
    text = f"{header}{first}\nJ1,C1,A1,Chair,2019,\nJ1,C1,A1,Cook,2019,\n"
    for created, unchanged in ((1, 0), (0, 1)):
        report = load(works_at=text)
        assert counts(report, "works_at.csv") == (created, 0, unchanged, 2, 0)
        # Run again, the job is there, and is another one's than the refused row says.
        assert [row[1:3] for row in refusals(report)] == [
            (2, column if created or "C2" not in first else "job_id"),
            (4, "job_id"),
        ]
        assert "line 3 of works_at.csv" in report.refused[1].reason
        assert stints(graph, "uid", "title", "rev") == [("J1", "Chair", 1)]


def test_a_row_that_is_refused_next_to_a_good_one_of_its_id_is_no_conflict(graph: Graph, load: Load):
    load(works_at="job_id,contact_id,account_id,start_date\nJ1,C1,A1,2019\n")
    report = load(works_at="job_id,contact_id,account_id,start_date,end_date\nJ1,C1,A1,,2018\nJ1,C1,A1,,2021\n")
    assert counts(report, "works_at.csv") == (0, 1, 0, 1, 0)
    assert notes(report, "conflict") == []
    assert stints(graph, "uid", "start", "end") == [("J1", "2019", "2021")]


def test_a_job_id_that_is_no_uid_is_kept_on_the_job(graph: Graph, load: Load):
    text = "job_id,contact_id,account_id\njob #1,C1,A1\n"
    load(works_at=text)
    assert stints(graph, "external_id") == [("job #1",)]
    assert counts(load(works_at=text), "works_at.csv") == (0, 0, 1, 0, 0)


def test_what_another_system_calls_a_job_is_a_column_of_its_own(graph: Graph, load: Load):
    load(works_at="job_id,contact_id,account_id,external_id,concurrent\nJ1,C1,A1,job #1,yes\n")
    assert stints(graph, "uid", "external_id", "concurrent") == [("J1", "job #1", True)]


def test_a_certain_overlap_of_one_kind_at_one_account_is_loaded_and_named(graph: Graph, load: Load):
    header = "contact_id,account_id,title,kind,start_date,end_date\n"
    text = f"{header}C1,A1,Boss,,2019,2022\nC1,A1,Chair,,2020,2023\nC1,A1,Adviser,advisor,2020,\nC1,A2,Cook,,2020,\n"
    for _ in range(2):
        report = load(works_at=text)
        assert notes(report, "conflict") == ["C1 at A1: two jobs of kind employee at once (line 2, line 3)"]
    assert len(stints(graph, "uid")) == 4


def test_stints_that_touch_or_only_may_overlap_are_no_conflict(load: Load):
    header = "contact_id,account_id,start_date,end_date\n"
    report = load(
        works_at=f"{header}C1,A1,2019-01-01,2020-05-01\nC1,A1,2020-05-01,\nC2,A1,2018,2020-05\nC2,A1,2020,2021\n"
    )
    assert notes(report, "conflict") == []


def test_the_later_of_two_primary_jobs_on_one_day_is_not_primary_and_named(graph: Graph, load: Load):
    text = (
        "contact_id,account_id,primary,start_date,end_date\nC1,A1,yes,2015,2019\nC1,A2,yes,2018,\nC1,A2,yes,2010,2011\n"
    )
    for _ in range(2):
        report = load(works_at=text)
        assert notes(report, "primary") == ["C1 at A2 is not the primary job: line 2 is, on the same day"]
    assert stints(graph, "start", "primary", "rev") == [("2010", True, 1), ("2015", True, 1), ("2018", False, 1)]


@pytest.mark.parametrize(
    "order", [("J1,C1,A1,,2024-01-01", "J2,C1,A2,yes,"), ("J2,C1,A2,yes,", "J1,C1,A1,,2024-01-01")]
)
def test_a_move_ends_one_primary_job_and_begins_another_in_any_order(graph: Graph, load: Load, order: tuple[str, str]):
    load(works_at="job_id,contact_id,account_id,primary,start_date\nJ1,C1,A1,yes,2019\n")
    header = "job_id,contact_id,account_id,primary,end_date,start_date\n"
    first, second = (f"{row},{'2024-01-01' if row.startswith('J2') else ''}" for row in order)
    text = f"{header}{first}\n{second}\n"
    report = load(works_at=text)
    assert notes(report, "primary") == []
    assert stints(graph, "uid", "primary", "end") == [("J1", True, "2024-01-01"), ("J2", True, None)]
    assert counts(load(works_at=text), "works_at.csv") == (0, 0, 2, 0, 0)


def test_a_new_employer_proposes_a_move_whether_its_start_is_known_or_not(graph: Graph, load: Load):
    today = datetime.now(UTC).date()
    head = "job_id,contact_id,account_id,start_date\n"
    load(works_at=f"{head}J1,C1,A1,2019\nJ2,C2,A1,\nJ3,C3,A1,2019\nJ4,C3,A2,\n", today=today)
    load(works_at=f"{head}J5,C1,A2,{today}\nJ6,C2,A2,\nJ4,C3,A2,\n", today=today)
    found = proposed_moves(graph, since=today, on=today)
    assert {(move.from_job, move.uid) for move in found} == {("J1", "J5"), ("J2", "J6")}, "C3 had both from the first"
    assert stints(graph, "uid", "end") == [(f"J{n}", None) for n in range(1, 7)]
