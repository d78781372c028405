from __future__ import annotations

from pathlib import Path

import pytest
from digest import digest

from graphcrm.graph import Graph
from graphcrm.importers.bundle import import_bundle
from graphcrm.importers.report import Report

from .conftest import TODAY

OPENSTACK = Path(__file__).parents[3] / "shared" / "data" / "openstack"

pytestmark = pytest.mark.skipif(not OPENSTACK.is_dir(), reason="the real data lies beside the repository")


def run(graph: Graph, tmp_path: Path) -> Report:
    return import_bundle(graph, [OPENSTACK], today=TODAY, refused_path=tmp_path / "refused.csv")


def test_the_real_bundle_loads_but_for_five_jobs_that_end_before_they_begin(graph: Graph, tmp_path: Path):
    report = run(graph, tmp_path)
    assert [(found.file, found.created, found.refused) for found in report.files] == [
        ("accounts.csv", 401, 0),
        ("contacts.csv", 2588, 0),
        ("users.csv", 20, 0),
        ("works_at.csv", 3585, 5),
        ("interactions.csv", 5471, 0),
    ]
    assert [(row.line, row.column) for row in report.refused] == [(n, "end_date") for n in (610, 652, 1672, 1918, 3015)]
    assert [note.file for note in report.notes if note.kind == "ignored_file"] == [
        "company_alias_gold.csv",
        "truth_coworker_overlap.csv",
        "truth_direct.csv",
        "truth_former_colleague.csv",
        "truth_questions.csv",
    ]
    before = digest(graph)
    again = run(graph, tmp_path)
    assert {(found.created, found.changed) for found in again.files} == {(0, 0)}
    assert digest(graph) == before
