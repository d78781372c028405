"""`graphcrm check`."""

from __future__ import annotations

from dataclasses import asdict

import click

from graphcrm.cli.console import answer, count, interruptible, json_option
from graphcrm.cli.database import database
from graphcrm.cli.progress import progress
from graphcrm.services.checks import BROKEN, MOST, RULES, Finding, check

_PATIENCE_S = 600.0  # a question about everything there is takes longer than a page may
_SHOWN = 20  # of the findings of one rule; --json has a thousand


@click.command("check")
@click.option("--repair", is_flag=True, help="Make anew what follows from facts, and say what is left.")
@json_option
@click.pass_context
def command(ctx: click.Context, *, repair: bool, as_json: bool) -> None:
    """Prove that the graph is sound, or name what is not: dates, owners, jobs, ties, addresses, edges, history.

    What follows from facts is made anew with --repair, also while others work; the rest is named, and left to you. Exit
    code 1 when something broken is left. docs/check.md lists the rules.
    """
    with (
        database(patience_s=_PATIENCE_S) as graph,
        progress() as show,
        interruptible("What was repaired so far is kept."),
    ):
        before = check(graph, warn=True, progress=show) if repair else []
        found = check(graph, repair=repair, warn=True, progress=show)
    broken = [one for one in found if not one.warning]
    if as_json:
        repaired = [asdict(one) for one in before if one not in found]
        rules = [rule.name for rule in RULES]
        listed = [asdict(one) for one in found]
        answer({"sound": not broken, "rules": rules, "repaired": repaired, "findings": listed})
    else:
        click.echo("\n".join([*_repaired(before, found), *_named(found), *_verdict(broken)]))
    if broken:
        ctx.exit(1)


def _repaired(before: list[Finding], found: list[Finding]) -> list[str]:
    return [
        f"{rule.name}: {_number(gone)} repaired. {rule.do}"
        for rule in RULES
        if (gone := [one for one in before if one.rule == rule.name and one not in found])
    ]


def _named(found: list[Finding]) -> list[str]:
    lines = []
    for rule in RULES:
        named = [one for one in found if one.rule == rule.name]
        if named:
            lines.append(f"{rule.name}: {_number(named)}{' to look at' if rule.warns else ''}. {rule.says} {rule.do}")
            lines += [f"  {', '.join(one.where) or 'the database'}: {one.what}" for one in named[:_SHOWN]]
            lines += [f"  … and {len(named) - _SHOWN:,} more (--json lists them)"] if len(named) > _SHOWN else []
    return lines


def _verdict(broken: list[Finding]) -> list[str]:
    return [] if broken else [f"The graph is sound: {len(BROKEN)} rules hold."]


def _number(found: list[Finding]) -> str:
    """How many; whoever has a thousand begins with those, and looks again."""
    return f"{MOST:,} faults or more" if len(found) >= MOST else count(len(found), "fault")
