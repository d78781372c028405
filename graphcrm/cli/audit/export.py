"""`graphcrm audit export`."""

from __future__ import annotations

from pathlib import Path

import click

from graphcrm.cli.console import answer, interruptible, json_option
from graphcrm.cli.database import database
from graphcrm.exporters.audit import ALL, export


@click.command("export")
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
@json_option
def command(file: Path, *, as_json: bool) -> None:
    """Write the audit log to FILE as CSV, the latest entries first.

    FILE is new: nothing is overwritten. The export is in the log, too.
    """
    if file.exists():
        raise click.UsageError(f"{file} is there already; name a new file.")
    with interruptible(f"{file} was not kept."), database() as graph:
        try:
            with file.open("x", encoding="utf-8", newline="") as out:
                out.writelines(export(graph, ALL))
        except BaseException:
            file.unlink(missing_ok=True)
            raise
    if as_json:
        answer({"file": str(file)})
    else:
        click.echo(f"The audit log is in {file}.")
