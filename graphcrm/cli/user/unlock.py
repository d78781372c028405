"""`graphcrm user unlock`."""

from __future__ import annotations

import click

from graphcrm.cli.console import answer, json_option
from graphcrm.cli.database import database
from graphcrm.queries.search.resolve import resolve
from graphcrm.services.sign_in import attempts


@click.command("unlock")
@click.argument("user")
@json_option
def command(user: str, *, as_json: bool) -> None:
    """Let USER sign in again at once, after too many failures."""
    with database() as graph:
        uid = resolve(graph, label="User", text=user).uid
        was = attempts.unlock(graph, user=uid)
    if as_json:
        answer({"uid": uid, "unlocked": was})
    else:
        click.echo(f"{user} ({uid}) may sign in again." if was else f"No failures of {user} ({uid}) were counted.")
