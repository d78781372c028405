from __future__ import annotations

from pathlib import Path

import pytest

from graphcrm.errors import BundleError
from graphcrm.importers.files import find


def touch(folder: Path, *names: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).touch()
    return folder


def test_files_are_found_in_the_order_of_loading_whatever_order_is_given(tmp_path: Path):
    touch(tmp_path, "ratings.csv", "works_at.csv", "contacts.csv", "Accounts.CSV", "users.csv")
    given = [tmp_path / name for name in ("works_at.csv", "users.csv", "ratings.csv", "contacts.csv", "Accounts.CSV")]
    for paths in ([tmp_path], given):
        found = [source.table.name for source in find(paths).sources]
        assert found == ["accounts", "contacts", "users", "works_at", "ratings"]


def test_a_file_given_twice_is_read_once_and_two_of_a_kind_are_told_apart(tmp_path: Path):
    a, b = touch(tmp_path / "a", "users.csv"), touch(tmp_path / "b", "users.csv")
    assert [source.name for source in find([a, a / "users.csv"]).sources] == ["users.csv"]
    assert [source.name for source in find([a, b]).sources] == [str(a / "users.csv"), str(b / "users.csv")]


def test_other_files_are_named_apart_from_those_that_come_later(tmp_path: Path):
    touch(tmp_path, "users.csv", "notes.txt", "truth_direct.csv", "feedback.csv", ".hidden")
    found = find([tmp_path])
    assert (found.later, found.ignored) == (["feedback.csv"], ["notes.txt", "truth_direct.csv"])


def test_a_folder_without_known_files_is_refused_with_the_names_they_have(tmp_path: Path):
    with pytest.raises(
        BundleError, match=r"holds no file of a bundle; .*accounts\.csv.*contact_links\.csv.*\. Nothing was"
    ):
        find([touch(tmp_path, "people.csv")])


def test_a_folder_with_nothing_but_later_files_says_so(tmp_path: Path):
    with pytest.raises(BundleError, match=r"feedback\.csv: not imported yet"):
        find([touch(tmp_path, "feedback.csv")])


def test_paths_that_are_nothing_of_ours_are_refused(tmp_path: Path):
    with pytest.raises(BundleError, match=r"There is no file or folder .*nowhere\. Nothing was imported\."):
        find([tmp_path / "nowhere"])
    with pytest.raises(BundleError, match=r"people\.csv is not a file of a bundle"):
        find([touch(tmp_path, "people.csv") / "people.csv"])
    with pytest.raises(BundleError, match="No path holds no file"):
        find([])
