from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from digest import described

from graphcrm.graph import Graph

from ..conftest import CAST, Load, counts, notes, refusals

pytestmark = pytest.mark.usefixtures("cast")

ACCOUNTS = "link_id,from_account_id,to_account_id,kind,start_date,end_date,end_status,verified_on,source\n"
CONTACTS = "link_id,from_contact_id,to_contact_id,kind,relation,start_date,end_date,end_status,verified_on,source\n"
D = date.fromisoformat


def linked(graph: Graph) -> list[tuple[Any, ...]]:
    cypher = (
        "MATCH (a)-[e:SUBSIDIARY_OF|PARTNER_OF|SUCCEEDED_BY|REPORTS_TO|RELATED_TO]->(b) "
        "RETURN a.uid, type(e), b.uid, e.start, e.end, e.rev ORDER BY a.uid, type(e), b.uid, e.start"
    )
    return graph.read(cypher, lambda *row: row)


def carried(graph: Graph) -> list[tuple[str, str]]:
    cypher = "MATCH (c)-[w:WORKS_AT]->(a) WHERE w.carried_from IS NOT NULL RETURN c.uid, a.uid ORDER BY c.uid, a.uid"
    return graph.read(cypher, lambda *row: row)


def test_links_have_their_dates_as_entered_and_four_bounds(graph: Graph, load: Load):
    report = load(
        account_links=f"{ACCOUNTS}K1,A1,A2,Subsidiary of,2019-05,2021,,2024-03-01,erp\n",
        contact_links=f"{CONTACTS}K2,C1,C2,related_to,Mentor,,,,,\n",
    )
    assert counts(report, "account_links.csv") == counts(report, "contact_links.csv") == (1, 0, 0, 0, 0)
    found = graph.read("MATCH (:Account)-[e:SUBSIDIARY_OF]->() RETURN e {.*, recorded_at: null}", dict)
    assert {name: value for name, value in found[0].items() if value is not None} == {
        "uid": "K1", "start": "2019-05", "end": "2021", "end_status": "ended", "source": "erp", "rev": 1,
        "verified_on": D("2024-03-01"), "start_min": D("2019-05-01"), "start_max": D("2019-05-31"),
        "end_min": D("2021-01-01"), "end_max": D("2022-01-01"),
    }  # fmt: skip
    said = "MATCH ()-[e:RELATED_TO]->() RETURN e.relation, e.end_status, e.verified_on, valueType(e.recorded_at)"
    assert graph.read(said, lambda *row: row) == [("mentor", "ongoing", D("2026-06-01"), "ZONED DATETIME NOT NULL")]


def test_the_same_files_twice_change_nothing(graph: Graph, load: Load):
    files = {
        "account_links": f"{ACCOUNTS},A1,A2,partner_of,2019,2020,,,\n,A1,A2,partner_of,2020,,,,\nK,A2,A1,succeeded_by,2010,,,,\n",
        "contact_links": f"{CONTACTS},C1,C2,reports_to,,2019,2020-02,,,\n,C3,C2,reports_to,,,,ended,2024-01-01,\n",
    }
    load(**files)
    before = described(graph)
    report = load(**files, today=date(2030, 1, 1))
    assert counts(report, "account_links.csv") == (0, 0, 3, 0, 0)
    assert counts(report, "contact_links.csv") == (0, 0, 2, 0, 0)
    assert described(graph) == before


def test_a_row_without_an_id_ends_the_one_open_link_unless_the_import_lists_it(graph: Graph, load: Load):
    load(contact_links=f"{CONTACTS},C1,C2,reports_to,,2019,,,,\n")
    ends = f"{CONTACTS},C1,C2,reports_to,,2019,2021-01-01,,,\n"
    for _ in range(2):
        report = load(contact_links=ends)
        assert linked(graph) == [("C1", "REPORTS_TO", "C2", "2019", "2021-01-01", 2)]
    assert counts(report, "contact_links.csv") == (0, 0, 1, 0, 0)
    report = load(contact_links=f"{ends},C1,C2,reports_to,,2021-01-01,,,,\n")
    assert counts(report, "contact_links.csv") == (1, 0, 1, 0, 0)


