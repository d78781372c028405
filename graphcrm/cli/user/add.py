"""`graphcrm user add`."""

from __future__ import annotations

import click

from graphcrm.cli.console import answer, json_option, say
from graphcrm.cli.database import database
from graphcrm.cli.links import address
from graphcrm.nodes import User
from graphcrm.services import users
from graphcrm.services.sign_in import links

ROLES = click.Choice(User.role.choices)


@click.command("add")
@click.option("--name", required=True, help="The name, as others will read it.")
@click.option("--email", required=True, help="The e-mail address; no two users share one.")
@click.option("--role", required=True, type=ROLES, help="What they do here.")
@json_option
def command(name: str, email: str, role: str, *, as_json: bool) -> None:
    """Add a user, and make a link with which they set their password.

    It works once, within 24 hours, and is shown once; `graphcrm user password` makes another. Links begin with
    GRAPHCRM_URL. For a token to the API: graphcrm token create --user EMAIL
    """
    with database(install=True) as graph:
        uid = users.add(graph, name=name, email=email, role=role)
        link = address(links.invite(graph, user=uid)[1])
    if as_json:
        answer({"uid": uid, "name": name, "email": email, "role": role, "link": link})
    else:
        click.echo(f"Added {name} ({role}) with the uid {uid}.")
        say("This link sets their password. It works once, within 24 hours:")
        click.echo(link)
