from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from graphcrm.errors import ExportError
from graphcrm.exporters import part as parts
from graphcrm.exporters.folder import filled, require_empty

NAMES = ("accounts", "contacts")


def fill(folder: Path, error: BaseException | None = None) -> None:
    with filled(folder, NAMES) as opened:
        for name in NAMES:
            part = opened(name, ("id",))
            part.write([{"id": "1", "x_a": "2"}])
            part.finish()
            if error:
                raise error


@pytest.mark.parametrize("made", [False, True])
def test_a_new_or_an_empty_folder_is_filled(tmp_path: Path, made: bool) -> None:
    folder = tmp_path / "deep" / "down"
    if made:
        folder.mkdir(parents=True)
    fill(folder)
    assert sorted(path.name for path in folder.iterdir()) == ["accounts.csv", "contacts.csv"]


@pytest.mark.parametrize("held", ["accounts.csv", "notes.txt", ".git", "other.csv.part"])
def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path, held: str) -> None:
    (tmp_path / held).write_text("mine")
    with pytest.raises(ExportError, match=rf"is not empty: it holds {held}\. Name a folder that is new or empty"):
        fill(tmp_path)
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [(held, "mine")]


def test_a_full_folder_is_told_by_the_first_name_and_the_number_of_others(tmp_path: Path) -> None:
    for name in "cab":
        (tmp_path / name).touch()
    with pytest.raises(ExportError, match="it holds a and 2 more"):
        require_empty(tmp_path, NAMES)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ExportError, match="is a file; name a folder"):
        require_empty(tmp_path / "file", NAMES)


def test_what_a_killed_export_left_is_taken_away(tmp_path: Path) -> None:
    for name in ("contacts.csv.part", "contacts.custom.csv.part"):
        (tmp_path / name).write_text("half")
    fill(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["accounts.csv", "contacts.csv"]


@pytest.mark.parametrize("made", [False, True])
@pytest.mark.parametrize("error", [KeyboardInterrupt(), ValueError()], ids=repr)
def test_an_interrupted_export_leaves_nothing(tmp_path: Path, error: BaseException, made: bool) -> None:
    folder = tmp_path / "out"
    if made:
        folder.mkdir()
    with pytest.raises(type(error)):
        fill(folder, error)
    assert folder.exists() == made
    assert not made or list(folder.iterdir()) == []


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(parts.os, "fsync", full)
    with pytest.raises(ExportError, match=r"cannot be used \(No space left on device\), so no file was kept there"):
        fill(tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_files_that_have_their_names_are_taken_back_when_another_cannot_have_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = parts.Part.keep

    def keep_one(part: parts.Part) -> None:
        if part.file == "contacts.csv":
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        keep(part)

    monkeypatch.setattr(parts.Part, "keep", keep_one)
    with pytest.raises(ExportError, match="Input/output error"):
        fill(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("folder", ["/proc/out", "/dev/null/out"])
def test_a_folder_that_cannot_be_made_is_told(folder: str) -> None:
    with pytest.raises(ExportError, match="cannot be used"):
        fill(Path(folder))
