"""`graphcrm serve`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from graphcrm.cli import web_server
from graphcrm.cli.console import interruptible, say
from graphcrm.cli.database import connected, lasting, prepare
from graphcrm.cli.links import address as link_address
from graphcrm.cli.web_server import Address
from graphcrm.config import Settings

if TYPE_CHECKING:
    from graphcrm.graph import Graph

PORT = click.IntRange(1, 65535)


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; 0.0.0.0 for all.")
@click.option("--port", default=8000, show_default=True, type=PORT, help="The port to listen on.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1), help="Processes that answer.")
@click.option("--threads", default=8, show_default=True, type=click.IntRange(1), help="Threads of each process.")
def command(host: str, port: int, workers: int, threads: int) -> None:
    """Serve the web app and the HTTP API, until Ctrl-C.

    While nobody can sign in, it shows a link that makes the first administrator. It works once, within 24 hours; a
    later start makes another. `graphcrm user add` adds everybody else.
    """
    settings, address = Settings.from_env(), Address(host, port)
    web_server.require_free(address)
    with (
        interruptible("The web app is stopped; everything stored is kept."),
        lasting(settings) as (connection, look_after),
        web_server.waiting(address, workers=workers, threads=threads) as child,
    ):
        with connected(connection, settings) as graph:
            prepare(graph, install=True)
            secret = _first(graph)
        web_server.begin(child, address, web_server.environment(connection, {"GRAPHCRM_DEMO": ""}))
        click.echo(f"graphcrm is at http://{address.here}")
        if secret:
            say("Nobody can sign in yet. This link makes the first administrator; it works once, within 24 hours:")
            click.echo(link_address(secret, f"http://{address.here}"))
        web_server.wait(child, look_after)
        say("Stopping …")


def _first(graph: Graph) -> str | None:
    """The secret of a link for the first administrator, where there is none who can sign in."""
    from graphcrm.services.sign_in.links import invite_first  # noqa: PLC0415  (the driver is loaded by now)

    return invite_first(graph)
