"""`graphcrm demo`."""

from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path

import click

from graphcrm import __version__
from graphcrm.cli import web_server
from graphcrm.cli.console import interruptible, say
from graphcrm.cli.database import connected, prepare, started
from graphcrm.cli.progress import progress
from graphcrm.cli.serve import PORT
from graphcrm.cli.web_server import Address
from graphcrm.config import Settings
from graphcrm.demo import WORLD_DATE, write_world
from graphcrm.graph import Graph
from graphcrm.importers.bundle import Progress, import_bundle
from graphcrm.nodes.schema import SCHEMA_VERSION
from graphcrm.runtime import VERSION, Connection

WORLD = f"graphcrm {__version__}, schema {SCHEMA_VERSION}"  # another one's world may differ
KEPT = "What was fetched and loaded so far is kept; run `graphcrm demo` again to go on."
THREADS = 8


@click.command("demo")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=PORT, help="The port to listen on.")
def command(host: str, port: int) -> None:
    """Show graphcrm with an invented world.

    Fetches and starts a Neo4j of its own, loads the world on the first start (12 users, 300 companies, 3,000 people,
    25,000 interactions), and serves the web app until Ctrl-C. Everything lies in the folder demo of the data folder;
    your own data is never touched.
    """
    address = Address(host, port)
    web_server.require_free(address)
    settings, folder = _settings()
    with interruptible(KEPT), started(settings, folder / "neo4j") as connection:
        _share_jars(folder)
        _load(connection, settings, folder)
        # The signing key of the session cookie is kept in the data folder: the demo has its own.
        env = web_server.environment(connection, {"GRAPHCRM_DEMO": "1", "GRAPHCRM_DATA_DIR": str(folder)})
        with web_server.running(address, env, workers=1, threads=THREADS) as child:
            click.echo(f"graphcrm demo is at http://{address.here}")
            say(f"Ctrl-C stops it. For commands on the demo's data: export GRAPHCRM_DATA_DIR={folder}")
            web_server.wait(child)
            say("Stopping …")


def _settings() -> tuple[Settings, Path]:
    settings = Settings.from_env()
    if settings.neo4j_uri:
        say(f"{settings.neo4j_uri} (NEO4J_URI) is left alone: the demo has a database of its own.")
    return dataclasses.replace(settings, neo4j_uri=None, neo4j_database=None), settings.data_dir / "demo"


def _share_jars(folder: Path) -> None:
    """Make the folder a whole data folder, which commands may be pointed at, without a second copy of Neo4j."""
    jars = folder / f"neo4j-{VERSION}"
    if not jars.exists():
        jars.symlink_to(Path("..") / jars.name)


def _load(connection: Connection, settings: Settings, folder: Path) -> None:
    """Load the world, unless that was done to the end before; half a world is completed by loading it again."""
    loaded = folder / "loaded"
    with connected(connection, settings) as graph:
        prepare(graph, install=True)
        if not loaded.exists() or loaded.read_text(encoding="utf-8") != WORLD:
            _import(graph)
            loaded.write_text(WORLD, encoding="utf-8")


def _import(graph: Graph) -> None:
    with tempfile.TemporaryDirectory() as name, progress() as show:
        folder = Path(name)
        write_world(folder)

        def shown(step: Progress) -> None:
            show(f"Loading {step.file}", step.done, 1.0)

        import_bundle(
            graph, [folder], source="demo", today=WORLD_DATE, refused_path=folder / "refused.csv", progress=shown
        )
