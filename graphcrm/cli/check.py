"""`graphcrm check`."""

from __future__ import annotations

from dataclasses import asdict

import click

from graphcrm.cli.console import answer, count, interruptible, json_option
from graphcrm.cli.database import database
from graphcrm.cli.progress import progress
from graphcrm.services.checks import RULES, Finding, check

_SHOWN = 20  # of the findings of one rule; --json has them all


@click.command("check")
@click.option("--repair", is_flag=True, help="Make anew what follows from facts: bounds and ties.")
@json_option
@click.pass_context
def command(ctx: click.Context, *, repair: bool, as_json: bool) -> None:
    """Prove that the graph is sound, or name what is not: dates, owners, ties, addresses, edges, history.

    What follows from facts is made anew with --repair; the rest is named, and left to you. Exit code 1 when something
    broken is left. docs/check.md lists the rules.
    """
    with database() as graph, progress() as show, interruptible("What was repaired so far is kept."):
        found = check(graph, repair=repair, progress=show)
    if as_json:
        answer({"sound": not found, "rules": [rule.name for rule in RULES], "findings": [asdict(one) for one in found]})
    else:
        click.echo(_text(found))
    if found:
        ctx.exit(1)


def _text(found: list[Finding]) -> str:
    if not found:
        return f"The graph is sound: {len(RULES)} rules hold."
    lines = []
    for rule in RULES:
        broken = [one for one in found if one.rule == rule.name]
        if broken:
            lines.append(f"{rule.name}: {count(len(broken), 'fault')}. {rule.says}")
            lines += [f"  {', '.join(one.where) or 'the database'}: {one.what}" for one in broken[:_SHOWN]]
            lines += [f"  … and {len(broken) - _SHOWN:,} more (--json lists them)"] if len(broken) > _SHOWN else []
    return "\n".join(lines)
