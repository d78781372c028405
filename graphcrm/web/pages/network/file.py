"""What the network's table shows, as lines of CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from graphcrm.exporters.cells import text
from graphcrm.queries.network.edge import EdgeKind
from graphcrm.web.pages.network.table import Row, Table

KINDS: tuple[EdgeKind, ...] = ("job", "tie", "link", "owner", "own")
_OF_EDGES = ("start_min", "start_max", "end_min", "end_max", "first_at", "last_at", "count", "strength")
COLUMNS = (
    "path", "hop", "from_type", "from_uid", "from_name", "kind", "label", "to_type", "to_uid", "to_name", *_OF_EDGES,
)  # fmt: skip


def lines(table: Table) -> str:
    """All rows, the columns first; `path` and `hop` are empty for a record's neighbours."""
    written = io.StringIO()
    csv.writer(written).writerows([COLUMNS, *_rows(table)])
    return written.getvalue()


def _rows(table: Table) -> Iterator[list[str]]:
    for part in table.parts:
        for row in part.rows:
            yield ["", "", *_cells(row)]
    for number, path in enumerate(table.paths, 1):
        hop, left = 0, ""
        for row in path:
            hop, left = (hop, left) if row.start.id == left else (hop + 1, row.start.id)
            yield [str(number), str(hop), *_cells(row)]


def _cells(row: Row) -> list[str]:
    start, end, edge = row.start.record, row.end.record, row.edge
    return [
        start.type, start.uid, start.name, edge.kind, edge.label or "", end.type, end.uid, end.name,
        *(text(getattr(edge, name)) for name in _OF_EDGES),
    ]  # fmt: skip
