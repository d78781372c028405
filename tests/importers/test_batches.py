from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graphcrm.importers import batches
from graphcrm.importers.batches import Batch
from graphcrm.importers.files import find
from graphcrm.importers.plans.records import CONTACT, nameless
from graphcrm.importers.reading import Reader


def all_of(*folders: Path) -> list[Batch]:
    readers = [Reader(source) for source in find(folders).sources]
    return list(batches.read(readers, CONTACT.identify, nameless))


def uids(found: list[Batch]) -> list[list[str]]:
    return [[row.uid for row in batch.rows] for batch in found]


def test_a_batch_is_full_by_rows(write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(batches, "ROWS", 2)
    found = all_of(write(contacts="contact_id,name\nC1,A\nC2,B\nC3,C\n"))
    assert uids(found) == [["C1", "C2"], ["C3"]]
    assert found[-1].done == 1


def test_a_batch_is_full_by_characters(write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(batches, "CHARS", 30)
    assert uids(all_of(write(contacts=f"contact_id,name\nC1,{'x' * 30}\nC2,B\nC3,C\n"))) == [["C1"], ["C2", "C3"]]


def test_rows_that_name_nobody_stand_behind_all_others_of_their_files(
    write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(batches, "ROWS", 2)
    one = write("one", contacts='contact_id,name,hobbies\nC1,,"a\nb"\nC2,Bo,\n')
    two = write("two", contacts="hobbies,contact_id,family_name,name\nc,C3,,\n,C4,Day,\n,C5,,Ed\nd,C6,,\n")
    found = all_of(one, two)
    assert uids(found) == [["C2"], ["C4", "C5"], [], ["C1", "C3"], ["C6"]]
    assert [(row.file, row.line, row.values["hobbies"]) for batch in found[3:] for row in batch.rows] == [
        (str(one / "contacts.csv"), 2, ["a\nb"]),
        (str(two / "contacts.csv"), 2, ["c"]),
        (str(two / "contacts.csv"), 5, ["d"]),
    ]
    assert [sum(batch.read.values()) for batch in found] == [1, 2, 0, 2, 1]


def test_what_cannot_be_a_row_is_refused(write: Callable[..., Path]):
    (found,) = all_of(write(contacts='contact_id,name,email\nC1,Ada,nobody\n,Bo,\nC3,"C"y,\n\n,,\nC1,Ada,\n'))
    assert uids([found]) == [["C1"]]
    assert [(row.line, row.column) for row in found.refused] == [(2, "email"), (3, "contact_id"), (4, "")]
    assert found.read == {"contacts.csv": 4}
