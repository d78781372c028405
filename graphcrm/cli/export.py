"""`graphcrm export`."""

from __future__ import annotations

from pathlib import Path

import click

from graphcrm.cli.console import answer, count, interruptible, json_option, table
from graphcrm.cli.database import database
from graphcrm.cli.progress import progress
from graphcrm.errors import ExportError
from graphcrm.exporters.bundle import Progress, check, export_bundle

FORMATS = ("bundle",)


@click.command("export")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="bundle", help="What to write.", show_default=True
)
@json_option
def command(folder: Path, form: str, *, as_json: bool) -> None:  # noqa: ARG001  (there is one format so far)
    """Write everything to CSV files that `graphcrm import` reads.

    DIR is a new or an empty folder: nothing is overwritten. It gets the files of a bundle (docs/export.md); importing
    them into an empty database and exporting that gives the same files. What is in the trash, and the history, is left
    out. An export that is interrupted leaves no file.
    """
    try:
        check(folder)
    except ExportError as error:
        raise click.UsageError(error.detail) from error
    with database() as graph, progress() as show, interruptible(f"No file was kept in {folder}."):

        def shown(step: Progress) -> None:
            show(f"Writing {step.file}", step.done, 1.0)

        exported = export_bundle(graph, folder, progress=shown)
    if as_json:
        answer(exported.as_dict())
        return
    click.echo(table(("file", "rows"), [(file, f"{rows:,}") for file, rows in exported.files]))
    click.echo(f"\nThe export is done: {count(sum(rows for _, rows in exported.files), 'row')} in {folder}.")
