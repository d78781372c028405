from __future__ import annotations

import json

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.export.segments import segments as stored
from graphcrm.services import tags
from graphcrm.services.changes import Author, change
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
        (f"S1,U1,N,contact,{OWNED},,2026-01-01 3;2026-01-01 4", "sizes"),
        ('S1,U1,N,contact,"[[{""by"": ""at"", ""value"": ""A9""}]]",,', "conditions"),
        ('S1,U1,N,contact,"[[{""by"": ""owner"", ""value"": ""U9""}]]",,', "conditions"),
        ('S1,U1,N,contact,"[[{""by"": ""tag"", ""value"": ""G9""}]]",,', "conditions"),
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


def test_what_conditions_name_may_come_with_them_and_a_merged_tag_is_the_other(graph: Graph, load: Load) -> None:
    asked = '"[[{""by"": ""tag"", ""value"": ""G1""}], [{""by"": ""at"", ""value"": ""A5""}, {""by"": ""owner"", ""value"": ""me""}]]"'
    bundle = {
        "tags": "tag_id,name\nG1,VIP\nG2,Key\n",
        "accounts": "account_id,name\nA5,Five\n",
        "segments": f"{HEADER}S1,U1,N,contact,{asked},,\n",
    }
    assert load(**bundle, options={"dry_run": True}).refused == []
    assert load(**bundle).refused == []
    change(graph, Author(), lambda made: tags.merge(made, "G1", "G2"))
    report = load(segments=f"{HEADER}S1,U1,N,contact,{asked},,\n")
    assert (report.refused, counts(report, "segments.csv")) == ([], (0, 1, 0, 0, 0))
    assert '"value": "G2"' in stored(graph, after="", limit=9)[0].conditions


def test_sizes_are_one_a_day_in_order_and_those_of_another_question_are_forgotten(graph: Graph, load: Load) -> None:
    load(segments=f"{HEADER}S1,U1,N,contact,{OWNED},,2026-02-01 4;2026-01-01 03;2026-02-01 4\n")
    assert stored(graph, after="", limit=9)[0].sizes == ["2026-01-01 3", "2026-02-01 4"]
    load(segments=f"{HEADER}S1,U1,M,contact,{OWNED},,\n")
    assert stored(graph, after="", limit=9)[0].sizes == ["2026-01-01 3", "2026-02-01 4"]
    load(segments=f'{HEADER}S1,U1,M,contact,"[[{{""by"": ""owned""}}]]",,\n')
    assert stored(graph, after="", limit=9)[0].sizes == []


def test_another_kind_takes_conditions_that_fit_it(graph: Graph, load: Load) -> None:
    role = '"[[{""by"": ""role"", ""value"": [""buyer""]}]]"'
    load(segments=f"{HEADER}S1,U1,N,contact,{role},,\n")
    report = load(segments=f"{HEADER}S1,U1,,account,,,\n")
    assert [one.column for one in report.refused] == ["conditions"]
