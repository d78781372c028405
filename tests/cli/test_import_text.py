from __future__ import annotations

from graphcrm.cli.import_text import SHOWN, text
from graphcrm.importers.report import Counts, Report, refused


def report(path: str | None) -> Report:
    rows = [refused("contacts.csv", line, "name", "", "name is empty.") for line in range(2, 32)]
    return Report(
        "", dry_run=False, files=[Counts("contacts.csv", read=30, refused=30)], refused=rows, refused_path=path
    )


def test_the_first_refused_rows_are_shown_and_the_file_has_the_others() -> None:
    lines = text(report("refused.csv")).splitlines()
    assert sum("name is empty." in line for line in lines) == SHOWN
    assert "  and 20 more" in lines


def test_all_refused_rows_are_shown_where_no_file_could_be_written() -> None:
    lines = text(report(None)).splitlines()
    assert sum("name is empty." in line for line in lines) == 30
    assert lines[-1] == "The import is done. 30 rows were refused; the others are loaded."
