"""`graphcrm token create`."""

from __future__ import annotations

from datetime import date

import click

from graphcrm.cli.console import answer, json_option, say
from graphcrm.cli.database import database
from graphcrm.cli.params import LastDay
from graphcrm.nodes import ApiToken
from graphcrm.services import users
from graphcrm.services.tokens import WRITE

SCOPES = click.Choice(ApiToken.scope.choices)


@click.command("create")
@click.option("--user", required=True, metavar="USER", help="Whose token: a uid, name or e-mail address.")
@click.option("--scope", type=SCOPES, default=WRITE, show_default=True, help="What it may do: read, or all they may.")
@click.option("--expires", type=LastDay(), help="Its last day (UTC), or days from now: 90d; left out: in a year.")
@click.option("--name", help="What it is for.")
@json_option
def command(user: str, scope: str, expires: date | None, name: str | None, *, as_json: bool) -> None:
    """Make a bearer token for a user.

    It is shown once: graphcrm keeps only its digest. Send it as `Authorization: Bearer TOKEN`, or sign in with it,
    where it may write. Two years are the longest that one lasts.
    """
    with database() as graph:
        token = users.create_token(graph, user=user, name=name, scope=scope, last_day=expires)
    if as_json:
        answer({"token": token})
    else:
        say("Keep it now, it is not shown again:")
        click.echo(token)
