from __future__ import annotations

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.opportunities.opportunity import opportunity
from graphcrm.queries.opportunities.stages import SHIPPED, Stage, stages
from graphcrm.services import stages as staging
from graphcrm.services import undo
from graphcrm.services.changes import Author, change

from ..conftest import Load, counts, refusals

HEADER = "stage_id,name,status,probability,position,retired\n"


def of(graph: Graph, key: str) -> Stage:
    return next(one for one in stages(graph) if one.key == key)


def keys(graph: Graph) -> list[str]:
    return [one.key for one in stages(graph)]


def test_one_is_added_and_others_are_changed(graph: Graph, load: Load) -> None:
    report = load(stages=HEADER + "legal,Legal check,,70,,\nneeds,Wishes,open,25,1,\nquote,,,,,yes\nwon,,,,,\n")
    assert (refusals(report), counts(report, "stages.csv")) == ([], (1, 2, 1, 0, 0))
    assert keys(graph) == [
        "needs", "first_contact", "proposal", "quote", "negotiation", "legal", "won", "lost"
    ]  # fmt: skip
    assert of(graph, "legal") == Stage("legal", "Legal check", "open", 70, 6)
    assert of(graph, "needs") == Stage("needs", "Wishes", "open", 25, 1, rev=2)
    assert of(graph, "quote").retired
    assert [one.position for one in stages(graph)] == list(range(1, 9))


def test_the_same_again_changes_nothing(graph: Graph, load: Load) -> None:
    rows = HEADER + "legal,Legal check,open,70,2,\nlost,Gone,lost,0,1,\n"
    load(stages=rows)
    before = stages(graph)
    assert counts(load(stages=rows), "stages.csv") == (0, 0, 2, 0, 0)
    assert stages(graph) == before
    assert keys(graph)[:2] == ["lost", "legal"]


def test_opportunities_of_the_same_import_may_be_in_a_new_one_also_in_a_check(graph: Graph, load: Load) -> None:
    files = {
        "stages": HEADER + "legal,Legal check,,,,\n",
        "opportunities": "opportunity_id,name,stage\nO1,Line,legal\n",
    }
    report = load(**files, options={"dry_run": True})
    assert (refusals(report), counts(report, "opportunities.csv")) == ([], (1, 0, 0, 0, 0))
    assert stages(graph) == list(SHIPPED)
    load(**files, options={"strict": True})
    assert opportunity(graph, uid="O1").stage == "legal"


def test_two_may_take_each_other_s_name_and_the_last_of_a_status_be_another(graph: Graph, load: Load) -> None:
    change(graph, Author(), lambda made: staging.alter(made, "needs", {"name": "A"}))
    change(graph, Author(), lambda made: staging.alter(made, "quote", {"name": "B"}))
    report = load(stages=HEADER + "needs,B,,,,\nquote,A,,,,\nlost,,,,,yes\nlost_for_good,Gone,lost,,,\n")
    assert refusals(report) == []
    assert (of(graph, "needs").name, of(graph, "quote").name, of(graph, "lost").retired) == ("B", "A", True)


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        ("Legal Check,Legal,,,,", "stage_id", "is no key of a stage"),
        ("legal,,,,,", "name", "name is empty"),
        ("legal,Legal,dreaming,,,", "status", "it takes one of"),
        ("needs,,won,,,", "status", "the stage is open"),
        ("won,,,90,,", "probability", "what is won is won"),
        ("legal,Legal,lost,5,,", "probability", "what is won is won"),
        ("legal,Legal,,101,,", "probability", "it takes 0 to 100"),
        ("legal,Legal,,,0,", "position", "it takes 1 to"),
        ("legal,Proposal,,,,", "name", "There is a stage"),
        ("won,,,,,yes", "retired", "the last stage that is won"),
        (",Legal,,,,", "", "stage_id is empty"),
    ],
)
def test_what_cannot_be_is_refused(graph: Graph, load: Load, row: str, column: str, reason: str) -> None:
    report = load(stages=HEADER + row + "\n")
    assert [found[:2] for found in refusals(report)] == [("stages.csv", 2)]
    assert report.refused[0].column in {column, "stage_id"}
    assert reason in report.refused[0].reason
    assert keys(graph) == [one.key for one in SHIPPED]


def test_a_refused_row_leaves_the_others(graph: Graph, load: Load) -> None:
    report = load(stages=HEADER + "legal,Legal,,,,\nagain,LEGAL,,,,\nwon,,,,,yes\nneeds,Wishes,,,,\n")
    assert [line for _, line, *_ in refusals(report)] == [3, 4] or [line for _, line, *_ in refusals(report)] == [4, 3]
    assert (of(graph, "legal").name, of(graph, "needs").name) == ("Legal", "Wishes")


def test_there_are_fifty_at_most(graph: Graph, load: Load) -> None:
    report = load(stages=HEADER + "".join(f"s{n},Stage {n},,,,\n" for n in range(50)))
    assert len(refusals(report)) == 7
    assert len(stages(graph)) == 50


def test_what_an_import_changed_is_undone(graph: Graph, load: Load) -> None:
    load(stages=HEADER + "needs,Wishes,,,1,\n")
    (done,) = graph.read("MATCH (r:Revision {kind: 'stage'}) RETURN DISTINCT r.change", str)
    change(graph, Author(), lambda made: undo.undo(made, done))
    assert (of(graph, "needs").name, keys(graph)) == (None, [one.key for one in SHIPPED])
