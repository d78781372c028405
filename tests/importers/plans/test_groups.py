from __future__ import annotations

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.export.groups import groups as stored
from graphcrm.services.checks import check

from ..conftest import Load, counts

pytestmark = pytest.mark.usefixtures("cast")
HEADER = "group_id,user_id,name,shared,contacts,accounts\n"


def test_a_cell_names_all_of_its_kind_and_an_empty_one_says_nothing(graph: Graph, load: Load) -> None:
    row = "G1,U1,Dinner,true,C1;C2,A1\n"
    report = load(groups=HEADER + row)
    assert (report.refused, counts(report, "groups.csv")) == ([], (1, 0, 0, 0, 0))
    assert counts(load(groups=HEADER + row), "groups.csv") == (0, 0, 1, 0, 0)
    assert counts(load(groups=HEADER + "G1,U1,,,C2;C3,\n"), "groups.csv") == (0, 1, 0, 0, 0)
    (found,) = stored(graph, after="", limit=9)
    assert (found.name, found.shared, sorted(found.contacts), found.accounts) == ("Dinner", True, ["C2", "C3"], ["A1"])
    assert check(graph) == []


@pytest.mark.parametrize(
    ("row", "column"),
    [("G1,U9,N,,,", "user_id"), ("G1,U1,,,,", "name"), ("G1,U1,N,,C9,", "contacts"), ("G1,U1,N,maybe,,", "shared"),
     (",U1,N,,,", "group_id")],
)  # fmt: skip
def test_what_is_no_group_is_refused(graph: Graph, load: Load, row: str, column: str) -> None:
    report = load(groups=f"{HEADER}{row}\n")
    assert [one.column for one in report.refused] == [column]
    assert stored(graph, after="", limit=9) == []
