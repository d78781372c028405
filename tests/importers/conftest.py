"""What the tests of the importers share: a bundle written from text, and imported.

The cast: Alice and Bob are users; Ada, Bo and Cy are contacts; Acme and Blue are accounts.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from graphcrm.graph import Graph
from graphcrm.importers.bundle import import_bundle
from graphcrm.importers.report import Report

TODAY = date(2026, 6, 1)

CAST = {
    "accounts": "account_id,name\nA1,Acme\nA2,Blue\n",
    "contacts": "contact_id,name\nC1,Ada\nC2,Bo\nC3,Cy\n",
    "users": "user_id,name\nU1,Alice\nU2,Bob\n",
    "leads": "lead_id,name\nL1,Lea\n",
}

Load = Callable[..., Report]


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a bundle: `write(contacts="contact_id,name\\n…")`; returns its folder."""

    def write(folder: str = "bundle", **files: str) -> Path:
        path = tmp_path / folder
        path.mkdir(exist_ok=True)
        for old in path.glob("*.csv"):
            old.unlink()
        for name, text in files.items():
            (path / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
        return path

    return write


@pytest.fixture
def load(graph: Graph, write: Callable[..., Path], tmp_path: Path) -> Load:
    """Write a bundle and import it: `load(contacts="…", works_at="…")`."""

    def load(*, today: date = TODAY, options: dict[str, Any] | None = None, **files: str) -> Report:
        given = {"refused_path": tmp_path / "refused.csv"} | (options or {})
        return import_bundle(graph, [write(**files)], today=today, **given)

    return load


@pytest.fixture
def cast(load: Load) -> None:
    """A graph with the cast in it."""
    load(**CAST)


def refusals(report: Report) -> list[tuple[str, int, str, str]]:
    """Where and why rows were refused: file, line, column, value."""
    return [(row.file, row.line, row.column, row.value) for row in report.refused]


def counts(report: Report, file: str) -> tuple[int, int, int, int, int]:
    """Created, changed, unchanged, refused and repeated rows of a file."""
    found = report.of(file)
    assert found.read == found.created + found.changed + found.unchanged + found.refused + found.repeated
    return found.created, found.changed, found.unchanged, found.refused, found.repeated


def notes(report: Report, kind: str) -> list[str]:
    """The notes of one kind."""
    return [note.text for note in report.notes if note.kind == kind]
