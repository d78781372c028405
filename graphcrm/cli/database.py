"""The database of a command: that of NEO4J_URI, or a local Neo4j, joined or started for as long as the command runs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import click

from graphcrm.cli.console import interruptible, say
from graphcrm.cli.progress import progress
from graphcrm.config import Settings
from graphcrm.graph import Graph
from graphcrm.nodes import schema
from graphcrm.runtime import VERSION, Connection, LocalNeo4j

FETCHING = f"Fetching Neo4j {VERSION} (once)"


@contextmanager
def database(*, install: bool = False, schema_needed: bool = True) -> Iterator[Graph]:
    """A connected database. Its schema is there: put there if need be (`install`, and always in a local one)."""
    settings = Settings.from_env()
    if settings.neo4j_uri:
        with connected(given(settings), settings) as graph:
            graph.ping()  # says at once what is wrong, where a query would try for ten seconds
            if schema_needed:
                prepare(graph, install=install)
            yield graph
        return
    with started(settings) as connection, connected(connection, settings) as graph:
        if schema_needed:
            prepare(graph, install=True)
        yield graph


def given(settings: Settings) -> Connection:
    """The way to the server of NEO4J_URI."""
    return Connection(settings.neo4j_uri or "", settings.neo4j_username, settings.neo4j_password)


@contextmanager
def started(settings: Settings, home: Path | None = None) -> Iterator[Connection]:
    """A local Neo4j, joined if it runs; else started, and stopped at the end."""
    with local(settings, home) as server:
        if not server.status().running and sys.stderr.isatty():
            say("Starting the local Neo4j …")
        yield server.start()


@contextmanager
def local(settings: Settings, home: Path | None = None) -> Iterator[LocalNeo4j]:
    """The local Neo4j, not started; jars that it fetches are shown as a bar."""
    with progress() as show:
        server = LocalNeo4j(settings, probe=_probe, progress=partial(show, FETCHING), home=home)
        try:
            with interruptible("What was fetched and stored so far is kept; run the command again to go on."):
                yield server
        finally:
            server.close()


def connected(connection: Connection, settings: Settings | None = None) -> Graph:
    """A driver for a server."""
    settings = settings or Settings.from_env()
    return Graph(
        connection.uri,
        (connection.username, connection.password),
        database=settings.neo4j_database if settings.neo4j_uri else None,
        timeout_s=settings.query_timeout_s,
    )


def prepare(graph: Graph, *, install: bool) -> None:
    """See that the schema is there: create it in a database without one, refuse one of another version."""
    if install and schema.version(graph) is None:
        schema.install(graph)
    schema.require(graph)


def only_local(settings: Settings) -> None:
    """Refuse to start or stop what is not ours."""
    if settings.neo4j_uri:
        message = f"NEO4J_URI is set to {settings.neo4j_uri}, so no local Neo4j is used; unset it to start or stop one."
        raise click.UsageError(message)


def _probe(uri: str, username: str, password: str) -> None:
    with Graph(uri, (username, password)) as graph:
        graph.ping()
