from __future__ import annotations

from pathlib import Path

import pytest

from graphcrm.errors import BundleError
from graphcrm.importers.files import find
from graphcrm.importers.reading import CELL_MOST, Reader


def reader(folder: Path, content: bytes, name: str = "contacts.csv") -> Reader:
    (folder / name).write_bytes(content)
    (source,) = find([folder]).sources
    return Reader(source)


def lines(folder: Path, content: str) -> list[tuple[int, list[str] | str]]:
    return list(reader(folder, content.encode()).rows())


def test_rows_have_the_line_they_begin_on(tmp_path: Path):
    text = 'contact_id,name\r\nC1,Ada\r\n\r\nC2,"Bo\nthe Great"\nC3,Cy\rC4,"He said ""hi"""'
    assert lines(tmp_path, text) == [
        (2, ["C1", "Ada"]),
        (4, ["C2", "Bo\nthe Great"]),
        (6, ["C3", "Cy"]),
        (7, ["C4", 'He said "hi"']),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff"])
def test_a_file_of_nothing_has_no_header(tmp_path: Path, text: str):
    assert reader(tmp_path, text.encode()).header is None


def test_a_byte_order_mark_is_not_part_of_the_first_column(tmp_path: Path):
    found = reader(tmp_path, "\ufeffcontact_id,name\nC1,Ada\n".encode()).header
    assert found is not None
    assert found.names == ["contact_id", "name"]


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"contact_id,name\nC1,Ada\nC2,M\xfcller\n", "line 3 is not UTF-8: byte 0xFC at position 27 of the file"),
        (b"contact_id,name\nC1,\xe5\xbc", "line 2 is not UTF-8: byte 0xE5 at position 19 of the file"),
        ("contact_id,name\nC1,王\n".encode("gb18030"), "line 2 is not UTF-8: byte 0xCD at position 19 of the file"),
        ("contact_id,name\n".encode("utf-16"), "line 1 is not UTF-8: byte 0xFF at position 0 of the file"),
        (
            b"contact_id,name\n" + b"C1,Ada\n" * 300_000 + b"\xff",
            "line 300002 is not UTF-8: byte 0xFF at position 2,100,016",
        ),
        (b"\xc3\xa9" * (2**19 - 1) + b"a\xc3" + b"b", "line 1 is not UTF-8: byte 0xC3 at position 1,048,575"),
    ],
)
def test_what_is_not_utf_8_is_refused_with_line_byte_and_a_way_out(tmp_path: Path, content: bytes, where: str):
    with pytest.raises(BundleError) as error:
        reader(tmp_path, content)
    assert error.value.detail.startswith(f"contacts.csv {where}")
    assert "Nothing was imported. Save it as UTF-8" in error.value.detail


def test_a_quote_that_is_never_closed_is_one_broken_row(tmp_path: Path):
    found = lines(tmp_path, 'contact_id,name\nC1,Ada\nC2,"Bo\nC3,Cy\nC4,Di\n')
    assert found == [
        (2, ["C1", "Ada"]),
        (3, "a quote opens in this row and is never closed; lines 3 to 5 were read as this one row"),
    ]


def test_text_behind_a_closing_quote_breaks_its_row_alone(tmp_path: Path):
    found = lines(tmp_path, 'contact_id,name\nC1,"Ada" B.\nC2,Bo\n')
    assert found == [
        (2, "text follows a closing quote; a quote inside a quoted cell is written twice"),
        (3, ["C2", "Bo"]),
    ]


def test_a_cell_beyond_all_measure_breaks_its_row_alone(tmp_path: Path):
    (line, reason), after = lines(tmp_path, f"contact_id,name\nC1,{'x' * (CELL_MOST + 1)}\nC2,Bo\n")
    assert (line, after) == (2, (3, ["C2", "Bo"]))
    assert f"more than {CELL_MOST:,} characters" in reason


def test_a_first_row_that_is_no_csv_is_refused(tmp_path: Path):
    with pytest.raises(BundleError, match=r"contacts\.csv line 1: a quote opens in this row and is never closed"):
        reader(tmp_path, b'contact_id,"name\nC1,Ada\n')


def test_a_file_that_cannot_be_opened_is_refused(tmp_path: Path):
    (tmp_path / "contacts.csv").write_text("contact_id,name\n", encoding="utf-8")
    (source,) = find([tmp_path]).sources
    (tmp_path / "contacts.csv").unlink()
    with pytest.raises(BundleError, match=r"contacts\.csv cannot be read \(No such file"):
        Reader(source)


def test_a_file_that_changes_while_it_is_read_is_said_to(tmp_path: Path):
    found = reader(tmp_path, b"contact_id,name\nC1,Ada\n")
    (tmp_path / "contacts.csv").write_bytes(b"contact_id,name\nC1,\xff\n")
    with pytest.raises(BundleError, match=r"contacts\.csv was changed while it was read\. Run the import again"):
        list(found.rows())
