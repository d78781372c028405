"""Rows about what is in the trash, and rows that refer to it, are refused: nothing hangs on it then."""

from __future__ import annotations

import time
from concurrent.futures import Future, ThreadPoolExecutor

import pytest

from graphcrm.access import kind_of
from graphcrm.graph import Graph
from graphcrm.importers.report import Report
from graphcrm.services import trash
from graphcrm.services.changes import Author, Change, change
from graphcrm.services.checks import check

from .conftest import Load, refusals

SET_ASIDE = "MATCH (n)-[e]-() WHERE n.deleted_at IS NOT NULL RETURN DISTINCT type(e)"
ABOUT = {
    "Account": ("accounts", "account_id,name\nA1,Acme Ltd\n"),
    "Contact": ("contacts", "contact_id,name\nC1,Ada King\n"),
    "Lead": ("leads", "lead_id,name\nL1,Lea King\n"),
    "Opportunity": ("opportunities", "opportunity_id,name\nO1,Line King\n"),
    "Contract": ("contracts", "contract_id,name\nN1,Line King\n"),
    "Order": ("orders", "order_id,name\nR1,Line King\n"),
    "ServiceRequest": ("service_requests", "service_request_id,name\nQ1,Line King\n"),
    "Campaign": ("campaigns", "campaign_id,name\nG1,Fair King\n"),
    "Task": ("tasks", "task_id,name\nT1,Call King\n"),
    "User": ("users", "user_id,name\nU1,Alice King\n"),
}
REFERRING = {
    "works_at": "contact_id,account_id,start_date\nC1,A1,2020\n",
    "interactions": "interaction_id,user_id,contact_id,at,channel\nI1,U1,C1,2024-05-01,call\n",
    "ratings": "user_id,contact_id,value\nU1,C1,3\n",
    "assigned_to": "user_id,contact_id,start_date\nU1,C1,2024-05-01\n",
    "opportunities": "opportunity_id,name,contacts\nO1,Line,C2;C1 (buyer)\n",
    "contracts": "contract_id,name,contacts\nN1,Line,C2;C1 (buyer)\n",
    "service_requests": "service_request_id,name,contacts\nQ1,Line,C1\n",
    "tasks": "task_id,name,about_contacts\nT1,Call,C2;C1\n",
    "users": "user_id,name,contact_id\nU2,Bob,C1\n",
}


def into_trash(graph: Graph, label: str, uid: str) -> None:
    change(graph, Author(), lambda made: trash.trash(made, kind_of(label), uid))


@pytest.mark.parametrize("label", ABOUT)
def test_a_row_about_it_changes_nothing(graph: Graph, load: Load, cast: None, label: str):
    file, text = ABOUT[label]
    uid = text.splitlines()[1].split(",")[0]
    load(tasks="task_id,name\nT1,Call\n", opportunities="opportunity_id,name\nO1,Line\n")
    load(contracts="contract_id,name\nN1,Line\n", orders="order_id,name\nR1,Line\n")
    load(service_requests="service_request_id,name\nQ1,Line\n")
    load(campaigns="campaign_id,name\nG1,Fair\n")
    into_trash(graph, label, uid)
    report = load(**{file: text})
    assert [row[:2] for row in refusals(report)] == [(f"{file}.csv", 2)]
    assert "in the trash" in report.refused[0].reason
    names = graph.read("MATCH (n {uid: $uid}) RETURN n.name, n.rev", lambda *row: row, uid=uid)
    assert names == [(text.splitlines()[1].split(",")[1].split()[0], 2)]


@pytest.mark.parametrize("file", REFERRING)
def test_a_row_that_refers_to_it_is_refused(graph: Graph, load: Load, cast: None, file: str):
    into_trash(graph, "Contact", "C1")
    report = load(**{file: REFERRING[file]})
    assert [row[:2] for row in refusals(report)] == [(f"{file}.csv", 2)]
    assert graph.read(SET_ASIDE, str) == []


def test_what_it_was_tied_to_before_stays_set_aside(graph: Graph, load: Load, cast: None):
    load(works_at=REFERRING["works_at"], interactions=REFERRING["interactions"])
    into_trash(graph, "Contact", "C1")
    load(works_at=REFERRING["works_at"], interactions=REFERRING["interactions"])
    assert graph.read(SET_ASIDE, str) == ["TRASHED"]


@pytest.mark.parametrize("file", REFERRING)
def test_a_row_waits_for_whoever_puts_what_it_names_into_the_trash(graph: Graph, load: Load, cast: None, file: str):
    def slowly(made: Change) -> Future[Report]:
        trash.trash(made, "contact", "C1")
        begun = one.submit(lambda: load(**{file: REFERRING[file]}))
        time.sleep(0.5)  # it has asked for the contact, which is not in the trash for it yet
        return begun

    with ThreadPoolExecutor(1) as one:
        report = change(graph, Author(), slowly).result()
    assert [row[:2] for row in refusals(report)] == [(f"{file}.csv", 2)]
    assert graph.read(SET_ASIDE, str) == []
    assert check(graph) == []


REUSING = {
    "works_at": ("job_id,contact_id,account_id,start_date\n", "J1,C1,A1,2020\n", "J1,C2,A1,2021\n"),
    "assigned_to": ("assignment_id,user_id,contact_id,start_date\n", "S1,U1,C1,2024-05-01\n", "S1,U1,C2,2024-05-02\n"),
    "contact_links": ("link_id,from_contact_id,to_contact_id,kind\n", "K1,C1,C2,reports_to\n", "K1,C2,C3,reports_to\n"),
    "account_links": ("link_id,from_account_id,to_account_id,kind\n", "K1,A1,A2,partner_of\n", "K1,A2,A3,partner_of\n"),
}


@pytest.mark.parametrize("file", REUSING)
def test_an_id_of_what_is_set_aside_is_not_used_for_another(graph: Graph, load: Load, cast: None, file: str):
    head, first, other = REUSING[file]
    load(contacts="contact_id,name\nC2,Bea\nC3,Cleo\n", accounts="account_id,name\nA2,Bolt\nA3,Core\n")
    assert load(**{file: head + first}).refused == []
    label, uid = ("Account", "A1") if file == "account_links" else ("Contact", "C1")
    into_trash(graph, label, uid)
    report = load(**{file: head + other})
    assert [row[:2] for row in refusals(report)] == [(f"{file}.csv", 2)]
    assert "restore or purge that first, or give another id" in report.refused[0].reason
    change(graph, Author(), lambda made: trash.restore(made, kind_of(label), uid))
    assert check(graph) == []
    assert load(**{file: head + first}).of(f"{file}.csv").unchanged == 1
