"""`graphcrm import`."""

from __future__ import annotations

from pathlib import Path

import click

from graphcrm.cli.console import answer, interruptible, json_option
from graphcrm.cli.database import database
from graphcrm.cli.import_text import text
from graphcrm.cli.progress import progress
from graphcrm.errors import BundleError
from graphcrm.importers import files
from graphcrm.importers.bundle import Progress, import_bundle

SOME_REFUSED = 3
KEPT = "What was loaded so far is kept; run the same import again to finish it."
PATHS = click.Path(exists=True, path_type=Path)


@click.command("import")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=PATHS)
@click.option("--dry-run", is_flag=True, help="Check everything, write nothing to the graph.")
@click.option("--strict", is_flag=True, help="Import nothing at all if one row is refused.")
@click.option("--source", default="", metavar="NAME", help="Kept with every new record, as where it came from.")
@json_option
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[Path, ...], source: str, *, dry_run: bool, strict: bool, as_json: bool
) -> None:
    """Import people, companies, jobs and interactions from CSV files.

    PATH is a folder or a file of a bundle: users.csv, accounts.csv, contacts.csv, works_at.csv, interactions.csv,
    ratings.csv, leads.csv, conversions.csv, opportunities.csv, contracts.csv, orders.csv, service_requests.csv,
    campaigns.csv, attendance.csv, tasks.csv, assigned_to.csv, any of them, in UTF-8 (docs/import.md lists their
    columns).

    Importing the same again changes nothing, so an interrupted import is simply run again. Rows that cannot be loaded
    are written to refused.csv in the current folder, each with its reason; the rest is loaded, and the exit code is 3.
    """
    try:
        files.find(paths)
    except BundleError as error:
        raise click.UsageError(error.detail) from error
    with (
        database(schema_needed=False) as graph,
        progress() as show,
        interruptible("Nothing was changed." if dry_run else KEPT),
    ):

        def shown(step: Progress) -> None:
            show(f"{step.stage.capitalize()} {step.file}", step.done, 1.0)

        report = import_bundle(graph, paths, source=source, dry_run=dry_run, strict=strict, progress=shown)
    if as_json:
        answer(report.as_dict())
    else:
        click.echo(text(report))
    if report.refused_count:
        ctx.exit(SOME_REFUSED)
