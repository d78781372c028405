from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from graphcrm.graph import Graph

from .conftest import Ended, write_bundle
from .worlds import BROKEN, POLARIS

Run = Callable[..., Ended]


def nodes(graph: Graph) -> int:
    return graph.read("MATCH (n) WHERE NOT n:SchemaVersion RETURN count(*)", int)[0]


def test_an_import_says_what_became_of_each_file(run: Run, tmp_path: Path) -> None:
    done = run("import", write_bundle(tmp_path / "bundle", POLARIS))
    assert done.code == 0
    counts = [line.split()[:3] for line in done.out.splitlines() if ".csv" in line]
    assert ["accounts.csv", "4", "4"] in counts
    assert ["interactions.csv", "5", "5"] in counts
    assert done.out.rstrip().endswith("The import is done.")


def test_the_same_import_again_changes_nothing(run: Run, graph: Graph, tmp_path: Path) -> None:
    bundle = write_bundle(tmp_path / "bundle", POLARIS)
    run("import", bundle)
    before = nodes(graph)
    again = run("import", bundle, "--json")
    assert again.code == 0
    assert [(file["created"], file["changed"]) for file in again.json["files"]] == [(0, 0)] * 5
    assert nodes(graph) == before


def test_refused_rows_are_named_and_the_rest_is_loaded(run: Run, tmp_path: Path) -> None:
    done = run("import", write_bundle(tmp_path / "bundle", BROKEN))
    assert done.code == 3
    assert "works_at.csv line 7" in done.out
    assert "2 rows were refused, with the reasons in refused.csv; the others are loaded." in done.out
    lines = (tmp_path / "refused.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "file,line,column,value,reason"
    assert [line.split(",")[:2] for line in lines[1:]] == [["works_at.csv", "7"], ["works_at.csv", "8"]]


def test_refused_rows_in_json(run: Run, tmp_path: Path) -> None:
    done = run("import", write_bundle(tmp_path / "bundle", BROKEN), "--json")
    assert done.code == 3
    assert done.json["refused_count"] == 2
    assert [row["line"] for row in done.json["refused"]] == [7, 8]


def test_strict_imports_nothing_when_one_row_is_refused(run: Run, graph: Graph, tmp_path: Path) -> None:
    done = run("import", "--strict", "--json", write_bundle(tmp_path / "bundle", BROKEN))
    assert done.code == 1
    assert done.json["error"]["code"] == "bundle"
    assert "nothing was imported" in done.err
    assert nodes(graph) == 0


def test_a_dry_run_writes_nothing(run: Run, graph: Graph, tmp_path: Path) -> None:
    done = run("import", "--dry-run", write_bundle(tmp_path / "bundle", POLARIS))
    assert done.code == 0
    assert "nothing was written" in done.out
    assert nodes(graph) == 0


def test_new_records_know_their_source(run: Run, graph: Graph, tmp_path: Path) -> None:
    run("import", "--source", "old CRM", write_bundle(tmp_path / "bundle", POLARIS))
    assert set(graph.read("MATCH (c:Contact) RETURN c.source", str)) == {"old CRM"}


def test_progress_goes_to_standard_error_in_plain_lines(run: Run, tmp_path: Path) -> None:
    done = run("import", write_bundle(tmp_path / "bundle", POLARIS))
    assert "Loading interactions.csv: 100 %" in done.err
    assert "Loading" not in done.out


def test_a_path_that_does_not_exist_is_bad_usage(run: Run, tmp_path: Path) -> None:
    done = run("import", tmp_path / "nothing", "--json")
    assert done.code == 2
    assert str(tmp_path / "nothing") in done.err
    assert done.json["error"]["code"] == "usage"


def test_a_folder_without_known_files_is_bad_usage(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "people.csv").write_text("name\nAda\n")
    done = run("import", tmp_path / "other")
    assert done.code == 2
    assert "works_at.csv" in done.err
    assert "Nothing was imported" in done.err


def test_no_path_at_all_is_bad_usage(run: Run) -> None:
    assert run("import").code == 2


def test_a_file_that_is_not_utf8_fails_and_nothing_is_written(run: Run, graph: Graph, tmp_path: Path) -> None:
    bundle = write_bundle(tmp_path / "bundle", POLARIS)
    (bundle / "contacts.csv").write_bytes("contact_id,name\n1,Müller\n".encode("latin-1"))
    done = run("import", bundle)
    assert done.code in {1, 3}
    assert "UTF-8" in done.err + done.out
    assert not graph.read("MATCH (c:Contact {name: 'Müller'}) RETURN c.uid", str)
