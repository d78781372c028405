"""The command line on the real thing: `run` calls it in this process, `start` as a program of its own.

One local Neo4j in a data folder of its own serves all tests that ask for `run`; they
join it, as a user's commands do, and find it empty.
"""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from graphcrm import cli
from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.nodes import schema
from graphcrm.runtime import LocalNeo4j

ROOT = Path(__file__).parents[2]
HEAP_MB = "256"
OURS = ("NEO4J_URI", "NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE", "JAVA_HOME", "GRAPHCRM_DEMO")

Files = dict[str, list[dict[str, str]]]
Start = Callable[..., "subprocess.Popen[str]"]


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def environment(data_dir: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    ours = {"GRAPHCRM_DATA_DIR": str(data_dir), "GRAPHCRM_HEAP_MB": HEAP_MB, "PYTHONPATH": str(ROOT)}
    return {**kept, **ours, **more}


def with_jars(folder: Path, jars_dir: Path) -> Path:
    """A data folder that has fetched everything."""
    lib = folder / jars_dir.parent.name / jars_dir.name
    lib.parent.mkdir(parents=True)
    lib.symlink_to(jars_dir)
    return folder


@pytest.fixture
def data_dir(tmp_path: Path, jars_dir: Path) -> Iterator[Path]:
    """A fresh data folder; what was left running in it is stopped."""
    folder = with_jars(tmp_path / "data", jars_dir)
    yield folder
    if (folder / "neo4j").exists():
        subprocess.run(command("db", "stop"), env=environment(folder), check=True, capture_output=True)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory, jars_dir: Path) -> Iterator[Path]:
    """The data folder in which a server runs."""
    folder = with_jars(tmp_path_factory.mktemp("served"), jars_dir)
    settings = Settings.from_env(environment(folder))
    # Not by `db start`: that server would outlive a run that is killed.
    with LocalNeo4j(settings, probe=probe, fast_start=True, usual_port=False) as connection:
        with Graph(connection.uri, (connection.username, connection.password)) as graph:
            schema.install(graph)
        yield folder


@pytest.fixture(scope="session")
def graph(served: Path) -> Iterator[Graph]:
    """That server, for a look behind the commands."""
    uri = LocalNeo4j(Settings.from_env(environment(served)), probe=probe).status().uri
    assert uri is not None
    with Graph(uri, ("neo4j", (served / "neo4j" / "password").read_text().strip())) as graph:
        yield graph


@pytest.fixture
def run(
    served: Path, graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Ended]:
    """Runs a command in this process, on the shared server, emptied before the test."""
    graph.write("MATCH (n) WHERE NOT n:SchemaVersion DETACH DELETE n")
    for name in OURS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GRAPHCRM_DATA_DIR", str(served))
    monkeypatch.chdir(tmp_path)
    assert Settings.from_env().neo4j_uri is None

    def run(*args: object) -> Ended:
        capsys.readouterr()
        code = cli.run([str(arg) for arg in args])
        return Ended(code, *capsys.readouterr())

    return run


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a command as a program of its own; one that still runs after the test is killed."""
    started: list[subprocess.Popen[str]] = []

    def start(*args: object, env: dict[str, str], **options: Any) -> subprocess.Popen[str]:
        pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL}
        # A suite that was started in the background ignores Ctrl-C, and so would its children.
        options = pipes | {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)} | options
        started.append(subprocess.Popen(command(*args), env=env, cwd=tmp_path, text=True, **options))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def probe(uri: str, username: str, password: str) -> None:
    with Graph(uri, (username, password)) as graph:
        graph.ping()


def command(*args: object) -> list[str]:
    return [sys.executable, "-m", "graphcrm.cli", *map(str, args)]


def ended(process: subprocess.Popen[str], *, seconds: float = 60) -> Ended:
    out, err = process.communicate(timeout=seconds)
    return Ended(process.returncode, out, err)


def write_bundle(folder: Path, files: Files) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in files.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return folder
