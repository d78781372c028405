"""`graphcrm work`."""

from __future__ import annotations

import time

import click

from graphcrm.cli.console import answer, fail, interruptible, json_option, say
from graphcrm.cli.database import connected, lasting, prepare
from graphcrm.config import Settings

_EVERY_S = 60  # what is due waits for this long
_LOOK_S = 1.0  # after the database


@click.command("work")
@click.option("--once", is_flag=True, help="Do what is due now, and end.")
@json_option
@click.pass_context
def command(ctx: click.Context, *, once: bool, as_json: bool) -> None:
    """Do what is to be done by itself, until Ctrl-C: leads that nobody spoke to go back to the
    pool every night, and users who want it are sent in the morning what waits for them, by mail.

    Run it beside `graphcrm serve`, on any machine that reaches the database; several of them share the work, and each
    thing is done once. docs/work.md lists what is done, and when.
    """
    from graphcrm.services.chores import run  # noqa: PLC0415  (the driver is loaded by now)
    from graphcrm.web.chores import chores  # noqa: PLC0415

    settings = Settings.from_env()
    with (
        lasting(settings) as (connection, look_after),
        connected(connection, settings) as graph,
        interruptible("What was done is kept; the rest is done by the next one that runs."),
    ):
        prepare(graph, install=not settings.neo4j_uri)
        due = chores(settings, graph)
        while True:
            done = run(graph, due)
            if as_json and (done.number or once):
                answer(done.number)
            elif not as_json:
                for name, number in done.number.items():
                    say(f"{name}: {number}")
            for line in done.failed:
                fail(line)
            if once:
                ctx.exit(1 if done.failed else 0)
            for _ in range(_EVERY_S):
                look_after()
                time.sleep(_LOOK_S)
