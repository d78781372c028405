"""`graphcrm user unlock`."""

from __future__ import annotations

import click

from graphcrm.cli.console import answer, json_option
from graphcrm.cli.database import database
from graphcrm.queries.search.resolve import resolve
from graphcrm.queries.sign_in.drop_codes import drop_codes as drop_codes_of
from graphcrm.queries.sign_in.drop_identity import drop_identity
from graphcrm.services.sign_in import attempts


@click.command("unlock")
@click.argument("user")
@click.option("--forget-provider", is_flag=True, help="Forget who they are to the provider of OpenID Connect.")
@click.option("--drop-codes", is_flag=True, help="Ask for no one-time codes after the password any more.")
@json_option
def command(user: str, *, forget_provider: bool, drop_codes: bool, as_json: bool) -> None:
    """Let USER sign in again at once, after too many failures.

    Somebody who has another account at the provider now, under the same e-mail address, is let in by --forget-provider;
    who has lost the telephone and the recovery codes, by --drop-codes.
    """
    with database() as graph:
        uid = resolve(graph, label="User", text=user).uid
        was = attempts.unlock(graph, user=uid)
        forgotten = forget_provider and drop_identity(graph, uid=uid)
        dropped = drop_codes and drop_codes_of(graph, uid=uid)
    if as_json:
        answer({"uid": uid, "unlocked": was, "provider_forgotten": forgotten, "codes_dropped": dropped})
        return
    click.echo(f"{user} ({uid}) may sign in again." if was else f"No failures of {user} ({uid}) were counted.")
    if forgotten:
        click.echo("Who they are to the provider is forgotten; the next time says it anew.")
    if dropped:
        click.echo("They are asked for no codes any more.")
