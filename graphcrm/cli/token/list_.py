"""`graphcrm token list`."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime

import click

from graphcrm.cli.console import answer, json_option, table
from graphcrm.cli.database import database
from graphcrm.queries.search.resolve import resolve
from graphcrm.queries.users.tokens import tokens

MOST = 100_000  # more than any company has
COLUMNS = ("uid", "user_name", "name", "scope", "created_at", "expires_at", "used_at")


@click.command("list")
@click.option("--user", metavar="USER", help="Only those of this user: a uid, name or e-mail address.")
@json_option
def command(user: str | None, *, as_json: bool) -> None:
    """List bearer tokens, the latest first, with their scope, their end and their last use."""
    with database() as graph:
        uid = resolve(graph, label="User", text=user).uid if user else None
        rows = [asdict(token) for token in tokens(graph, user=uid, limit=MOST)]
    if as_json:
        answer({"items": rows})
    elif rows:
        click.echo(table(COLUMNS, [[_cell(row[column]) for column in COLUMNS] for row in rows]))
    else:
        click.echo("There are no tokens; make one with `graphcrm token create --user USER`.")


def _cell(value: object) -> object:
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else value
