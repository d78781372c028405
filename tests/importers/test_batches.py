from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graphcrm.importers import batches
from graphcrm.importers.batches import Batch, Once
from graphcrm.importers.files import find
from graphcrm.importers.plans.records import CONTACT
from graphcrm.importers.reading import Reader


def all_of(folder: Path) -> list[Batch]:
    (source,) = find([folder]).sources
    return list(batches.read(Reader(source), Once(), CONTACT.identify))


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


def test_each_id_is_met_once(write: Callable[..., Path]):
    text = "contact_id,name\nC1,Ada\nC1,Ada\nC1,Bo\nC1,Ada\nC2,Ada\n"
    (found,) = all_of(write(contacts=text))
    assert uids([found]) == [["C1", "C2"]]
    assert (found.read, found.repeated, [row.line for row in found.refused]) == (5, 2, [4])
    assert "the same id stands in line 2 of contacts.csv with other content" in found.refused[0].reason


def test_a_refused_row_does_not_take_its_id(write: Callable[..., Path]):
    (found,) = all_of(write(contacts="contact_id,name,email\nC1,Ada,nobody\nC1,Ada,ada@x.example\n"))
    assert uids([found]) == [["C1"]]
    assert [row.line for row in found.refused] == [2]


def test_an_id_is_met_once_in_several_files():
    once = Once()
    assert once.again("C1", 1, "a.csv", 2) is None
    assert once.again("C1", 1, "b.csv", 2) == ""
    assert once.again("C1", 2, "b.csv", 2) == "line 2 of a.csv"
    assert once.again("C2", -1, "b.csv", 3) is None
    assert once.again("C2", -1, "b.csv", 4) == ""