def test_an_id_changes_its_link_and_keeps_its_ends(graph: Graph, load: Load):
    load(account_links=f"{ACCOUNTS}K,A1,A2,partner_of,2019,,,,\n")
    load(account_links=f"{ACCOUNTS}K,A1,A2,partner_of,2018,2020,,,\n")
    assert linked(graph) == [("A1", "PARTNER_OF", "A2", "2018", "2020", 2)]
    report = load(account_links=f"{ACCOUNTS}K,A2,A1,partner_of,2018,,,,\n")
    assert refusals(report) == [("account_links.csv", 2, "link_id", "K")]


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        (",A9,A2,partner_of,,,,,", "from_account_id", "A9"),
        (",A1,A9,partner_of,,,,,", "to_account_id", "A9"),
        (",A1,,partner_of,,,,,", "to_account_id", ""),
        (",A1,A2,,,,,,", "kind", ""),
        (",A1,A2,reports_to,,,,,", "kind", "reports_to"),
        (",A1,A1,partner_of,,,,,", "to_account_id", "A1"),
        (",A1,A2,partner_of,2019-13,,,,", "start_date", "2019-13"),
        (",A1,A2,partner_of,2020,2019,,,", "end_date", "2019"),
        (",A1,A2,partner_of,,2019,ongoing,,", "end_status", "ongoing"),
        (",A1,A2,succeeded_by,2015,,,,", "start_date", "2015"),
        (",A2,A1,succeeded_by,2015,,,,", "to_account_id", "A1"),
    ],
)
def test_a_row_that_cannot_be_meant_is_refused_with_its_cell(
    graph: Graph, load: Load, row: str, column: str, value: str
):
    load(account_links=f"{ACCOUNTS}K,A1,A2,succeeded_by,2010,,,,\n")
    report = load(account_links=f"{ACCOUNTS}{row}\n")
    assert refusals(report) == [("account_links.csv", 2, column, value)]
    assert len(linked(graph)) == 1


def test_a_ring_within_one_file_is_met_too(graph: Graph, load: Load):
    rows = ",C1,C2,reports_to,,2019,,,,\n,C2,C3,reports_to,,2019,,,,\n,C3,C1,reports_to,,2019,,,,\n"
    report = load(contact_links=CONTACTS + rows)
    assert refusals(report) == [("contact_links.csv", 4, "to_contact_id", "C1")]
    assert len(linked(graph)) == 2


def test_jobs_follow_an_acquisition_whichever_is_imported_first(graph: Graph, load: Load):
    works = "job_id,contact_id,account_id,start_date,end_date\nJ1,C1,A1,2010,\nJ2,C2,A1,2010,2012\nJ3,C3,A2,2010,\n"
    links = f"{ACCOUNTS}K,A1,A2,succeeded_by,2015,,,,\n"
    load(works_at=works, account_links=links)
    assert carried(graph) == [("C1", "A2")]
    both = described(graph)
    graph.write("MATCH (n) WHERE NOT n:SchemaVersion DETACH DELETE n")
    load(**CAST, account_links=links)
    load(works_at=works)
    assert described(graph) == both
    load(works_at="job_id,contact_id,account_id,end_date\nJ1,C1,A1,2014\n")
    assert carried(graph) == []
    load(account_links=f"{ACCOUNTS}K,A1,A2,succeeded_by,2011,,,,\n")
    assert carried(graph) == [("C1", "A2"), ("C2", "A2")]


def test_what_is_carried_over_is_no_job_that_a_row_could_be(graph: Graph, load: Load):
    load(
        works_at="job_id,contact_id,account_id,start_date\nJ1,C1,A1,2010\n",
        account_links=f"{ACCOUNTS}K,A1,A2,succeeded_by,2015,,,,\n",
    )
    report = load(works_at="contact_id,account_id,start_date,end_date,primary\nC1,A2,2015,2020,yes\n")
    assert counts(report, "works_at.csv") == (1, 0, 0, 0, 0)
    assert notes(report, "conflict") == notes(report, "primary") == []


def test_a_check_writes_nothing(graph: Graph, load: Load):
    before = described(graph)
    report = load(account_links=f"{ACCOUNTS}K,A1,A2,succeeded_by,2015,,,,\n", options={"dry_run": True})
    assert counts(report, "account_links.csv") == (1, 0, 0, 0, 0)
    assert described(graph) == before
