"""A table as one CSV file for spreadsheets: what a list shows, not what an import reads back (bundle.py)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from graphcrm.exporters.cells import text

_MARK = "\ufeff"  # by which spreadsheets know UTF-8
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so is calculated by spreadsheets; ours is text


def sheet(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """The file: its columns, and the values of its rows."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return _MARK + out.getvalue()


def _cell(value: Any) -> str:  # noqa: ANN401  (whatever a column says)
    cell = text(value)
    return f"'{cell}" if isinstance(value, str) and cell.startswith(_FORMULA) else cell
