from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from graphcrm.errors import BundleError
from graphcrm.importers import batches, disk, groups
from graphcrm.importers.batches import Batch
from graphcrm.importers.files import find
from graphcrm.importers.plans import jobs
from graphcrm.importers.reading import Reader
from graphcrm.importers.report import Refused
from graphcrm.importers.rows import Row

HEADER = "job_id,contact_id,account_id,title,start_date\n"


def untitled(rows: list[Row]) -> list[Refused]:
    """Refuse jobs without a title."""
    return [row.refused("no title", "title") for row in rows if "title" not in row.values]


def all_of(*folders: Path) -> list[Batch]:
    readers = [Reader(source) for source in find(folders).sources]
    return list(groups.read(readers, jobs.identify, ("contact",), untitled))


def lines(found: list[Batch]) -> list[int]:
    return sorted(row.line for batch in found for row in batch.rows)


def refused_lines(found: list[Batch]) -> list[tuple[int, str]]:
    return sorted((row.line, row.column) for batch in found for row in batch.refused)


def shuffled(rows: int, contacts: int) -> str:
    rng = random.Random(1)
    return HEADER + "".join(f",C{rng.randrange(contacts)},A1,T{n},2019\n" for n in range(rows))


@pytest.mark.parametrize("bucket_bytes", [100, 1_000, 10**6])
def test_all_rows_of_a_contact_are_in_one_batch_and_in_their_order(
    write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, bucket_bytes: int
):
    monkeypatch.setattr(groups, "BUCKET_BYTES", bucket_bytes)
    monkeypatch.setattr(batches, "ROWS", 7)
    found = all_of(write(works_at=shuffled(200, 30)))
    where = defaultdict(list)
    for number, batch in enumerate(found):
        for row in batch.rows:
            where[row.values["contact"]].append((number, row.line))
    assert sum(len(places) for places in where.values()) == sum(batch.read.total() for batch in found) == 200
    for places in where.values():
        assert len({number for number, _ in places}) == 1
        assert places == sorted(places)
    assert len(found) > 10
    assert [batch.done for batch in found] == sorted(batch.done for batch in found)


def test_the_first_of_a_job_id_is_the_first_in_the_file_whatever_bucket_it_is_in(
    write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(groups, "BUCKET_BYTES", 20)
    text = HEADER + "".join(f"J1,C{n},A1,Boss,2019\n" for n in range(20)) + "J1,C0,A1,Boss,2019\n"
    found = all_of(write(works_at=text))
    assert [row.line for batch in found for row in batch.rows] == [2]
    assert sorted(row.line for batch in found for row in batch.refused) == list(range(3, 22))
    assert sum(batch.repeated.total() for batch in found) == 1


@pytest.mark.parametrize("bucket_bytes", [20, 10**6])
def test_the_first_of_a_job_id_that_is_not_refused_stands(
    write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, bucket_bytes: int
):
    monkeypatch.setattr(groups, "BUCKET_BYTES", bucket_bytes)
    monkeypatch.setattr(batches, "ROWS", 2)
    rows = [
        "J1,C1,A1,,2019",  # refused when it is planned
        "J1,C2,,Boss,2019",  # refused because it names no account
        "J1,C3,A1,Boss,2019",  # stands
        "J1,C3,A1,Boss,2019",  # an exact repeat of it
        "J1,C1,A1,,2019",  # an exact repeat of the first
        "J1,C4,A1,Boss,2019",
        "J1,C4,A1,Boss,2019,too many",
        "J2,C1,A1,,2019",  # nobody stands for J2
        "J2,C1,A1,,2020",
    ]
    found = all_of(write(works_at=HEADER + "\n".join(rows) + "\n"))
    assert lines(found) == [4]
    assert refused_lines(found) == [
        (2, "title"), (3, "account_id"), (7, "job_id"), (8, ""), (9, "title"), (10, "title"),
    ]  # fmt: skip
    assert sum(batch.repeated.total() for batch in found) == 2
    assert sum(batch.read.total() for batch in found) == len(rows)
    (late,) = (row for batch in found for row in batch.refused if row.line == 7)
    assert "line 4 of works_at.csv" in late.reason


def test_a_group_is_whole_over_several_files(write: Callable[..., Path]):
    one = write("one", works_at=f"{HEADER}J1,C1,A1,,2019\n,C2,A1,,\n")
    two = write("two", works_at="contact_id,account_id,title,job_id\nC1,A2,Boss,J1\nC1,A1,Chair,\n")
    found = all_of(one, two)
    groups_found = [[(Path(row.file).parent.name, row.line) for row in batch.rows] for batch in found if batch.rows]
    assert groups_found == [[("one", 3), ("two", 3), ("two", 2)]]
    assert [(Path(row.file).parent.name, row.line) for batch in found for row in batch.refused] == [("one", 2)]


def test_cells_come_back_from_the_disk_as_they_were(write: Callable[..., Path]):
    cell = 'a,"b"\r\nc\rd\n王 ; =1'
    quoted = '"' + cell.replace('"', '""') + '"'
    rows = [row for batch in all_of(write(works_at=f"{HEADER},C1,A1,{quoted},\n,C2,A1,x,\n")) for row in batch.rows]
    assert [(row.line, row.cells[3]) for row in rows] == [(2, cell), (6, "x")]


def test_rows_that_are_refused_while_dealing_are_counted(write: Callable[..., Path]):
    found = all_of(write(works_at=f'{HEADER},C1,A1,"x" y,\n,,A1,,\n,C1\n,C1,A1,,,,\n,,,,\n,C1,A1,,\n'))
    assert sum(batch.read.total() for batch in found) == 5
    assert sorted(row.line for batch in found for row in batch.refused) == [2, 3, 4, 5]
    assert [row.line for batch in found for row in batch.rows] == [7]


def test_a_temporary_folder_that_cannot_be_used_is_said_to(write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch):
    folder = write(works_at=f"{HEADER},C1,A1,,\n")
    monkeypatch.setattr(disk.tempfile, "tempdir", str(folder / "missing"))
    with pytest.raises(BundleError, match=r"The temporary folder .*missing cannot be used"):
        all_of(folder)
