"""A real Neo4j for every graph test, found in this order:

1. GRAPHCRM_TEST_NEO4J_URI (with NEO4J_USERNAME and NEO4J_PASSWORD): a server of yours. ITS DATA IS WIPED.
2. A testcontainer, where a Docker engine answers.
3. The managed local server, in a temporary folder; its jars are fetched once and kept in GRAPHCRM_TEST_CACHE.

Each test that asks for `graph` starts from an empty graph with the schema installed and builds its world inline or
from tests/worlds/. Community has one database, so each xdist worker gets a server of its own: with 1. run one worker.
GRAPHCRM_TEST_SCHEME=neo4j has every connection routed, as to a cluster: here, and in the programs that tests start.
GRAPHCRM_NEO4J_LINE=2026 (`make test NEO4J=2026`) is heeded by 2., 3. and those programs.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import settings
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.nodes import EDGES, schema
from graphcrm.runtime import Connection, LocalNeo4j, jars, line_named

LINE = line_named(Settings.from_env().neo4j_line)
CACHE = Path(os.environ.get("GRAPHCRM_TEST_CACHE") or "~/.cache/graphcrm-tests").expanduser()
DOCKER_SOCKET = "/var/run/docker.sock"
PIECE = 1_000  # deleted at once
DOCKER_PING_S = 0.5  # a connect alone can succeed with nobody behind it

if SCHEME := os.environ.get("GRAPHCRM_TEST_SCHEME"):
    os.environ["GRAPHCRM_LOCAL_SCHEME"] = SCHEME

settings.register_profile("ci", max_examples=500, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


class Compiled(BytecodeCache):
    """Templates compiled once for all apps of a run: each test has an app of its own, and compiling takes 0.3 s."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self._compiled.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._compiled[bucket.key] = bucket.bytecode_to_string()


Flask.jinja_options = {**Flask.jinja_options, "bytecode_cache": Compiled()}


@pytest.fixture(scope="session")
def jars_dir() -> Path:
    """Neo4j's jars, fetched once for all runs."""
    folder = CACHE / f"neo4j-{LINE.version}" / "lib"
    jars.ensure(LINE.jars(), folder, os.environ.get("GRAPHCRM_MAVEN_URL"))
    return folder


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """One server for the whole run of this worker."""
    if uri := os.environ.get("GRAPHCRM_TEST_NEO4J_URI"):
        yield Connection(uri, os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))
        return
    if docker_answers():
        with container() as connection:
            yield connection
        return
    home = tmp_path_factory.mktemp("neo4j") / "home"
    jars_dir = request.getfixturevalue("jars_dir")
    # With both of Java's compilers: a run is long enough to be a seventh quicker by the second. In 256 MB the plans of
    # all that tests ask leave no room: after five thousand tests each took ten times as long as alone.
    small = {"heap_mb": 1_024, "page_cache_mb": 64, "usual_port": False}
    local = LocalNeo4j(probe=probe, home=home, jars_dir=jars_dir, **small)
    yield local.start()
    local.stop()


@pytest.fixture(scope="session")
def database(server: Connection) -> Iterator[Graph]:
    """A connection to it, with the schema installed."""
    uri = f"{SCHEME}://{server.uri.split('://')[1]}" if SCHEME else server.uri
    with Graph(uri, (server.username, server.password)) as graph:
        schema.install(graph)
        number_types(graph)
        yield graph


def number_types(graph: Graph) -> None:
    """Have the store know all types of edges in one order, whichever tests come first: a node that has many edges keeps
    them by type in that order, so what a question touches there hung on it (12 % more, test_plans.py)."""
    for name in sorted(EDGES):
        graph.write("CALL db.createRelationshipType($name)", name=name)


@pytest.fixture
def graph(database: Graph) -> Graph:
    """An empty graph with the schema installed."""
    empty(database)
    return database


def empty(graph: Graph) -> None:
    """Delete everything but the schema; in pieces, because the server's heap is small, and edges first: a thousand of
    the demo's nodes have them all."""
    edges = "MATCH ()-[e]->() WITH e LIMIT $limit DELETE e RETURN count(*)"
    nodes = "MATCH (n) WHERE NOT n:SchemaVersion WITH n LIMIT $limit DELETE n RETURN count(*)"
    for some, limit in ((edges, 5 * PIECE), (nodes, 2 * PIECE)):
        while graph.write(some, limit=limit) == [(limit,)]:
            pass


def probe(uri: str, username: str, password: str) -> None:
    """Ask a server for one row."""
    with Graph(uri, (username, password)) as graph:
        graph.ping()


def docker_answers() -> bool:
    """Whether a Docker engine answers its ping."""
    try:
        with socket.socket(socket.AF_UNIX) as engine:
            engine.settimeout(DOCKER_PING_S)
            engine.connect(DOCKER_SOCKET)
            engine.sendall(b"GET /_ping HTTP/1.0\r\n\r\n")
            return b"200" in engine.recv(64)
    except OSError:
        return False


@contextmanager
def container() -> Iterator[Connection]:
    """Neo4j Community in a container."""
    from testcontainers.neo4j import Neo4jContainer

    with Neo4jContainer(f"neo4j:{LINE.version}-community") as neo4j:
        yield Connection(neo4j.get_connection_url(), neo4j.username, neo4j.password)
