from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graphcrm import cli
from graphcrm.graph import Graph

from .conftest import Ended, write_bundle
from .worlds import POLARIS

Run = Callable[..., Ended]
NAMES = {
    "users", "accounts", "contacts", "leads", "opportunities", "contracts", "orders", "service_requests", "campaigns", "tasks", "works_at", "interactions", "ratings", "conversions", "attendance", "assigned_to",
    "account_links", "contact_links", "tags", "stages", "segments", "groups",
}  # fmt: skip


@pytest.fixture
def loaded(run: Run, tmp_path: Path) -> Run:
    """The command line on a graph that has something in it."""
    assert run("import", write_bundle(tmp_path / "bundle", POLARIS)).code == 0
    return run


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_an_export_says_what_it_has_written(loaded: Run, tmp_path: Path) -> None:
    done = loaded("export", tmp_path / "out")
    assert done.code == 0
    assert ["interactions.csv", "5"] in [line.split() for line in done.out.splitlines()]
    assert done.out.rstrip().endswith(f"rows in {tmp_path / 'out'}.")
    assert names(tmp_path / "out") == {f"{name}.csv" for name in NAMES}


def test_an_export_in_json(loaded: Run, tmp_path: Path) -> None:
    done = loaded("export", tmp_path / "out", "--format", "bundle", "--json")
    assert (done.code, done.json["folder"]) == (0, str(tmp_path / "out"))
    rows = {file["file"]: file["rows"] for file in done.json["files"]}
    assert (rows["accounts.csv"], rows["interactions.csv"], rows["leads.csv"]) == (4, 5, 0)


def test_what_was_exported_is_imported_again(loaded: Run, graph: Graph, tmp_path: Path) -> None:
    loaded("export", tmp_path / "one")
    graph.write("MATCH (n) WHERE NOT n:SchemaVersion DETACH DELETE n")
    assert loaded("import", tmp_path / "one").code == 0
    loaded("export", tmp_path / "two")
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_progress_goes_to_standard_error_in_plain_lines(loaded: Run, tmp_path: Path) -> None:
    done = loaded("export", tmp_path / "out")
    assert "Writing accounts.csv: 100 %" in done.err
    assert "Writing" not in done.out


def test_a_folder_that_is_not_empty_is_bad_usage(loaded: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    loaded("export", out)
    before = {path: path.read_bytes() for path in out.iterdir()}
    again = loaded("export", out, "--json")
    assert (again.code, again.json["error"]["code"]) == (2, "usage")
    assert "is not empty" in again.err
    assert {path: path.read_bytes() for path in out.iterdir()} == before


def test_a_folder_that_cannot_be_written_fails_in_one_sentence(loaded: Run) -> None:
    done = loaded("export", "/proc/out", "--json")
    assert (done.code, done.json["error"]["code"]) == (1, "export")
    assert "no file was kept there" in done.err


@pytest.mark.parametrize("args", [(), ("out", "--format", "csv")])
def test_an_export_takes_a_folder_and_a_known_format(args: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["export", *args]) == 2
    assert "Usage: graphcrm export" in capsys.readouterr().err


def test_ctrl_c_leaves_nothing_and_says_so(loaded: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        assert "works_at.csv.part" in names(tmp_path / "out")
        raise KeyboardInterrupt

    monkeypatch.setattr("graphcrm.exporters.part.Part.finish", interrupted)
    done = loaded("export", tmp_path / "out")
    assert (done.code, done.out) == (130, "")
    assert f"Interrupted. No file was kept in {tmp_path / 'out'}." in done.err
    assert not (tmp_path / "out").exists()
