"""Export a bundle: a folder of CSV files that an import reads, page by page, so that memory does not grow with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from graphcrm.exporters.folder import filled, require_empty
from graphcrm.exporters.tables import Table, tables
from graphcrm.graph import Graph
from graphcrm.nodes import schema
from graphcrm.queries.export.totals import totals
from graphcrm.services import audit
from graphcrm.services.audit import Deed

ROWS = 2_000  # of a page: more are hardly faster, and two pages are in memory at once


class Progress(NamedTuple):
    """How far an export is: in which file, and how much of it is done, 0 to 1."""

    file: str
    done: float


class Written(NamedTuple):
    """A file and its rows."""

    file: str
    rows: int


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export has written."""

    folder: str
    files: list[Written]

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return {"folder": self.folder, "files": [each._asdict() for each in self.files]}


def _silent(_: Progress) -> None:
    pass


def check(folder: Path) -> None:
    """Raise ExportError where a bundle cannot be exported to: something is there."""
    require_empty(folder, [table.name for table in tables(datetime.now(UTC))])


def export_bundle(graph: Graph, folder: Path, *, progress: Callable[[Progress], None] = _silent) -> Exported:
    """Write everything that is not in the trash to the files of a bundle, in a new or empty folder.

    Raises ExportError where the folder cannot take it, SchemaError, DatabaseError; then none of the files is there.
    """
    schema.require(graph)
    every, expected = tables(datetime.now(UTC)), asdict(totals(graph))
    with filled(folder, [table.name for table in every]) as opened:
        parts = [opened(table.name, table.columns) for table in every]
        for table, part in zip(every, parts, strict=True):
            for rows in _pages(graph, table):
                part.write([table.values(row) for row in rows])
                progress(Progress(part.file, min(1.0, part.rows / (expected[table.name] or 1))))
            part.finish()
            progress(Progress(part.file, 1.0))
        # Before the files come to stand there: nothing is taken out of which the log does not say so.
        audit.record(graph, Deed(action="export", what=[f"{Path(part.file).stem} {part.rows}" for part in parts]))
    return Exported(str(folder), [Written(part.file, part.rows) for part in parts])


def _pages(graph: Graph, table: Table) -> Iterator[list[Any]]:
    """The pages of a table; while one is written, the next is read."""
    with ThreadPoolExecutor(max_workers=1) as worker:
        page = worker.submit(table.query, graph, after=table.first, limit=ROWS)
        while True:
            rows = page.result()
            is_last = len(rows) < ROWS
            if not is_last:
                page = worker.submit(table.query, graph, after=rows[-1].key, limit=ROWS)
            yield rows
            if is_last:
                return
