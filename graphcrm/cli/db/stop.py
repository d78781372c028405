"""`graphcrm db stop`."""

from __future__ import annotations

import click

from graphcrm.cli.console import answer, json_option
from graphcrm.cli.database import local, only_local
from graphcrm.config import Settings


@click.command("stop")
@json_option
def command(*, as_json: bool) -> None:
    """Stop the local Neo4j, whoever started it; the data stays."""
    settings = Settings.from_env()
    only_local(settings)
    with local(settings) as server:
        stopped = server.stop()
    if as_json:
        answer({"running": False, "stopped": stopped})
    else:
        click.echo("The local Neo4j is stopped." if stopped else "The local Neo4j was not running.")
