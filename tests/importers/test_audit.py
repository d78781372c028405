from __future__ import annotations

from pathlib import Path

import pytest

from graphcrm.errors import DatabaseError
from graphcrm.exporters.bundle import export_bundle
from graphcrm.graph import Graph
from graphcrm.importers import sinks
from graphcrm.queries.audit.entries import entries
from graphcrm.services.checks import check

from .conftest import CAST, Load


def told(graph: Graph) -> list[tuple[str, list[str], list[str]]]:
    """Action, what and records of each entry, the first first."""
    return [(entry.action, entry.what, sorted(entry.records)) for entry in reversed(entries(graph, limit=100))]


def test_each_batch_says_what_it_did_and_to_whom_it_changed_something(graph: Graph, load: Load) -> None:
    load(**CAST)
    assert [one for one in told(graph) if one[0] != "import"] == [("permission", ["create users 2"], [])]
    assert ["create contacts 3"] in [what for _, what, _ in told(graph)]
    before = len(told(graph))
    load(contacts="contact_id,name\nC1,Ada King\nC9,Zed\n")
    assert told(graph)[before:] == [("import", ["create contacts 1", "change contacts 1"], ["contact C1"])]
    entry = entries(graph)[0]
    assert graph.read("MATCH (r:Revision {of: 'C1'}) RETURN r.change", str) == [entry.change]
    assert (entry.user, entry.address) == (None, "command line")
    assert check(graph) == []


def test_a_batch_that_changes_what_somebody_may_do_says_so_beside(graph: Graph, load: Load) -> None:
    load(**CAST)
    before = len(told(graph))
    load(users="user_id,name,role\nU1,Alice,manager\nU2,Bobby,\n")
    load(users="user_id,name,role\nU2,Bob,\n")
    assert [(action, what) for action, what, _ in told(graph)[before:]] == [
        ("import", ["change users 2"]), ("permission", ["change users 2"]), ("import", ["change users 1"]),
    ]  # fmt: skip


def test_what_changes_nothing_and_what_is_only_checked_is_not_told(graph: Graph, load: Load) -> None:
    load(**CAST)
    before = told(graph)
    load(**CAST)
    load(contacts="contact_id,name\nC1,Ada King\n", options={"dry_run": True})
    assert told(graph) == before


def test_a_batch_and_its_entry_are_there_together_or_not_at_all(
    graph: Graph, load: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: object) -> None:
        raise DatabaseError("The log is away.")

    monkeypatch.setattr(sinks.audit, "append", lost)
    with pytest.raises(DatabaseError):
        load(**CAST)
    assert graph.read("MATCH (n:Account|Contact|Audit) RETURN count(n)", int) == [0]


def test_an_export_says_how_much_was_taken_or_takes_nothing(
    graph: Graph, load: Load, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(**CAST)
    export_bundle(graph, tmp_path / "out")
    action, what, _ = told(graph)[-1]
    assert action == "export"
    assert {"contacts 3", "accounts 2", "works_at 0"} <= set(what)

    def lost(*_: object) -> None:
        raise DatabaseError("The log is away.")

    monkeypatch.setattr("graphcrm.exporters.bundle.audit.record", lost)
    with pytest.raises(DatabaseError):
        export_bundle(graph, tmp_path / "other")
    assert not (tmp_path / "other").exists()
