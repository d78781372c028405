"""`graphcrm user password`."""

from __future__ import annotations

import click

from graphcrm.cli.console import answer, json_option, say
from graphcrm.cli.database import database
from graphcrm.cli.links import address
from graphcrm.queries.search.resolve import resolve
from graphcrm.services.sign_in import credentials, links


@click.command("password")
@click.argument("user")
@click.option("--prompt", is_flag=True, help="Ask for the password here, instead of making a link.")
@json_option
def command(user: str, *, prompt: bool, as_json: bool) -> None:
    """Make a link with which USER sets a password.

    It works once, within 24 hours, and is shown once; an older one is over. Their password stays until then. Links
    begin with GRAPHCRM_URL.
    """
    with database() as graph:
        if prompt:
            uid = resolve(graph, label="User", text=user).uid
            typed = click.prompt("Password", hide_input=True, confirmation_prompt="Once more", err=True)
            credentials.set_password(graph, user=uid, password=typed)
            told = {"uid": uid}
        else:
            uid, secret = links.invite(graph, user=user)
            told = {"uid": uid, "link": address(secret)}
    if as_json:
        answer(told)
    elif prompt:
        click.echo(f"{user} ({uid}) has a new password; all their sessions are over.")
    else:
        say("This link sets the password. It works once, within 24 hours:")
        click.echo(told["link"])
