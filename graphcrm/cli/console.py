"""What commands print: answers on standard output, everything else on standard error."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click
from rich.cells import cell_len

json_option = click.option("--json", "as_json", is_flag=True, help="Answer with JSON on standard output.")


class Interrupted(KeyboardInterrupt):
    """Ctrl-C, with a sentence on what was kept."""


@contextmanager
def interruptible(kept: str) -> Iterator[None]:
    """Say what was kept if Ctrl-C ends this."""
    try:
        yield
    except Interrupted:
        raise
    except KeyboardInterrupt:
        raise Interrupted(kept) from None


def answer(value: object) -> None:
    """Print an answer as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def say(text: str) -> None:
    """Tell a person what is going on."""
    click.echo(text, err=True)


def fail(detail: str) -> None:
    """Say what went wrong."""
    say(f"graphcrm: {detail}")


def error_json(described: dict[str, object], *, wanted: bool) -> None:
    """Print an error as JSON, where JSON was asked for."""
    if wanted:
        answer({"error": described})


def table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Columns side by side, as wide as they need; 林 takes two places."""
    cells = [[str(column) for column in columns], *([_cell(value) for value in row] for row in rows)]
    widths = [max(map(cell_len, column)) for column in zip(*cells, strict=True)]
    lines = ["  ".join(map(_aligned, row, widths)) for row in cells]
    lines.insert(1, "  ".join("─" * width for width in widths))
    return "\n".join(line.rstrip() for line in lines)


def _aligned(text: str, width: int) -> str:
    gap = " " * (width - cell_len(text))
    return gap + text if text.replace(",", "").replace(".", "").isdigit() else text + gap


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, list | dict) else str(value)


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 row`, `3,000 rows`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
