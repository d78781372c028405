from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from graphcrm.graph import Graph

from .conftest import Ended

Run = Callable[..., Ended]


def add(run: Run, name: str) -> None:
    run("user", "add", "--name", name, "--email", f"{name}@us.example", "--role", "rep")


def test_the_log_is_exported_once_and_says_so(run: Run, tmp_path: Path) -> None:
    add(run, "dana")
    assert "The audit log is in" in run("audit", "export", tmp_path / "audit.csv").out
    with (tmp_path / "audit.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["seq"], row["action"], row["address"]) for row in rows] == [
        ("2", "export", "command line"), ("1", "permission", "command line"),
    ]  # fmt: skip
    again = run("audit", "export", tmp_path / "audit.csv")
    assert again.code == 2
    assert "is there already" in again.err


def test_a_head_that_was_kept_proves_that_nothing_was_written_anew(run: Run, graph: Graph) -> None:
    assert run("audit", "head").out == "The audit log is empty.\n"
    add(run, "dana")
    kept = run("audit", "head", "--json").json["head"]
    add(run, "erin")
    same = run("audit", "head", "--expect", kept, "--json")
    assert (same.code, same.json["expected"]) == (0, True)
    graph.write("MATCH (a:Audit {seq: 1}) SET a.hash = 'anew'")
    other = run("audit", "head", "--expect", kept)
    assert other.code == 1
    assert "written anew" in other.err
    assert run("audit", "head", "--expect", "99 x").code == 1
    assert run("audit", "head", "--expect", "x").code == 2


def test_exports_repairs_and_statements_are_in_it(run: Run, graph: Graph, tmp_path: Path) -> None:
    add(run, "dana")
    run("export", tmp_path / "out")
    run("db", "shell", "CREATE (:Handle {uid: 'phone:1', kind: 'phone', value: '1'})")
    run("db", "shell", "MATCH (n) RETURN count(n)")
    assert run("check", "--repair").code == 0
    told = graph.read("MATCH (a:Audit) WHERE a.seq > 1 RETURN a.action, a.what ORDER BY a.seq", lambda *row: row)
    assert told[0][0] == "export"
    assert "users 1" in told[0][1]
    assert told[1] == ("shell", ["labels added 1", "nodes created 1", "properties set 3"])
    assert told[2] == ("repair", ["idle"])
    assert len(told) == 3
