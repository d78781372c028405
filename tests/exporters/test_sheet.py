from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime

from graphcrm.exporters.sheet import sheet


def read(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:])))


def test_a_file_has_its_columns_and_the_values_as_text() -> None:
    rows = [["Ada, Countess", 3, None, date(2024, 6, 1), datetime(2024, 6, 1, 9, tzinfo=UTC), 0.5, True]]
    assert read(sheet(["a", "b", "c", "d", "e", "f", "g"], rows)) == [
        ["a", "b", "c", "d", "e", "f", "g"],
        ["Ada, Countess", "3", "", "2024-06-01", "2024-06-01T09:00:00+00:00", "0.5", "true"],
    ]
    assert read(sheet(["a"], [])) == [["a"]]


def test_a_text_that_a_spreadsheet_would_calculate_stays_a_text() -> None:
    texts = ["=1+1", "+49", "-1", "@x", "\tx", "1-1"]
    assert [row[0] for row in read(sheet(["a"], [[text] for text in texts]))[1:]] == [
        "'=1+1", "'+49", "'-1", "'@x", "x", "1-1",
    ]  # fmt: skip
    assert read(sheet(["a"], [[-1]]))[1] == ["-1"]
