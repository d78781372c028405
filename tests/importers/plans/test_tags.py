from __future__ import annotations

import pytest

from graphcrm.graph import Graph
from graphcrm.queries.export.tags import tags as stored
from graphcrm.services import tags
from graphcrm.services.changes import Author, change
from graphcrm.services.checks import check
from graphcrm.services.undo import undo

from ..conftest import Load, counts, refusals

pytestmark = pytest.mark.usefixtures("cast")


def tagged(graph: Graph) -> set[tuple[str, str]]:
    """Which records have which tags, by name."""
    return set(graph.read("MATCH (n)-[:TAGGED]->(t) RETURN n.uid, t.name", lambda *row: row))


def test_tags_and_what_has_them(graph: Graph, load: Load) -> None:
    bundle = {
        "tags": "tag_id,name,colour\nG1,VIP,red\n",
        "contacts": "contact_id,name,tags\nC1,Ada,vip; Fair\nC2,Bo,\nC9,New,Fair;VIP;fair\n",
        "accounts": "account_id,name,tags\nA1,Acme,VIP\n",
        "leads": "lead_id,name,tags\nL1,Lea,Fair\n",
        "tasks": "task_id,name,tags\nT1,Call,Fair\n",
    }
    report = load(**bundle)
    assert (report.refused, counts(report, "tags.csv")) == ([], (1, 0, 0, 0, 0))
    assert tagged(graph) == {
        ("C1", "VIP"), ("C1", "Fair"), ("C9", "VIP"), ("C9", "Fair"), ("A1", "VIP"), ("L1", "Fair"), ("T1", "Fair"),
    }  # fmt: skip
    assert {(tag.uid, tag.name, tag.colour) for tag in stored(graph, after="", limit=9)} >= {("G1", "VIP", "red")}
    again = load(**bundle)
    assert [counts(again, f"{name}.csv")[1] for name in bundle] == [0] * 5
    assert check(graph) == []


def test_a_cell_names_all_tags_and_an_empty_one_says_nothing(graph: Graph, load: Load) -> None:
    load(contacts="contact_id,name,tags\nC1,Ada,VIP;Fair\n")
    report = load(contacts="contact_id,name,tags\nC1,Ada,Fair\nC2,Bo,\n")
    assert (counts(report, "contacts.csv"), tagged(graph)) == ((0, 1, 1, 0, 0), {("C1", "Fair")})
    (rev,) = graph.read("MATCH (c:Contact {uid: 'C1'}) RETURN c.rev", int)
    (known,) = graph.read("MATCH (r:Revision {of: 'C1'}) WHERE r.rev = $rev RETURN r.before", str, rev=rev)
    assert '"tags": ["' in known
    assert check(graph) == []


def test_a_row_is_about_the_tag_of_its_id_or_that_of_its_name(graph: Graph, load: Load) -> None:
    load(tags="tag_id,name,colour\nG1,VIP,red\n,Fair,blue\n")
    report = load(tags="tag_id,name,colour\nG1,Key,\nG9,fair,teal\n")
    assert (report.refused, counts(report, "tags.csv")) == ([], (0, 2, 0, 0, 0))
    assert {(tag.name, tag.colour) for tag in stored(graph, after="", limit=9)} == {("Key", "red"), ("fair", "teal")}
    report = load(tags="tag_id,name\nG1,Fair\n")
    assert refusals(report) != []
    assert check(graph) == []


def test_a_tag_that_was_called_otherwise_since_is_not_the_one_that_a_file_names(graph: Graph, load: Load) -> None:
    load(contacts="contact_id,name,tags\nC1,Ada,VIP\n")
    (uid,) = [tag.uid for tag in stored(graph, after="", limit=9)]
    change(graph, Author(), lambda made: tags.alter(made, uid, {"name": "Key"}))
    load(contacts="contact_id,name,tags\nC2,Bo,VIP\n")
    assert tagged(graph) == {("C1", "Key"), ("C2", "VIP")}


def test_what_was_deleted_comes_back_by_its_id(graph: Graph, load: Load) -> None:
    load(tags="tag_id,name,colour\nG1,VIP,red\n")
    change(graph, Author(), lambda made: tags.delete(made, "G1"))
    assert stored(graph, after="", limit=9) == []
    load(tags="tag_id,name,colour\nG1,VIP,red\n")
    assert [tag.uid for tag in stored(graph, after="", limit=9)] == ["G1"]
    back = graph.read("MATCH (r:Revision {kind: 'tag'}) RETURN r.change ORDER BY r.uid DESC LIMIT 1", str)[0]
    change(graph, Author(), lambda made: undo(made, back))
    assert stored(graph, after="", limit=9) == []


def test_what_was_merged_stays_merged(graph: Graph, load: Load) -> None:
    load(tags="tag_id,name,colour\nG1,VIP,red\nG2,Key,red\n")
    change(graph, Author(), lambda made: tags.merge(made, "G1", "G2"))
    report = load(tags="tag_id,name,colour\nG1,VIP,red\n")
    assert [one.column for one in report.refused] == ["tag_id"]
    assert [tag.uid for tag in stored(graph, after="", limit=9)] == ["G2"]


def test_what_was_deleted_is_not_brought_back_under_a_name_that_another_has(graph: Graph, load: Load) -> None:
    load(tags="tag_id,name,colour\nG1,VIP,red\n")
    change(graph, Author(), lambda made: tags.delete(made, "G1"))
    load(tags="tag_id,name,colour\nG2,VIP,red\n")
    assert ["called so" in one.reason for one in load(tags="tag_id,colour\nG1,blue\n").refused] == [True]
    assert [tag.uid for tag in stored(graph, after="", limit=9)] == ["G2"]


@pytest.mark.parametrize(
    ("row", "column"), [("G1,,red", "name"), ("G1,VIP,pink", "colour"), (f"G1,{'x' * 61},", "name")]
)
def test_what_is_no_tag_is_refused(graph: Graph, load: Load, row: str, column: str) -> None:
    report = load(tags=f"tag_id,name,colour\n{row}\n")
    assert [one.column for one in report.refused] == [column]
    assert stored(graph, after="", limit=9) == []


def test_a_check_writes_nothing(graph: Graph, load: Load) -> None:
    load(contacts="contact_id,name,tags\nC1,Ada,VIP\n", options={"dry_run": True})
    assert (stored(graph, after="", limit=9), tagged(graph)) == ([], set())
