"""`graphcrm demo`."""

from __future__ import annotations

import dataclasses
import shlex
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphcrm import __version__
from graphcrm.cli import web_server
from graphcrm.cli.console import interruptible, say
from graphcrm.cli.database import Started, connected, prepare, started
from graphcrm.cli.progress import progress
from graphcrm.cli.serve import PORT
from graphcrm.cli.web_server import Address
from graphcrm.config import Settings
from graphcrm.errors import GraphcrmError
from graphcrm.runtime import Connection, line_named, locks

if TYPE_CHECKING:
    from graphcrm.graph import Graph

KEPT = "What was fetched and loaded so far is kept; run `graphcrm demo` again to go on."
THREADS = 8
REHEARSAL_S = 1.0  # after the start: the first page comes first
LOAD_S = 180.0  # for another demo that loads the same world


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
    with interruptible(KEPT), _both(settings, folder, address) as ((connection, look_after), child):
        _share_jars(folder, line_named(settings.neo4j_line).version)
        with locks.exclusive(folder / "load.lock", wait_s=LOAD_S, doing="loading the demo's world"):
            _load(connection, settings, folder)
        # The signing key of the session cookie is kept in the data folder: the demo has its own.
        env = web_server.environment(connection, {"GRAPHCRM_DEMO": "1", "GRAPHCRM_DATA_DIR": str(folder)})
        web_server.begin(child, address, env)
        click.echo(f"graphcrm demo is at http://{address.here}")
        say(f"Ctrl-C stops it. For commands on the demo's data: export GRAPHCRM_DATA_DIR={shlex.quote(str(folder))}")
        threading.Thread(target=_rehearse, args=[connection, settings], daemon=True).start()
        web_server.wait(child, look_after)
        say("Stopping …")


@contextmanager
def _both(settings: Settings, folder: Path, address: Address) -> Iterator[tuple[Started, subprocess.Popen[bytes]]]:
    """The database, and the web app that was loaded while it started; stopped in the other order."""
    with ExitStack() as stack:
        child = stack.enter_context(web_server.waiting(address, workers=1, threads=THREADS))
        with started(settings, folder / "neo4j") as local:
            try:
                yield local, child
            finally:
                stack.close()


def _settings() -> tuple[Settings, Path]:
    settings = Settings.from_env()
    if settings.neo4j_uri:
        say(f"{settings.neo4j_uri} (NEO4J_URI) is left alone: the demo has a database of its own.")
    return dataclasses.replace(settings, neo4j_uri=None, neo4j_database=None), settings.data_dir / "demo"


def _share_jars(folder: Path, version: str) -> None:
    """Make the folder a whole data folder, which commands may be pointed at, without a second copy of Neo4j."""
    jars = folder / f"neo4j-{version}"
    if not jars.exists():
        jars.symlink_to(Path("..") / jars.name)


def _load(connection: Connection, settings: Settings, folder: Path) -> None:
    """Load the world, unless that was done to the end before; half a world is completed by loading it again."""
    loaded = folder / "neo4j" / "data" / "loaded"  # beside the store: whoever removes that removes this too
    with connected(connection, settings) as graph:
        prepare(graph, install=True, upgrade=True)
        world = _world()
        if not loaded.exists() or loaded.read_text(encoding="utf-8") != world:
            _import(graph)
            _open_up(graph)
            _rule_pool(graph)
            _see_to(graph)
            _propose(graph)
            loaded.write_text(world, encoding="utf-8")


def _rehearse(connection: Connection, settings: Settings) -> None:
    """Ask the tour's first question before somebody else does: until Neo4j has planned it, it takes seconds."""
    from graphcrm.queries.paths import Question, warm_paths  # noqa: PLC0415

    time.sleep(REHEARSAL_S)
    with suppress(GraphcrmError), connected(connection, settings) as graph:
        warm_paths(graph, Question(target="polaris-robotics"))


def _world() -> str:
    """What is loaded: another version's world may differ."""
    from graphcrm.nodes.schema import SCHEMA_VERSION  # noqa: PLC0415  (loaded while the server started)

    parts = "pool, automations, lines of report, opportunities, tags, contracts, campaigns, lifecycles"
    return f"graphcrm {__version__}, schema {SCHEMA_VERSION}, {parts}"


def _import(graph: Graph) -> None:
    # A second start needs none of it.
    from graphcrm.demo import WORLD_DATE, write_world  # noqa: PLC0415
    from graphcrm.importers.bundle import Progress, import_bundle  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as name, progress() as show:
        folder = Path(name)
        write_world(folder)

        def shown(step: Progress) -> None:
            show(f"Loading {step.file}", step.done, 1.0)

        import_bundle(
            graph, [folder], source="demo", today=WORLD_DATE, refused_path=folder / "refused.csv", progress=shown
        )


_RULES = {"claims_a_day": 10, "reclaim_after": 180}  # half a year: a few leads of each user are due


def _open_up(graph: Graph) -> None:
    """Let who reads what is their team's read everything: the tour walks across teams. /access shows it."""
    from graphcrm.access import SHIPPED, Scope  # noqa: PLC0415
    from graphcrm.services.changes import Author, change  # noqa: PLC0415
    from graphcrm.services.policy import change_role  # noqa: PLC0415

    for role in SHIPPED.values():
        rows = {
            kind: {**scopes, "read": Scope.ALL} if scopes["read"] is Scope.TEAM else scopes
            for kind, scopes in role.rows.items()
        }
        change(graph, Author(why="the demo's tour"), partial(change_role, role=dataclasses.replace(role, rows=rows)))


def _rule_pool(graph: Graph) -> None:
    """Let every team have rules of the pool, so that /pool shows who would lose what."""
    from graphcrm.queries.access.teams import teams  # noqa: PLC0415
    from graphcrm.services.changes import Author, change  # noqa: PLC0415
    from graphcrm.services.teams import alter  # noqa: PLC0415

    for team in teams(graph):
        change(graph, Author(why="the demo's tour"), partial(alter, team=team.uid, values=_RULES))


def _propose(graph: Graph) -> None:
    """Look what the facts suggest, as `graphcrm work` does every night: /lifecycles shows it."""
    from graphcrm.demo import WORLD_DATE  # noqa: PLC0415
    from graphcrm.services import lifecycles  # noqa: PLC0415

    lifecycles.look(graph, WORLD_DATE)


def _see_to(graph: Graph) -> None:
    """Let Alice have a mail template, an automation and a word from Bob: none of them is in a bundle."""
    from graphcrm.services import mailing, ownership  # noqa: PLC0415
    from graphcrm.services.changes import Author, change  # noqa: PLC0415
    from graphcrm.web.asking import automations  # noqa: PLC0415

    letter = {
        "name": "After the fair", "shared": True, "subject": "Good to meet you, {given_name}",
        "text": "Dear {name},\n\nthank you for coming to our stand. When may I call you?\n\n{my_name}",
    }  # fmt: skip
    seen_to = {
        "name": "Leads of the fair", "of": "lead", "parameters": "source_channel=trade+fair", "active": True,
        "task": "Call {name}", "task_days": 2, "task_for": "owner", "notify": "author",
    }  # fmt: skip
    alice = Author("alice")
    change(graph, alice, partial(mailing.put, user="alice", values=letter))
    change(graph, alice, partial(automations.put, user="alice", values=seen_to, standing_too=False))
    given = Author("bob", why="You met her at the webinar.")
    change(graph, given, lambda made: ownership.assign(made, "lead", "lead-harrow", "alice"))
