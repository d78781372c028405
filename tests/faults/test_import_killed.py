"""The importer and the database killed in the middle of an import: run again, it ends in the same graph.

Real processes on a real store, as a user runs them; every moment is drawn from one seeded generator.
"""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from digest import digest

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.nodes import schema
from graphcrm.runtime import Connection, LocalNeo4j

THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "ci"
IMPORTER_KILLS = 20 if THOROUGH else 4
DATABASE_KILLS = 5 if THOROUGH else 1
PATIENCE_S = 120.0  # an import of this world takes about four seconds
CONTACTS = 2_000
WORLD = Path(__file__).parents[2] / "bench" / "world.py"

pytestmark = pytest.mark.timeout(1_800)  # forty imports and their digests


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world")
    subprocess.run(
        [sys.executable, str(WORLD), str(folder), "--contacts", str(CONTACTS), "--largest", "300"], check=True
    )
    return folder


class Store:
    """A local Neo4j in a folder of its own, and the environment in which the command line finds it."""

    def __init__(self, folder: Path, jars: Path) -> None:
        ours = {"GRAPHCRM_DATA_DIR": str(folder), "GRAPHCRM_HEAP_MB": "512"}
        self.settings = Settings.from_env({**os.environ, **ours})
        self.jars = jars
        with socket.socket() as other:  # a port of its own: no other test's server is to answer in its place
            other.bind(("127.0.0.1", 0))
            self.port = int(other.getsockname()[1])
        self.connection: Connection
        self.start()

    def start(self) -> None:
        self.server = LocalNeo4j(self.settings, probe=ping, jars_dir=self.jars, port=self.port)
        self.connection = self.server.start()

    def environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "NEO4J_URI": self.connection.uri,
            "NEO4J_USERNAME": self.connection.username,
            "NEO4J_PASSWORD": self.connection.password,
        }

    def graph(self) -> Graph:
        return Graph(self.connection.uri, (self.connection.username, self.connection.password))

    def kill(self) -> None:
        pid = self.server.status().pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)


def ping(uri: str, username: str, password: str) -> None:
    with Graph(uri, (username, password)) as graph:
        graph.ping()


@pytest.fixture
def store(tmp_path: Path, jars_dir: Path) -> Iterator[Store]:
    store = Store(tmp_path / "data", jars_dir)
    with store.graph() as graph:
        schema.install(graph)
    yield store
    store.server.stop()


def importing(store: Store, world: Path, folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "graphcrm.cli", "import", str(world)]
    return subprocess.Popen(
        command, env=store.environment(), cwd=folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def run_import(store: Store, world: Path, folder: Path) -> float:
    start = time.monotonic()
    process = importing(store, world, folder)
    out, err = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0, (out, err)
    return time.monotonic() - start


def emptied(store: Store) -> None:
    with store.graph() as graph:
        graph.write("MATCH (n) WHERE NOT n:SchemaVersion DETACH DELETE n")


def digest_of(store: Store) -> str:
    with store.graph() as graph:
        return digest(graph)


def test_an_importer_killed_at_random_moments_ends_in_the_same_graph(store: Store, world: Path, tmp_path: Path) -> None:
    run_import(store, world, tmp_path)
    whole = digest_of(store)
    emptied(store)
    seconds = run_import(store, world, tmp_path)  # once more: a server's first import takes several times as long
    dice = random.Random(20)
    killed = 0
    while killed < IMPORTER_KILLS:
        emptied(store)
        process = importing(store, world, tmp_path)
        time.sleep(dice.uniform(0.1, 1.0) * seconds)
        process.kill()
        process.communicate()
        if process.returncode == 0:  # it was quicker: an import that ends before its kill is none of the twenty
            seconds *= 0.9
            continue
        killed += 1
        run_import(store, world, tmp_path)
        assert digest_of(store) == whole


def test_a_database_killed_during_an_import_is_told_and_the_next_run_ends_in_the_same_graph(
    store: Store, world: Path, tmp_path: Path
) -> None:
    seconds = run_import(store, world, tmp_path)
    whole = digest_of(store)
    dice = random.Random(5)
    for _ in range(DATABASE_KILLS):
        emptied(store)
        process = importing(store, world, tmp_path)
        time.sleep(dice.uniform(0.3, 0.9) * seconds)
        store.kill()
        _, err = process.communicate(timeout=PATIENCE_S)
        if process.returncode != 0:
            assert process.returncode == 1
            assert "does not answer" in err
            assert "Traceback" not in err
        store.start()
        run_import(store, world, tmp_path)
        assert digest_of(store) == whole
