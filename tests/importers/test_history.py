"""What an import changes is remembered, and can be undone; what it creates is said by its source."""

from __future__ import annotations

from pathlib import Path

from graphcrm.graph import Graph
from graphcrm.importers.bundle import import_bundle
from graphcrm.nodes import states
from graphcrm.queries.changes.revisions_on import revisions_on
from graphcrm.queries.contacts.contact import contact
from graphcrm.services.changes import Author, change
from graphcrm.services.checks import check
from graphcrm.services.undo import undo_last

FIRST = "contact_id,name,email,phones\nP1,Ada,ada@work.example (work),+49 1\nP2,Bo,,\n"
NEXT = "contact_id,name,email\nP1,Ada King,ada@home.example\nP2,Bo,\n"


def load(graph: Graph, folder: Path, text: str) -> None:
    (folder / "contacts.csv").write_text(text, encoding="utf-8")
    import_bundle(graph, [folder], source="crm", refused_path=folder / "refused.csv")


def test_a_change_by_an_import_is_a_revision_that_can_be_undone(graph: Graph, tmp_path: Path) -> None:
    load(graph, tmp_path, FIRST)
    assert revisions_on(graph, label="Contact", uid="P1") == []
    before = contact(graph, uid="P1")
    load(graph, tmp_path, NEXT)
    (revision,) = revisions_on(graph, label="Contact", uid="P1")
    assert (revision.action, revision.rev, revision.by, revision.why) == ("change", 2, None, "import crm")
    assert states.read(revision.before)["name"] == "Ada"
    assert states.read(revision.after)["name"] == "Ada King"
    assert revisions_on(graph, label="Contact", uid="P2") == []
    assert check(graph) == []
    change(graph, Author(), lambda made: undo_last(made, "Contact", "P1"))
    after = contact(graph, uid="P1")
    assert (after.name, after.handles, after.rev) == (before.name, before.handles, 3)
    assert check(graph) == []


def test_the_same_import_again_leaves_no_revision(graph: Graph, tmp_path: Path) -> None:
    for _ in range(2):
        load(graph, tmp_path, FIRST)
    assert graph.read("MATCH (r:Revision) RETURN count(r)", int) == [0]
