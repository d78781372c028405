"""`graphcrm db start`."""

from __future__ import annotations

import click

from graphcrm.cli.console import answer, json_option
from graphcrm.cli.database import connected, local, only_local, prepare
from graphcrm.config import Settings


@click.command("start")
@json_option
def command(*, as_json: bool) -> None:
    """Start the local Neo4j and leave it running.

    Other commands join it and so begin at once. The first start fetches Neo4j (110 MB). Stop it with `graphcrm db
    stop`.
    """
    settings = Settings.from_env()
    only_local(settings)
    with local(settings) as server:
        connection = server.start(detach=True)
        with connected(connection) as graph:
            prepare(graph, install=True)
        status = server.status()
        joined = server.joined
    if as_json:
        answer({"running": True, "started": not joined, "uri": connection.uri, "pid": status.pid})
    else:
        click.echo(f"The local Neo4j {'runs already' if joined else 'is running'} at {connection.uri}.")
