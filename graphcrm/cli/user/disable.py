"""`graphcrm user disable`."""

from __future__ import annotations

import click

from graphcrm.cli.console import answer, json_option
from graphcrm.cli.database import database
from graphcrm.services import users


@click.command("disable")
@click.argument("user")
@json_option
def command(user: str, *, as_json: bool) -> None:
    """Say that USER has left: tokens stop working and no paths are sought from there.

    What the user did and knew is kept.
    """
    with database() as graph:
        uid = users.disable(graph, user=user)
    if as_json:
        answer({"uid": uid, "active": False})
    else:
        click.echo(f"{user} ({uid}) is disabled.")
