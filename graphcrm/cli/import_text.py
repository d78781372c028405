"""An import's report, for a person."""

from __future__ import annotations

from collections.abc import Iterator

from graphcrm.cli.console import count, table
from graphcrm.importers.report import LISTED, Note, Report

SHOWN = 10  # refused rows, and notes, that a person reads before opening refused.csv
COLUMNS = ("file", "read", "created", "changed", "unchanged", "repeated", "refused")


def text(report: Report) -> str:
    """The counts of each file, what was noticed, and the first rows refused."""
    rows = [[f"{getattr(file, c):,}" if c != "file" else file.file for c in COLUMNS] for file in report.files]
    return "\n".join([table(COLUMNS, rows), *_notes(report), *_refused(report), _end(report)])


def _notes(report: Report) -> Iterator[str]:
    if report.notes:
        yield "\nNoticed:"
    for note in report.notes[:SHOWN]:
        yield f"  {_where(note)}: {note.text}{f' ({note.count:,} times)' if note.count > 1 else ''}"
    if len(report.notes) > SHOWN:
        yield f"  and {len(report.notes) - SHOWN:,} more (--json lists them)"


def _where(note: Note) -> str:
    return f"{note.file} line {note.line}" if note.line else note.file


def _refused(report: Report) -> Iterator[str]:
    shown = SHOWN if report.refused_path else LISTED  # where the file could not be written, this is all there is
    if report.refused:
        yield "\nRefused:"
    for row in report.refused[:shown]:
        cell = f", {row.column} {row.value!r}" if row.column else ""
        yield f"  {row.file} line {row.line}{cell}: {row.reason}"
    if report.refused_count > shown:
        yield f"  and {report.refused_count - shown:,} more"


def _end(report: Report) -> str:
    would = "This was a check: nothing was written to the graph." if report.dry_run else "The import is done."
    if not report.refused_count:
        return f"\n{would}"
    refused = count(report.refused_count, "row was", "rows were")
    listed = f", with the reasons in {report.refused_path}" if report.refused_path else ""
    return f"\n{would} {refused} refused{listed}; the others {'can be' if report.dry_run else 'are'} loaded."
