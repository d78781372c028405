from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from graphcrm.graph import Graph

from ..conftest import TODAY, Load, refusals

HEAD = "campaign_id,contact_id,status,on\n"


def said(graph: Graph) -> list[tuple[str, date]]:
    return graph.read("MATCH ()-[t:ATTENDS]->() RETURN t.status, t.on", lambda *row: row)


@pytest.fixture
def invited(cast: None, load: Load) -> None:
    """Ada is invited to the fair since the first of March."""
    load(campaigns="campaign_id,name\nG1,Fair\n", attendance=f"{HEAD}G1,C1,invited,2024-03-01\n")


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("G1,C1,invited,", ("invited", date(2024, 3, 1))),
        ("G1,C1,attended,", ("attended", TODAY)),
        ("G1,C1,attended,2024-05-01", ("attended", date(2024, 5, 1))),
        ("G1,C1,invited,2024-02-01", ("invited", date(2024, 2, 1))),
    ],
)
@pytest.mark.usefixtures("invited")
def test_without_a_day_another_status_is_so_since_today(
    graph: Graph, load: Load, row: str, found: tuple[str, date]
) -> None:
    load(attendance=f"{HEAD}{row}\n")
    assert said(graph) == [found]


@pytest.mark.usefixtures("invited")
def test_a_day_to_come_is_refused(graph: Graph, load: Load) -> None:
    for day in (datetime.now(UTC).date() + timedelta(days=2), "9998-12-31"):
        report = load(attendance=f"{HEAD}G1,C1,registered,{day}\n")
        assert [one[2] for one in refusals(report)] == ["on"]
    assert said(graph) == [("invited", date(2024, 3, 1))]
