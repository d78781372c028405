from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.opportunities.opportunity import opportunity
from graphcrm.services import stages, trash
from graphcrm.services.changes import Author, change
from graphcrm.services.checks import check

from ..conftest import Load, counts, refusals

HEADER = "opportunity_id,name,stage,lost_reason,amount,currency,account_id,contacts\n"
LINE = "O1,Line,quote,,1000,eur,A1,C1 (Decision maker); C2\n"
pytestmark = pytest.mark.usefixtures("cast")


def test_a_new_one_has_what_its_row_says(graph: Graph, load: Load) -> None:
    report = load(
        opportunities="opportunity_id,name,description,stage,amount,currency,probability,expected_close,won_reason,"
        "stage_since,closed_at,trail,account_id,contacts,source,Room\n"
        "O1,Line,Nice,won,12.5,EUR,90,2026-06-05,Service,2026-06-05T10:00+02:00,2026-06-05,"
        "needs 2026-01-01T00:00:00+00:00;won 2026-06-05T08:00:00+00:00,A1,C1 (buyer),erp,blue\n"
        "O2,Pilot,,,,,,,,,,,,,,\n"
    )
    assert (report.refused, counts(report, "opportunities.csv")) == ([], (2, 0, 0, 0, 0))
    one, two = opportunity(graph, uid="O1"), opportunity(graph, uid="O2")
    assert (one.stage, one.status, one.amount, one.currency, one.probability, one.expected_close, one.won_reason) == (
        "won", "won", 12.5, "EUR", 90, date(2026, 6, 5), "Service",
    )  # fmt: skip
    assert (one.stage_since, one.closed_at, len(one.trail)) == (
        datetime(2026, 6, 5, 8, tzinfo=UTC), datetime(2026, 6, 5, tzinfo=UTC), 2,
    )  # fmt: skip
    assert (one.account[0] if one.account else None, [part[:3:2] for part in one.contacts]) == ("A1", [["C1", "buyer"]])
    assert (one.source, one.custom) == ("erp", [["x_room", "blue"]])
    assert (two.stage, two.status, two.account, two.contacts, two.trail) == ("first_contact", "open", None, [], [])
    assert check(graph) == []


def test_the_same_again_changes_nothing_and_other_rows_what_they_say(graph: Graph, load: Load) -> None:
    load(opportunities=HEADER + LINE)
    assert counts(load(opportunities=HEADER + LINE), "opportunities.csv") == (0, 0, 1, 0, 0)
    one = opportunity(graph, uid="O1")
    assert [part[:3:2] for part in one.contacts] == [["C1", "decision_maker"], ["C2", None]]
    report = load(opportunities=HEADER + "O1,Line two,lost,Dear,,,A2,C2 (buyer);C3\n")
    assert counts(report, "opportunities.csv") == (0, 1, 0, 0, 0)
    two = opportunity(graph, uid="O1")
    assert (two.name, two.status, two.lost_reason, two.amount, len(two.trail), two.closed_at) == (
        "Line two", "lost", "Dear", 1000.0, 1, two.stage_since,
    )  # fmt: skip
    assert [part[:3:2] for part in two.contacts] == [["C2", "buyer"], ["C3", None]]
    assert two.account is not None
    assert two.account[0] == "A2"
    load(opportunities="opportunity_id,name,stage\nO1,Line two,needs\n")
    three = opportunity(graph, uid="O1")
    assert (three.status, three.lost_reason, three.closed_at, len(three.trail)) == ("open", None, None, 2)
    assert check(graph) == []


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("O1,Line,dream,,,,,\n", "stage", "no stage 'dream'"),
        ("O1,Line,lost,,,,,\n", "lost_reason", "say why it was lost"),
        ("O1,Line,needs,Dear,,,,\n", "lost_reason", "its stage is none that is lost"),
        ("O1,Line,,,5,,,\n", "currency", "an amount is of one"),
        ("O1,Line,,,,EUR,,\n", "amount", "a currency is that of one"),
        ("O1,Line,,,,,,C1 (buyer);C1 (user)\n", "contacts", "twice"),
        ("O1,Line,,,much,EUR,,\n", "amount", "it takes an amount"),
        ("O1,Line,,,,,A9,\n", "account_id", "no such account"),
        ("O1,Line,,,,,,C1;C9 (buyer)\n", "contacts", "no contact 'C9'"),
        ("O1,Line,,,,,,C1 (king)\n", "contacts", "it takes one of"),
        ("O1,Line,,,,,,(buyer)\n", "contacts", "a contact is its id"),
    ],
)
def test_what_cannot_be_is_refused(graph: Graph, load: Load, row: str, column: str, reason: str) -> None:
    report = load(opportunities=HEADER + row)
    assert [found[:3] for found in refusals(report)] == [("opportunities.csv", 2, column)]
    assert reason in report.refused[0].reason
    assert graph.read("MATCH (o:Opportunity) RETURN count(o)", int) == [0]


