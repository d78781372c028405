"""contracts.csv, orders.csv and service_requests.csv."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.contracts.contract import contract as one_contract
from graphcrm.queries.contracts.order import order as one_order
from graphcrm.queries.service_requests.service_request import service_request as one_request
from graphcrm.services.checks import check

from ..conftest import Load, counts, refusals

OTHERS = {
    "accounts": "account_id,name\nA1,Acme\nA2,Beta\n", "contacts": "contact_id,name\nP1,Ada\nP2,Bo\n",
    "opportunities": "opportunity_id,name,account_id\nO1,Line,A1\n", "users": "user_id,name\nU1,Alice\n",
}  # fmt: skip


@pytest.fixture
def others(load: Load) -> None:
    load(**OTHERS)


def test_a_contract_comes_with_what_it_is_tied_to_and_what_follows(graph: Graph, load: Load, others: None) -> None:
    report = load(
        contracts="contract_id,name,number,account_id,contacts,opportunity_id,start_date,end_date,status,amount,currency\n"
        "N1,Service,7,A1,P1;P2 (buyer),O1,2024-05,2030,active,10.5,EUR\n",
        assigned_to="contract_id,user_id\nN1,U1\n",
    )
    assert refusals(report) == []
    found = one_contract(graph, uid="N1")
    assert (found.account, found.opportunity, found.owner) == (["A1", "Acme"], ["O1", "Line"], ["U1", "Alice"])
    assert found.contacts == [["P1", "Ada", None, False], ["P2", "Bo", "buyer", False]]
    assert (found.start, found.end, found.due, found.amount) == ("2024-05", "2030", "2030-01-01", 10.5)
    load(contracts="contract_id,name,account_id,status,end\nN1,,A2,ended,2029\n")
    found = one_contract(graph, uid="N1")
    assert (found.account, found.status, found.end, found.due, found.rev) == (["A2", "Beta"], "ended", "2029", "~", 2)
    assert counts(load(contracts="contract_id,name\nN1,Service\n"), "contracts.csv") == (0, 0, 1, 0, 0)
    assert check(graph) == []


@pytest.mark.parametrize(
    ("table", "row", "field"),
    [
        ("contracts", "contract_id,name,amount\nN1,A,5\n", "currency"),
        ("contracts", "contract_id,name,start,end\nN1,A,2024,2023\n", "end"),
        ("contracts", "contract_id,name,account_id\nN1,A,A9\n", "account"),
        ("contracts", "contract_id,name,opportunity_id\nN1,A,O9\n", "opportunity"),
        ("orders", "order_id,name,ordered_on,deliver_by\nR1,A,2024-05-02,2024-05-01\n", "deliver_by"),
        ("service_requests", "service_request_id,name,satisfaction\nQ1,A,5\n", "satisfaction"),
        ("service_requests", "service_request_id,name,status,waiting_since\nQ1,A,open,2024-05-01\n", "waiting_since"),
        ("service_requests", "service_request_id,name,solved_at\nQ1,A,2024-05-01\n", "solved_at"),
        ("service_requests", "service_request_id,name,asked_at\nQ1,A,9999-12-31\n", "asked_at"),
        ("service_requests", "service_request_id,name,answer_by\nQ1,A,0001-01-01\n", "answer_by"),
        ("service_requests", "service_request_id,name,waited\nQ1,A,9007199254740992\n", "waited"),
    ],
)
def test_a_row_that_cannot_be_is_refused(load: Load, others: None, table: str, row: str, field: str) -> None:
    report = load(**{table: row})
    assert [one[0] for one in refusals(report)] == [f"{table}.csv"]
    assert field in str(report.refused[0])


def test_an_order_is_loaded(graph: Graph, load: Load, others: None) -> None:
    load(orders="order_id,name,account_id,ordered_on,deliver_by,status\nR1,Box,A1,2024-05-01,2024-06-01,placed\n")
    found = one_order(graph, uid="R1")
    assert (found.account, found.due) == (["A1", "Acme"], "2024-06-01")


def test_a_service_request_is_taken_as_it_is_and_its_clock_follows(graph: Graph, load: Load, others: None) -> None:
    load(
        service_requests="service_request_id,name,account_id,contacts,status,priority,asked_at,answered_at,solve_by\n"
        "Q1,Old,A1,P1,open,high,2024-05-01T08:00:00Z,2024-05-01T09:00:00Z,\n"
        "Q2,Own,A1,,new,high,2024-05-01T08:00:00Z,,2024-05-03T00:00:00Z\n"
    )
    at = datetime(2024, 5, 1, 8, tzinfo=UTC)
    found = one_request(graph, uid="Q1")
    assert found.solve_by
    assert (found.solve_by - at).total_seconds() == 24 * 3600
    assert one_request(graph, uid="Q2").solve_by == datetime(2024, 5, 3, tzinfo=UTC)
    clocks = graph.read("MATCH (n:ServiceRequest) RETURN n.uid, toString(n.clock) ORDER BY n.uid", lambda *row: row)
    assert clocks == [("Q1", "2024-05-02T08:00:00Z"), ("Q2", "2024-05-01T12:00:00Z")]
    load(service_requests="service_request_id,name,status\nQ1,,waiting\n")
    assert one_request(graph, uid="Q1").waiting_since
    load(service_requests="service_request_id,name,status,satisfaction\nQ1,,solved,5\n")
    found = one_request(graph, uid="Q1")
    assert (found.status, found.satisfaction, found.waiting_since) == ("solved", 5, None)
    assert check(graph) == []


def test_the_clock_of_what_is_taken_stands_still_where_it_does_and_is_new_though_it_was_answered(
    graph: Graph, load: Load, others: None
) -> None:
    report = load(
        service_requests="service_request_id,name,status,asked_at,answered_at,solved_at\n"
        "Q1,A,waiting,2024-05-01T08:00:00Z,,\n"
        "Q2,B,solved,2024-05-01T08:00:00Z,,2024-05-01T10:00:00Z\n"
        "Q3,C,closed,2024-05-01T08:00:00Z,,\n"
        "Q4,D,open,2024-05-01T08:00:00Z,,\n"
        "Q5,E,new,2024-05-01T08:00:00Z,2024-05-01T09:00:00Z,\n"
    )
    assert refusals(report) == []
    waits, solved, closed, is_open, again = (one_request(graph, uid=f"Q{n}") for n in range(1, 6))
    assert waits.waiting_since is not None
    assert waits.waiting_since == waits.answered_at
    ten = datetime(2024, 5, 1, 10, tzinfo=UTC)
    assert (solved.answered_at, solved.solved_at, solved.waiting_since) == (ten, ten, None)
    assert closed.solved_at is not None
    assert (is_open.answered_at is not None, is_open.solved_at) == (True, None)
    assert again.answered_at == datetime(2024, 5, 1, 9, tzinfo=UTC)
    assert check(graph) == []


def test_what_is_stored_stood_still_up_to_the_moment_that_a_row_says(graph: Graph, load: Load, others: None) -> None:
    columns = "service_request_id,name,status,asked_at,waiting_since,solved_at\n"
    load(service_requests=f"{columns}Q1,A,waiting,2024-05-01T08:00:00Z,2024-05-01T09:00:00Z,\n")
    due = one_request(graph, uid="Q1").solve_by
    load(service_requests=f"{columns}Q1,,solved,,,2024-05-01T12:00:00Z\n")
    found = one_request(graph, uid="Q1")
    assert due
    assert found.solve_by
    assert (found.waited, (found.solve_by - due).total_seconds()) == (3 * 3600, 3 * 3600)
    load(service_requests=f"{columns}Q1,,waiting,,2024-05-01T13:00:00Z,\n")
    found = one_request(graph, uid="Q1")
    assert (found.waited, found.solved_at) == (4 * 3600, None)
    assert check(graph) == []
