"""The audit log as CSV: entries as they are stored, the latest first, page by page."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from operator import attrgetter

from graphcrm.graph import Graph
from graphcrm.queries.audit.entries import END, Asked, entries
from graphcrm.queries.audit.entry import Entry
from graphcrm.services import audit
from graphcrm.services.audit import Deed

COLUMNS = ("seq", "at", "user", "action", "what", "records", "change", "address", "request", "hash")
ALL: Asked = {"record": None, "user": None, "action": None, "first": 1, "before": END}
_ROWS = 2_000  # of a page
_AND = "; "


def export(graph: Graph, asked: Asked, by: Deed | None = None) -> Iterator[str]:
    """Pages of lines, the first the columns; that the log is taken out is written into it before anything else.

    `by` says who takes it, None for the command line. Raises DatabaseError.
    """
    audit.record(graph, by or Deed(action="export", what=["audit"]))
    yield _lines([COLUMNS])
    while page := entries(graph, **asked, limit=_ROWS):
        yield _lines(map(_cells, page))
        asked = {**asked, "before": page[-1].seq}


def _cells(entry: Entry) -> tuple[object, ...]:
    return tuple(map(_cell, attrgetter(*COLUMNS)(entry)))


def _cell(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat(timespec="microseconds")
    return _AND.join(value) if isinstance(value, list) else value


def _lines(rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()
