"""The database of a command: that of NEO4J_URI, or a local Neo4j, joined or started for as long as the command runs."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from graphcrm.cli.console import interruptible, say
from graphcrm.cli.progress import progress
from graphcrm.config import Settings
from graphcrm.runtime import Connection, LocalNeo4j, line_named

if TYPE_CHECKING:  # the driver takes as long to load as all the rest, and while a server starts there is time for it
    from graphcrm.graph import Graph

SMALL_HEAP_MB = 512


class Started(NamedTuple):
    """A local server, and what is to be called now and then while it is used for long."""

    connection: Connection
    look_after: Callable[[], None] = lambda: None


@contextmanager
def database(*, install: bool = False, schema_needed: bool = True, patience_s: float = 0) -> Iterator[Graph]:
    """A connected database. Its schema is there: put there if need be (`install`, and always in a local one).

    `patience_s` is how long a query may take at least, whatever the settings allow a page.
    """
    settings = Settings.from_env()
    settings = replace(settings, query_timeout_s=max(settings.query_timeout_s, patience_s))
    if settings.neo4j_uri:
        with connected(given(settings), settings) as graph:
            graph.ping()  # says at once what is wrong, where a query would try for ten seconds
            if schema_needed:
                prepare(graph, install=install)
            yield graph
        return
    with started(settings) as local_server, connected(local_server.connection, settings) as graph:
        if schema_needed:
            prepare(graph, install=True)
        yield graph


@contextmanager
def lasting(settings: Settings) -> Iterator[Started]:
    """The server of NEO4J_URI, or a local one, for a program that runs for long."""
    if settings.neo4j_uri:
        yield Started(given(settings))
        return
    with started(settings) as local_server:
        yield local_server


def _look_after(server: LocalNeo4j) -> None:
    """Start again what crashed, where it was: those who use it go on by themselves."""
    if server.has_crashed:
        say("The local Neo4j ended by itself; what was acknowledged is kept. Starting it again …")
        server.start()
        say("The local Neo4j answers again.")


def given(settings: Settings) -> Connection:
    """The way to the server of NEO4J_URI."""
    return Connection(settings.neo4j_uri or "", settings.neo4j_username, settings.neo4j_password)


@contextmanager
def started(settings: Settings, small: Path | None = None) -> Iterator[Started]:
    """A local Neo4j, joined if it runs; else started, and stopped at the end."""
    with local(settings, small) as server:
        if not server.status().running and sys.stderr.isatty():
            say("Starting the local Neo4j …")
        threading.Thread(target=import_module, args=["graphcrm.nodes.schema"], daemon=True).start()
        yield Started(server.start(), partial(_look_after, server))


@contextmanager
def local(settings: Settings, small: Path | None = None) -> Iterator[LocalNeo4j]:
    """The local Neo4j, not started; jars that it fetches are shown as a bar.

    `small` is the home of one that holds little, is to start soon, and takes its time at its first end.
    """
    options: dict[str, Any] = (
        {"home": small, "fast_start": True, "heap_mb": settings.heap_mb or SMALL_HEAP_MB} if small else {}
    )
    with progress() as show:
        fetching = f"Fetching Neo4j {line_named(settings.neo4j_line).version} (once)"
        server = LocalNeo4j(settings, probe=_probe, progress=partial(show, fetching), **options)
        try:
            with interruptible("What was fetched and stored so far is kept; run the command again to go on."):
                yield server
        finally:
            if small and server.records:
                say("Keeping what makes the next start quick (once; Ctrl-C leaves it to the background) …")
            with suppress(KeyboardInterrupt):
                server.close(wait=small is not None)


def connected(connection: Connection, settings: Settings | None = None) -> Graph:
    """A driver for a server."""
    from graphcrm.graph import Graph  # noqa: PLC0415  (see above)
    from graphcrm.sealed import Sealing  # noqa: PLC0415
    from graphcrm.services.sealing import chosen  # noqa: PLC0415
    from graphcrm.web.secret import Keys  # noqa: PLC0415

    settings = settings or Settings.from_env()
    keys = cache(lambda: Keys(settings))  # read, or made, once something is to be sealed or opened
    graph = Graph(
        connection.uri,
        (connection.username, connection.password),
        database=settings.neo4j_database if settings.neo4j_uri else None,
        timeout_s=settings.query_timeout_s,
        ca=settings.neo4j_ca,
    )
    return graph.sealed_by(Sealing(lambda: keys().sealer(), chosen(settings.sealed_fields)))


def prepare(graph: Graph, *, install: bool, upgrade: bool = False) -> None:
    """See that the schema is there: create it in a database without one, refuse one of another version.

    `upgrade` brings an older one up to this version, where the database is nobody's but the program's own.
    """
    from graphcrm.nodes import schema  # noqa: PLC0415  (see above)

    found = schema.version(graph)
    if (install and found is None) or (upgrade and found and found < schema.SCHEMA_VERSION):
        schema.install(graph)
    schema.require(graph)


def only_local(settings: Settings) -> None:
    """Refuse to start or stop what is not ours."""
    if settings.neo4j_uri:
        message = f"NEO4J_URI is set to {settings.neo4j_uri}, so no local Neo4j is used; unset it to start or stop one."
        raise click.UsageError(message)


def _probe(uri: str, username: str, password: str) -> None:
    from graphcrm.graph import Graph  # noqa: PLC0415  (see above)

    with Graph(uri, (username, password)) as graph:
        graph.ping()