def test_a_status_or_an_end_that_its_stage_is_not_of_is_refused(load: Load) -> None:
    head = "opportunity_id,name,stage,status,closed_at\n"
    found = refusals(load(opportunities=head + "O1,Line,needs,won,\nO2,Line,needs,,2024-01-01\nO3,Line,won,won,\n"))
    assert [(line, column) for _, line, column, _ in found] == [(2, "status"), (3, "closed_at")]


@pytest.mark.parametrize(
    ("trail", "since"),
    [
        ("needs", ""), ("needs yesterday", ""), ("needs 2024-01-01", ""),
        ("needs 2024-02-01T00:00Z;needs 2024-01-01T00:00Z", ""),
        ("dream 2024-01-01T00:00Z;needs 2024-02-01T00:00Z", ""),
        ("needs 2024-01-01T00:00Z;quote 2024-02-01T00:00Z", ""),
        ("needs 2024-01-01T00:00Z", "2024-01-02T00:00Z"),
        (";".join(f"needs 2024-01-01T00:{n // 60:02}:{n % 60:02}Z" for n in range(501)), ""),
    ],
)  # fmt: skip
def test_a_trail_that_cannot_be_is_refused(load: Load, trail: str, since: str) -> None:
    found = refusals(
        load(opportunities=f"opportunity_id,name,stage,stage_since,trail\nO1,Line,needs,{since},{trail}\n")
    )
    assert [row[:3] for row in found] == [("opportunities.csv", 2, "trail")]


@pytest.mark.parametrize("column", ["stage_since", "closed_at"])
def test_what_is_yet_to_come_is_refused(load: Load, column: str) -> None:
    found = refusals(load(opportunities=f"opportunity_id,name,stage,{column}\nO1,Line,won,2100-01-01\n"))
    assert [row[:3] for row in found] == [("opportunities.csv", 2, column)]


def test_since_when_it_is_there_ends_its_trail(graph: Graph, load: Load) -> None:
    head = "opportunity_id,name,stage,stage_since,trail\n"
    first, last = "needs 2024-01-01T00:00:00+00:00", "quote 2024-02-01T00:00:00+00:00"
    load(opportunities=head + f"O1,Line,quote,,{first};{last}\nO2,Line,needs,2024-01-01T00:00Z,\n")
    one, two = opportunity(graph, uid="O1"), opportunity(graph, uid="O2")
    assert (one.stage_since, one.trail) == (datetime(2024, 2, 1, tzinfo=UTC), [first, last])
    assert (two.stage_since, two.trail) == (datetime(2024, 1, 1, tzinfo=UTC), [first])
    load(opportunities=head + "O1,Line,,2024-03-01T00:00Z,\nO2,Line,won,2024-04-01T00:00Z,\n")
    one, two = opportunity(graph, uid="O1"), opportunity(graph, uid="O2")
    assert one.trail == [first, "quote 2024-03-01T00:00:00+00:00"]
    assert (two.trail[1:], two.closed_at) == (["won 2024-04-01T00:00:00+00:00"], datetime(2024, 4, 1, tzinfo=UTC))
    found = refusals(load(opportunities=head + "O2,Line,won,2023-01-01T00:00Z,\n"))
    assert [row[:3] for row in found] == [("opportunities.csv", 2, "stage_since")]
    assert check(graph) == []


def test_one_may_have_been_in_a_stage_that_is_retired(graph: Graph, load: Load) -> None:
    change(graph, Author(), lambda made: stages.alter(made, "quote", {"retired": True}))
    assert refusals(load(opportunities=HEADER + LINE)) == []
    assert opportunity(graph, uid="O1").stage == "quote"
    load(opportunities="opportunity_id,name,stage\nO1,Line,needs\n")
    assert len(refusals(load(opportunities=HEADER + LINE))) == 1


def test_an_account_in_the_trash_is_refused(graph: Graph, load: Load) -> None:
    change(graph, Author(), lambda made: trash.trash(made, "account", "A1"))
    ((_, _, column, _),) = refusals(load(opportunities=HEADER + LINE))
    assert column == "account_id"
