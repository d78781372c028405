from __future__ import annotations

import csv
from pathlib import Path

from graphcrm.exporters.part import Part


def whole(part: Part, path: Path) -> list[list[str]]:
    part.finish()
    part.keep()
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


def test_cells_read_back_as_they_were_written(tmp_path: Path) -> None:
    cells = ["a\rb", "a\nb", "a\r\nb", 'say "x"', "a,b", "张", "'", "a\x1cb", "🙂", "x" * 200_000]
    part = Part(tmp_path, "a", ("id", "text"))
    part.write([{"id": str(n), "text": cell} for n, cell in enumerate(cells)])
    assert whole(part, tmp_path / "a.csv")[1:] == [[str(n), cell] for n, cell in enumerate(cells)]


def test_custom_fields_are_columns_in_the_order_of_their_names_where_they_hold_something(tmp_path: Path) -> None:
    part = Part(tmp_path, "a", ("id", "name"))
    part.write(
        [{"id": "1", "name": "a\rb"}, {"id": "2", "x_z": 7, "x_none": "", "x_blank": "  ", "x_list": [], "rev": 1}]
    )
    part.write([{"id": "3", "x_b": True, "x_a": "y" * 200_000}, {"id": "4", "x_z": "8"}])
    assert whole(part, tmp_path / "a.csv") == [
        ["id", "name", "x_a", "x_b", "x_z"],
        ["1", "a\rb", "", "", ""],
        ["2", "", "", "", "7"],
        ["3", "", "y" * 200_000, "true", ""],
        ["4", "", "", "", "8"],
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_until_it_is_kept_a_file_has_no_name_that_an_import_reads(tmp_path: Path) -> None:
    part = Part(tmp_path, "accounts", ("id",))
    part.write([{"id": "1", "x_a": "2"}])
    part.finish()
    assert [path.name for path in tmp_path.iterdir()] == ["accounts.csv.part"]
    assert part.rows == 1
    part.discard()
    assert list(tmp_path.iterdir()) == []
