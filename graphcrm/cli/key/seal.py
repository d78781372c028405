"""`graphcrm key seal`."""

from __future__ import annotations

import click

from graphcrm.cli.console import answer, count, interruptible, json_option
from graphcrm.cli.database import database
from graphcrm.cli.progress import progress
from graphcrm.config import Settings
from graphcrm.services.sealing import SETTING, chosen, fit


@click.command("seal")
@json_option
def command(*, as_json: bool) -> None:
    """Seal the fields that GRAPHCRM_SEALED_FIELDS names in all that is stored, and open those it no longer names.

    What is written from now on is sealed by itself, so this is needed once after a change of that setting. Others may
    work meanwhile. What was sealed stays readable for whoever has the key, in the pages, the API and exports.
    """
    fields = sorted(
        f"{kind}.{name}" for kind, names in chosen(Settings.from_env().sealed_fields).items() for name in names
    )
    with (
        database() as graph,
        progress() as show,
        interruptible("What was sealed so far is kept, and everything can be read; run the command again to go on."),
    ):
        changed = fit(graph, graph.sealing, progress=show)
    if as_json:
        answer({"fields": fields, "changed": changed})
    else:
        click.echo(
            f"{count(changed, 'value')} changed. Sealed: {', '.join(fields) or f'nothing ({SETTING} is empty)'}."
        )
