"""`graphcrm token create`."""

from __future__ import annotations

import click

from graphcrm.cli.console import answer, json_option, say
from graphcrm.cli.database import database
from graphcrm.services import users


@click.command("create")
@click.option("--user", required=True, metavar="USER", help="Whose token: a uid, name or e-mail address.")
@json_option
def command(user: str, *, as_json: bool) -> None:
    """Make a bearer token for a user.

    It is shown once: graphcrm keeps only its digest. Send it as `Authorization: Bearer TOKEN`, or sign in with it.
    """
    with database() as graph:
        token = users.create_token(graph, user=user)
    if as_json:
        answer({"token": token})
    else:
        say("Keep it now, it is not shown again:")
        click.echo(token)
