"""Real servers, each in a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import neo4j
import pytest

import graphcrm
from graphcrm.runtime import Connection, LocalNeo4j

from .owner import small_server

Make = Callable[..., LocalNeo4j]
Hold = Callable[[Path, str], "subprocess.Popen[str]"]

HOLD = """
import fcntl, sys
file = open(sys.argv[1], "ab")
getattr(fcntl, sys.argv[2])(file, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def make(tmp_path: Path, jars_dir: Path) -> Iterator[Make]:
    """Makes servers, by default of one fresh home, and stops them after the test."""
    made: list[LocalNeo4j] = []

    def make(home: Path = tmp_path / "home", jars_dir: Path = jars_dir, **options: object) -> LocalNeo4j:
        made.append(small_server(home, jars_dir, **options))
        return made[-1]

    yield make
    for server in made:
        server.stop()


@pytest.fixture(scope="session")
def stopped_home(tmp_path_factory: pytest.TempPathFactory, jars_dir: Path) -> Path:
    """The home of a server that was stopped; it holds one note, "kept". To be copied, not used."""
    home = tmp_path_factory.mktemp("stopped") / "home"
    with small_server(home, jars_dir) as connection:
        write_note(connection, "kept")
    return home


@pytest.fixture
def used_home(tmp_path: Path, stopped_home: Path) -> Path:
    return Path(shutil.copytree(stopped_home, tmp_path / "used"))


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory, stopped_home: Path, jars_dir: Path) -> Iterator[LocalNeo4j]:
    """A server for tests that leave it as it is."""
    home = Path(shutil.copytree(stopped_home, tmp_path_factory.mktemp("running") / "home"))
    server = small_server(home, jars_dir)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def hold() -> Iterator[Hold]:
    """Locks a file in another process."""
    held: list[subprocess.Popen[str]] = []

    def hold(path: Path, how: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", HOLD, str(path), how]
        held.append(subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True))
        assert held[-1].stdout is not None
        assert held[-1].stdout.readline() == "held\n"
        return held[-1]

    yield hold
    for process in held:
        process.kill()
        process.communicate()


def notes(connection: Connection) -> set[str]:
    with _session(connection) as session:
        return {record["text"] for record in session.run("MATCH (n:Note) RETURN n.text AS text")}


def write_note(connection: Connection, text: str) -> None:
    with _session(connection) as session:
        session.run("CREATE (:Note {text: $text})", text=text).consume()


@contextmanager
def _session(connection: Connection) -> Iterator[neo4j.Session]:
    auth = (connection.username, connection.password)
    with neo4j.GraphDatabase.driver(connection.uri, auth=auth) as driver, driver.session() as session:
        yield session


def run_owner(home: Path, jars_dir: Path) -> subprocess.Popen[str]:
    """Start owner.py."""
    environment = {**os.environ, "PYTHONPATH": str(Path(graphcrm.__file__).parents[1])}
    owner = Path(__file__).with_name("owner.py")
    command = [sys.executable, str(owner), str(home), str(jars_dir)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def wait_until(true: Callable[[], bool], *, seconds: float) -> float:
    """Return how long it took; fails when it takes longer."""
    began = time.monotonic()
    while not true():
        assert time.monotonic() - began < seconds, f"not within {seconds} s"
        time.sleep(0.02)
    return time.monotonic() - began
