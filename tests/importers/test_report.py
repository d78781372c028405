from __future__ import annotations

import csv
import json
from pathlib import Path

from graphcrm.importers.report import LISTED, Counts, Note, Notes, RefusedFile, Report, refused


def test_no_refused_row_is_no_file(tmp_path: Path):
    with RefusedFile(tmp_path / "refused.csv") as out:
        out.add([])
    assert list(tmp_path.iterdir()) == []
    assert out.written is None


def test_what_a_spreadsheet_would_run_is_neutralised(tmp_path: Path):
    path = tmp_path / "refused.csv"
    rows = [refused("=a.csv", 2, "+col", cell, "@why") for cell in ("=1+1", "+1", "-1", "@x", "\tx", "\rx", "safe")]
    with RefusedFile(path) as out:
        out.add(rows)
    with path.open(encoding="utf-8", newline="") as file:
        found = list(csv.reader(file))
    assert found[0] == ["file", "line", "column", "value", "reason"]
    assert [row[3] for row in found[1:]] == ["'=1+1", "'+1", "'-1", "'@x", "'\tx", "'\rx", "safe"]
    assert found[1][:3] + found[1][4:] == ["'=a.csv", "2", "'+col", "'@why"]


def test_a_refused_cell_is_shown_cut_off():
    row = refused("a.csv", 2, "name", "x" * 10_000, "y" * 10_000)
    assert (len(row.value), len(row.reason)) == (201, 501)


def test_a_file_that_cannot_be_written_is_said_once_and_ends_nothing(tmp_path: Path):
    with RefusedFile(tmp_path / "missing" / "refused.csv") as out:
        out.add([refused("a.csv", n, "", "", "why") for n in range(3)])
    assert out.written is None
    assert out.fault is not None
    assert "No such file" in out.fault
    assert out.fault.endswith("Run the same import from a folder that can be written to have all of them.")


def test_the_same_note_again_counts_and_only_so_many_are_kept_apart():
    notes = Notes()
    notes.add([Note("channel", "i.csv", 2, "fax"), Note("channel", "i.csv", 9, "fax")])
    notes.add(Note("conflict", "w.csv", n, f"conflict {n}") for n in range(LISTED + 5))
    found = notes.all()
    assert found[0] == Note("channel", "i.csv", 2, "fax", 2)
    assert found[-1] == Note("conflict", "w.csv", None, "and more of this kind", 5)
    assert len(found) == LISTED + 2


def test_a_report_is_json():
    report = Report("fair", dry_run=True, files=[Counts("a.csv", read=2, created=1, refused=1)])
    report.notes.append(Note("empty_file", "b.csv", None, "it has no rows"))
    report.refused.append(refused("a.csv", 2, "name", "", "why"))
    found = json.loads(json.dumps(report.as_dict()))
    assert found["refused_count"] == 1
    assert found["files"][0] == {
        "file": "a.csv", "read": 2, "created": 1, "changed": 0, "unchanged": 0, "refused": 1, "repeated": 0,
    }  # fmt: skip
    assert found["refused"][0]["line"] == 2
