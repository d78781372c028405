"""`graphcrm user list`."""

from __future__ import annotations

from dataclasses import asdict

import click

from graphcrm.cli.console import answer, json_option, table
from graphcrm.cli.database import database
from graphcrm.queries.users.users import users

MOST = 100_000  # more than any company has
COLUMNS = ("uid", "name", "email", "role", "team", "active")


@click.command("list")
@json_option
def command(*, as_json: bool) -> None:
    """List all users by name, those who left included."""
    with database() as graph:
        rows = [asdict(user) for user in users(graph, limit=MOST)]
    if as_json:
        answer({"items": rows})
    elif rows:
        click.echo(table(COLUMNS, [[row[column] for column in COLUMNS] for row in rows]))
    else:
        click.echo("There are no users yet; add one with `graphcrm user add`.")
