"""`graphcrm db status`."""

from __future__ import annotations

import click

from graphcrm.cli.console import answer, json_option
from graphcrm.cli.database import connected, given, local
from graphcrm.config import Settings
from graphcrm.errors import DatabaseError


@click.command("status")
@json_option
def command(*, as_json: bool) -> None:
    """Say which database the commands use, whether it runs, and where."""
    settings = Settings.from_env()
    found = _given(settings) if settings.neo4j_uri else _local(settings)
    if as_json:
        answer(found)
        return
    for key, value in found.items():
        if value is not None:
            click.echo(f"{key:9}{value if not isinstance(value, bool) else 'yes' if value else 'no'}")


def _given(settings: Settings) -> dict[str, object]:
    found: dict[str, object] = {"local": False, "running": True, "uri": settings.neo4j_uri}
    try:
        with connected(given(settings)) as graph:
            graph.ping()
    except DatabaseError as error:
        found |= {"running": False, "fault": error.detail}
    return found


def _local(settings: Settings) -> dict[str, object]:
    with local(settings) as server:
        status, version = server.status(), server.version
    return {
        "local": True,
        "running": status.running,
        "uri": status.uri,
        "pid": status.pid,
        "home": str(status.home),
        "neo4j": version,
    }
