"""`graphcrm db schema`."""

from __future__ import annotations

import click

from graphcrm.cli.console import answer, json_option
from graphcrm.cli.database import database
from graphcrm.nodes import schema

DRIFTED = 1


@click.command("schema")
@click.option("--check", is_flag=True, help="Change nothing; exit 1 if the database drifts from the schema.")
@json_option
@click.pass_context
def command(ctx: click.Context, *, check: bool, as_json: bool) -> None:
    """Create the constraints and indexes that are missing, and say where the database still drifts.

    May be repeated. What is not ours is named and left alone.
    """
    with database(schema_needed=False) as graph:
        if not check:
            schema.install(graph)
        version, drift = schema.version(graph), schema.drift(graph)
    if as_json:
        answer({"version": version, "needed": schema.SCHEMA_VERSION, "drift": drift})
    else:
        click.echo(f"Schema version {version or 'none'}; this graphcrm needs {schema.SCHEMA_VERSION}.")
        click.echo("\n".join(drift) or "Nothing is missing or different.")
    if check and (drift or version != schema.SCHEMA_VERSION):
        ctx.exit(DRIFTED)
