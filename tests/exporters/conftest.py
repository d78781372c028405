"""What the tests of the exporters share: a round trip through an empty store."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from conftest import empty

from graphcrm.exporters.bundle import export_bundle
from graphcrm.graph import Graph
from graphcrm.importers.bundle import import_bundle

TODAY = date(2026, 6, 1)
Files = dict[str, bytes]


def files(folder: Path) -> Files:
    """The files of a bundle, by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of one file: the cells that are not empty."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [{column: cell for column, cell in row.items() if cell} for row in csv.DictReader(file)]


def load(graph: Graph, folder: Path, *, source: str = "") -> None:
    """Import a folder, of which no row may be refused."""
    refused = folder.parent / "refused.csv"
    report = import_bundle(graph, [folder], source=source, today=TODAY, refused_path=refused)
    assert report.refused == []
    assert {note.kind for note in report.notes} <= {"custom_field", "empty_file", "conflict"}


@pytest.fixture
def export(graph: Graph, tmp_path: Path) -> Callable[[], Path]:
    """Export what is in the graph to a new folder."""
    numbers = count(1)

    def export() -> Path:
        folder = tmp_path / f"export {next(numbers)}"
        export_bundle(graph, folder)
        return folder

    return export


@pytest.fixture
def round_trip(graph: Graph, export: Callable[[], Path]) -> Callable[[], Path]:
    """Export, import into an empty store and export again, see that both exports are the same, and answer the first."""

    def round_trip() -> Path:
        first = export()
        empty(graph)
        load(graph, first)
        assert files(export()) == files(first)
        return first

    return round_trip
