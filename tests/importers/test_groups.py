from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from graphcrm.errors import BundleError
from graphcrm.importers import batches, groups
from graphcrm.importers.batches import Batch, Once
from graphcrm.importers.files import find
from graphcrm.importers.plans import jobs
from graphcrm.importers.reading import Reader

HEADER = "job_id,contact_id,account_id,title,start_date\n"


def all_of(folder: Path) -> list[Batch]:
    (source,) = find([folder]).sources
    return list(groups.read(Reader(source), Once(), Once(), jobs.identify, ("contact",)))


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
    assert sum(len(places) for places in where.values()) == sum(batch.read for batch in found) == 200
    for places in where.values():
        assert len({number for number, _ in places}) == 1
        assert places == sorted(places)
    assert len(found) > 10
    assert [batch.done for batch in found] == sorted(batch.done for batch in found)


def test_the_first_of_a_job_id_is_the_first_in_the_file_whatever_bucket_it_is_in(
    write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(groups, "BUCKET_BYTES", 20)
    text = HEADER + "".join(f"J1,C{n},A1,,2019\n" for n in range(20)) + "J1,C0,A1,,2019\n"
    found = all_of(write(works_at=text))
    assert [row.line for batch in found for row in batch.rows] == [2]
    assert sorted(row.line for batch in found for row in batch.refused) == list(range(3, 22))
    assert sum(batch.repeated for batch in found) == 1


def test_cells_come_back_from_the_disk_as_they_were(write: Callable[..., Path]):
    cell = 'a,"b"\r\nc\rd\n王 ; =1'
    quoted = '"' + cell.replace('"', '""') + '"'
    rows = [row for batch in all_of(write(works_at=f"{HEADER},C1,A1,{quoted},\n,C2,A1,x,\n")) for row in batch.rows]
    assert [(row.line, row.cells[3]) for row in rows] == [(2, cell), (6, "x")]


def test_rows_that_are_refused_while_dealing_are_counted(write: Callable[..., Path]):
    found = all_of(write(works_at=f'{HEADER},C1,A1,"x" y,\n,,A1,,\n,C1\n,C1,A1,,,,\n,,,,\n,C1,A1,,\n'))
    assert sum(batch.read for batch in found) == 5
    assert sorted(row.line for batch in found for row in batch.refused) == [2, 3, 4, 5]
    assert [row.line for batch in found for row in batch.rows] == [7]


def test_a_temporary_folder_that_cannot_be_used_is_said_to(write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch):
    folder = write(works_at=f"{HEADER},C1,A1,,\n")
    monkeypatch.setattr(groups.tempfile, "tempdir", str(folder / "missing"))
    with pytest.raises(BundleError, match=r"The temporary folder .*missing cannot be used"):
        all_of(folder)
