"""`graphcrm user add`."""

from __future__ import annotations

import click

from graphcrm.cli.console import answer, json_option
from graphcrm.cli.database import database
from graphcrm.nodes import User
from graphcrm.services import users

ROLES = click.Choice(User.role.choices)


@click.command("add")
@click.option("--name", required=True, help="The name, as others will read it.")
@click.option("--email", required=True, help="The e-mail address; no two users share one.")
@click.option("--role", required=True, type=ROLES, help="What they do here.")
@json_option
def command(name: str, email: str, role: str, *, as_json: bool) -> None:
    """Add a user.

    For a token to the web app and the API: graphcrm token create --user EMAIL
    """
    with database(install=True) as graph:
        uid = users.add(graph, name=name, email=email, role=role)
    if as_json:
        answer({"uid": uid, "name": name, "email": email, "role": role})
    else:
        click.echo(f"Added {name} ({role}) with the uid {uid}.")
