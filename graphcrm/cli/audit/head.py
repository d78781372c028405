"""`graphcrm audit head`."""

from __future__ import annotations

import click

from graphcrm.cli.console import answer, json_option
from graphcrm.cli.database import database
from graphcrm.graph import Graph
from graphcrm.queries.audit.entries import entries
from graphcrm.queries.audit.last_entry import last_entry

_DIGITS_MOST = 15  # more than Neo4j counts

_DIGITS_MOST = 15  # more than Neo4j counts


@click.command("head")
@click.option("--expect", metavar="HEAD", help="Fail unless this, an earlier answer, is in the log as it was.")
@json_option
@click.pass_context
def command(ctx: click.Context, expect: str | None, *, as_json: bool) -> None:
    """Say the number and the hash of the last entry of the audit log.

    Kept where nobody who writes to the database can change it, it proves later that nothing up to there was written
    anew: with --expect, after `graphcrm check`. Exit code 1 when it is not in the log.
    """
    with database() as graph:
        last = last_entry(graph)
        found = _is_there(graph, expect) if expect is not None else None
    head = f"{last.seq} {last.hash}" if last else ""
    if as_json:
        answer({"head": head, "expected": found})
    else:
        click.echo(head or "The audit log is empty.")
    if found is False:
        click.echo("What was expected is not in the log: it was written anew, or is another database's.", err=True)
        ctx.exit(1)


def _is_there(graph: Graph, expect: str) -> bool:
    number, _, digest = expect.strip().partition(" ")
    if not number.isdecimal() or len(number) > _DIGITS_MOST:
        raise click.UsageError(f"--expect is {expect!r}; it takes what this command said: a number and a hash.")
    seq = int(number)
    return [entry.hash for entry in entries(graph, first=seq, before=seq + 1)] == [digest.strip()]
