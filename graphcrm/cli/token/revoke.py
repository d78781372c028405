"""`graphcrm token revoke`."""

from __future__ import annotations

import click

from graphcrm.cli.console import answer, json_option
from graphcrm.cli.database import database
from graphcrm.services import users


@click.command("revoke")
@click.argument("uid")
@json_option
def command(uid: str, *, as_json: bool) -> None:
    """Take a bearer token away: it opens nothing from now on.

    UID is the token's, as `graphcrm token list` shows it, and not the token itself.
    """
    with database() as graph:
        users.revoke_token(graph, uid=uid)
    if as_json:
        answer({"uid": uid, "revoked": True})
    else:
        click.echo(f"The token {uid} is revoked.")
