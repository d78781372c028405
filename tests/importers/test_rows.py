from __future__ import annotations

import pytest

from graphcrm.importers.columns import ACCOUNTS
from graphcrm.importers.header import Header
from graphcrm.importers.report import Refused
from graphcrm.importers.rows import Row, offset_less, parse

HEADER = Header(ACCOUNTS, ["account_id", "name", "kind", "aliases", "Note"])


def parsed(*cells: str, has_nul: bool = False) -> Row | Refused | None:
    return parse("accounts.csv", HEADER, 7, list(cells), has_nul=has_nul)


def test_cells_become_values_and_empty_ones_none():
    row = parsed(" A1 ", "Acme", "", " ; ", "")
    assert isinstance(row, Row)
    assert row.values == {"id": "A1", "name": "Acme"}


def test_cells_left_out_at_the_end_are_empty():
    row = parsed("A1", "Acme")
    assert isinstance(row, Row)
    assert row.values == {"id": "A1", "name": "Acme"}
    assert row.content == HEADER.content(["A1", "Acme", "", "", ""])


def test_a_line_of_empty_cells_is_no_row():
    assert parsed("", " ", "") is None


def test_a_cell_too_many_refuses_the_row():
    row = parsed("A1", "Acme", "", "", "", "Inc.")
    assert isinstance(row, Refused)
    assert (row.line, row.column, row.value) == (7, "", "Inc.")
    assert "it has 6 cells, and the first row 5" in row.reason


def test_a_nul_byte_refuses_the_row():
    row = parsed("A1", "Ac\0me", has_nul=True)
    assert isinstance(row, Refused)
    assert (row.column, row.value, row.reason) == ("name", "Ac␀me", "it has a NUL byte.")


def test_a_cell_that_cannot_be_meant_refuses_the_row_with_column_value_and_reason():
    row = parsed("A1", "Acme", "guild")
    assert isinstance(row, Refused)
    assert (row.column, row.value) == ("kind", "guild")
    assert "it takes one of company, supplier" in row.reason


@pytest.mark.parametrize(
    "cells", [("A1", "x" * 10_000_000), ("A1", "Acme", "", ";".join(f"{n:0900}" for n in range(10_000)))]
)
def test_a_cell_of_ten_megabytes_refuses_the_row_and_is_not_shown_whole(cells: tuple[str, ...]):
    row = parsed(*cells)
    assert isinstance(row, Refused)
    assert len(row.value) + len(row.reason) < 1_000


def test_formula_looking_cells_are_kept_as_text():
    row = parsed("A1", "=1+1", "", "@x;-y", "+z")
    assert isinstance(row, Row)
    assert row.values == {"id": "A1", "name": "=1+1", "aliases": ["@x", "-y"], "x_note": "+z"}


@pytest.mark.parametrize("cell", ["2024-05-01T10:00", "2024-05-01 10:00:00.5", "20240501T1000"])
def test_a_time_without_an_offset_is_noticed(cell: str):
    assert offset_less(cell)


@pytest.mark.parametrize(
    "cell", ["2024-05-01", "2024-05-01T10:00Z", "2024-05-01T10:00+02:00", "2024-05-01T10:00-0200", ""]
)
def test_a_date_and_a_time_with_an_offset_are_not(cell: str):
    assert not offset_less(cell)
