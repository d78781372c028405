from __future__ import annotations

import json

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.export.segments import segments as stored
from graphcrm.services.checks import check

from ..conftest import Load, counts

pytestmark = pytest.mark.usefixtures("cast")
HEADER = "segment_id,user_id,name,kind,conditions,shared,sizes\n"
OWNED = '"[[{""by"": ""owned"", ""not"": true}]]"'


def test_a_segment_is_loaded_once_and_changed_by_its_id(graph: Graph, load: Load) -> None:
    row = f"S1,U1,Nobody’s,contact,{OWNED},true,2026-01-01 3;2026-01-02 4\n"
    report = load(segments=HEADER + row)
    assert (report.refused, counts(report, "segments.csv")) == ([], (1, 0, 0, 0, 0))
    (found,) = stored(graph, after="", limit=9)
    assert (found.user, found.name, found.kind, found.shared, found.sizes) == (
        "U1", "Nobody’s", "contact", True, ["2026-01-01 3", "2026-01-02 4"],
    )  # fmt: skip
    assert json.loads(found.conditions) == [[{"by": "owned", "not": True}]]
    assert counts(load(segments=HEADER + row), "segments.csv") == (0, 0, 1, 0, 0)
    assert counts(load(segments=HEADER + "S1,U1,Mine,,,,\n"), "segments.csv") == (0, 1, 0, 0, 0)
    assert stored(graph, after="", limit=9)[0].name == "Mine"
    assert check(graph) == []


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (f"S1,U9,N,contact,{OWNED},,", "user_id"),
        (f"S1,U1,,contact,{OWNED},,", "name"),
        (f"S1,U1,N,task,{OWNED},,", "kind"),
        ("S1,U1,N,contact,,,", "conditions"),
        ("S1,U1,N,contact,owned,,", "conditions"),
        ('S1,U1,N,contact,"[[{""by"": ""nothing""}]]",,', "conditions"),
        ('S1,U1,N,contact,"[1]",,', "conditions"),
        (f"S1,U1,N,contact,{OWNED},,today 3", "sizes"),
    ],
)
def test_what_is_no_segment_is_refused(graph: Graph, load: Load, row: str, column: str) -> None:
    report = load(segments=f"{HEADER}{row}\n")
    assert [one.column for one in report.refused] == [column]
    assert stored(graph, after="", limit=9) == []


def test_a_segment_stays_whose_it_is(graph: Graph, load: Load) -> None:
    load(segments=f"{HEADER}S1,U1,N,contact,{OWNED},,\n")
    report = load(segments=f"{HEADER}S1,U2,N,contact,{OWNED},,\n")
    assert [one.column for one in report.refused] == ["user_id"]
