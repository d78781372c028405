"""`graphcrm db shell`."""

from __future__ import annotations

import sys
import time
from contextlib import suppress

import click

from graphcrm.cli.console import answer, count, fail, json_option, say, table
from graphcrm.cli.database import database
from graphcrm.cli.db.cypher_text import plain, statements
from graphcrm.errors import GraphcrmError
from graphcrm.graph import Answered, Graph
from graphcrm.services import audit
from graphcrm.services.audit import Deed

PROMPT, MORE = "cypher> ", "   ...> "
HELP = "A statement ends with a semicolon and may take several lines. Ctrl-D or :quit ends the shell."


@click.command("shell")
@click.argument("statement", required=False)
@json_option
def command(statement: str | None, *, as_json: bool) -> None:
    """Run Cypher: STATEMENT, or what standard input holds, or what you type.

    It is the administrator's tool and may change anything. Several statements are separated by semicolons.

    Example: graphcrm db shell "MATCH (a:Account) RETURN count(*)"
    """
    with database() as graph:
        if statement is None and sys.stdin.isatty():
            _prompt(graph, as_json=as_json)
            return
        for each in statements(statement if statement is not None else sys.stdin.read()).values:
            _run(graph, each, as_json=as_json)


def _prompt(graph: Graph, *, as_json: bool) -> None:
    with suppress(ImportError):  # lines can then not be edited, nor called back
        import readline  # noqa: F401, PLC0415

    say(f"Connected to {graph.uri}. {HELP}")
    typed = ""
    while True:
        try:
            typed += input(MORE if typed.strip() else PROMPT) + "\n"
        except EOFError:
            say("")
            return
        except KeyboardInterrupt:
            say("")
            typed = ""
            continue
        if typed.strip().lower() in {":quit", ":exit", "exit", "quit"}:
            return
        typed = _run_whole(graph, typed, as_json=as_json)


def _run_whole(graph: Graph, typed: str, *, as_json: bool) -> str:
    """Run the statements that are whole, and return what is not."""
    found = statements(typed)
    whole = found.values if found.ended else found.values[:-1]
    for each in whole:
        try:
            _run(graph, each, as_json=as_json)
        except GraphcrmError as error:
            fail(error.detail)
    return "" if found.ended else found.values[-1] + "\n"


def _run(graph: Graph, statement: str, *, as_json: bool) -> None:
    began = time.perf_counter()
    found = graph.console(statement)
    if found.changed:
        what = [f"{name.replace('_', ' ')} {number}" for name, number in sorted(found.changed.items())]
        audit.record(graph, Deed(action="shell", what=what))
    took = (time.perf_counter() - began) * 1000
    rows = [[plain(value) for value in row] for row in found.rows]
    if as_json:
        answer({"columns": found.columns, "rows": rows, "changed": found.changed})
        return
    if found.columns:
        click.echo(table(found.columns, [["null" if value is None else value for value in row] for row in rows]))
    say(_summary(found, took))


def _summary(found: Answered, took: float) -> str:
    changes = [f"{name.replace('_', ' ')}: {number:,}" for name, number in found.changed.items()]
    return f"{count(len(found.rows), 'row')}, {took:,.0f} ms{''.join(f'; {change}' for change in changes)}"
