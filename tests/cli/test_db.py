from __future__ import annotations

import io
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from graphcrm.cli.database import prepare
from graphcrm.errors import SchemaError
from graphcrm.graph import Graph
from graphcrm.nodes.schema import SCHEMA_VERSION, drift, version

from .conftest import Ended, command, environment

Run = Callable[..., Ended]


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(text))


def call(data_dir: Path, *args: str, **more: str) -> Ended:
    env = environment(data_dir, **more)
    done = subprocess.run(command(*args), env=env, capture_output=True, text=True, check=False)
    return Ended(done.returncode, done.stdout, done.stderr)


def test_a_server_starts_is_joined_and_stops(data_dir: Path) -> None:
    assert call(data_dir, "db", "status", "--json").json["running"] is False
    started = call(data_dir, "db", "start", "--json").json
    assert (started["running"], started["started"]) == (True, True)
    assert call(data_dir, "db", "status", "--json").json["pid"] == started["pid"]
    again = call(data_dir, "db", "start", "--json").json
    assert (again["started"], again["pid"]) == (False, started["pid"])
    assert call(data_dir, "db", "stop", "--json").json == {"running": False, "stopped": True}
    assert call(data_dir, "db", "stop").out == "The local Neo4j was not running.\n"


def test_a_command_without_a_running_server_starts_and_stops_its_own(data_dir: Path) -> None:
    done = call(data_dir, "user", "add", "--name", "Ada", "--email", "ada@us.example", "--role", "rep")
    assert done.code == 0
    assert call(data_dir, "db", "status", "--json").json["running"] is False
    assert "Ada" in call(data_dir, "user", "list").out


def test_status_says_where(run: Run, graph: Graph) -> None:
    done = run("db", "status")
    assert "running  yes" in done.out
    assert graph.uri in done.out


def test_a_given_server_is_used_and_never_started_or_stopped(
    run: Run, graph: Graph, served: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    uri = "neo4j://" + graph.uri.split("://")[1]
    monkeypatch.setenv("NEO4J_URI", uri)
    monkeypatch.setenv("NEO4J_PASSWORD", (served / "neo4j" / "password").read_text().strip())
    assert run("db", "status", "--json").json == {"local": False, "running": True, "uri": uri}
    assert run("user", "add", "--name", "Ada", "--email", "ada@us.example", "--role", "rep").code == 0
    assert graph.read("MATCH (u:User) RETURN u.name", str) == ["Ada"]
    for verb in ("start", "stop"):
        done = run("db", verb)
        assert done.code == 2
        assert "NEO4J_URI" in done.err
    graph.ping()


def test_a_given_server_with_another_password_is_explained(
    run: Run, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_URI", graph.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong")
    done = run("user", "list", "--json")
    assert (done.code, done.json["error"]["code"]) == (1, "database")
    assert "NEO4J_PASSWORD" in done.err


def test_a_given_server_that_is_away_is_explained(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        uri = f"bolt://127.0.0.1:{sock.getsockname()[1]}"
    monkeypatch.setenv("NEO4J_URI", uri)
    done = run("user", "list")
    assert done.code == 1
    assert f"Neo4j at {uri} does not answer" in done.err
    status = run("db", "status", "--json").json
    assert status["running"] is False
    assert uri in status["fault"]


def test_the_schema_is_there_and_drift_is_named(run: Run, graph: Graph) -> None:
    assert run("db", "schema", "--check").code == 0
    graph.write("DROP INDEX contact_name")
    graph.write("CREATE INDEX theirs FOR (n:Theirs) ON (n.x)")
    drifted = run("db", "schema", "--check", "--json")
    assert drifted.code == 1
    assert [line.split(" (")[0] for line in drifted.json["drift"]] == ["missing contact_name", "extra theirs"]
    assert run("db", "schema").code == 0
    assert [line.split(" (")[0] for line in run("db", "schema", "--json").json["drift"]] == ["extra theirs"]
    graph.write("DROP INDEX theirs")


def test_another_schema_version_is_refused(run: Run, graph: Graph) -> None:
    graph.write("MATCH (s:SchemaVersion) SET s.version = 999")
    try:
        done = run("user", "list", "--json")
    finally:
        graph.write("MATCH (s:SchemaVersion) SET s.version = $version", version=SCHEMA_VERSION)
    assert (done.code, done.json["error"]["code"]) == (1, "schema")
    assert "999" in done.err


def test_the_demo_brings_its_own_database_up_to_this_version_and_no_newer_one_down(graph: Graph) -> None:
    try:
        graph.write("MATCH (s:SchemaVersion) SET s.version = $version", version=SCHEMA_VERSION - 1)
        graph.write("DROP INDEX contact_name")
        with pytest.raises(SchemaError):
            prepare(graph, install=True)
        prepare(graph, install=True, upgrade=True)
        assert (version(graph), drift(graph)) == (SCHEMA_VERSION, [])
        graph.write("MATCH (s:SchemaVersion) SET s.version = 999")
        with pytest.raises(SchemaError):
            prepare(graph, install=True, upgrade=True)
    finally:
        graph.write("MATCH (s:SchemaVersion) SET s.version = $version", version=SCHEMA_VERSION)


def test_the_shell_answers_in_a_table(run: Run) -> None:
    done = run("db", "shell", "UNWIND [1, null] AS n RETURN n, '林' AS name")
    assert done.out.splitlines() == ["n     name", "────  ────", "   1  林", "null  林"]
    assert done.err.startswith("2 rows, ")


def test_the_shell_runs_several_statements_from_standard_input(
    run: Run, graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "CREATE (:Tag {name: 'a;b'});\n// not; this\nMATCH (t:Tag)\nRETURN t.name AS name;\n")
    done = run("db", "shell", "--json")
    assert '"rows": [\n    [\n      "a;b"' in done.out
    assert '"nodes_created": 1' in done.out
    assert graph.read("MATCH (t:Tag) RETURN t.name", str) == ["a;b"]


def test_the_shell_shows_nodes_edges_and_paths(run: Run) -> None:
    statement = "CREATE p = (:A {on: date('2026-05-17')})-[r:R {n: [1, 2]}]->(b:B) RETURN r, b, p"
    (row,) = run("db", "shell", "--json", statement).json["rows"]
    edge, node, path = row
    assert edge == {"type": "R", "properties": {"n": [1, 2]}}
    assert node == {"labels": ["B"], "properties": {}}
    assert path["nodes"][0] == {"labels": ["A"], "properties": {"on": "2026-05-17"}}


def test_what_cypher_does_not_understand_fails(run: Run) -> None:
    done = run("db", "shell", "FETCH 1", "--json")
    assert (done.code, done.json["error"]["code"]) == (1, "invalid")
    assert "FETCH" in done.err
    assert len(done.err.splitlines()) == 1
