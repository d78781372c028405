"""The parts of docs/ that follow from the code: `make docs` writes them, `make lint` fails when they are stale."""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Iterator
from dataclasses import fields

import click

from graphcrm.cli.app import root
from graphcrm.config import Settings
from graphcrm.nodes import EDGES, NODES
from graphcrm.nodes.base import fields as properties
from graphcrm.nodes.schema import SCHEMA_VERSION, wanted
from graphcrm.queries import catalogue
from graphcrm.services.checks import RULES

WIDTH = 100


def cli() -> str:
    """The help of every command."""
    return "\n".join(part for path, command in _commands(root, ()) for part in _help(path, command))


def _commands(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            if found is not None:
                yield from _commands(found, (*path, name))


def _help(path: tuple[str, ...], command: click.Command) -> Iterator[str]:
    parent = click.Context(root, info_name="graphcrm")
    for name in path[:-1]:
        parent = click.Context(root, info_name=name, parent=parent)
    context = parent if not path else click.Context(command, info_name=path[-1], parent=parent)
    context.terminal_width = context.max_content_width = WIDTH
    yield f"## `{' '.join(('graphcrm', *path))}`\n"
    yield f"```text\n{command.get_help(context)}\n```\n"


def settings() -> str:
    """Every setting, by its environment variable."""
    rows = ["| variable | default | what it is |", "|---|---|---|"]
    for field in fields(Settings):
        shown = "" if field.default is None or field.default == "" else f"`{field.default}`"
        name = f"`{field.metadata['env']}`{' (secret)' if 'secret' in field.metadata else ''}"
        rows.append(f"| {name} | {shown} | {_cell(field.metadata['help'])} |")
    return "\n".join(rows)


def schema() -> str:
    """Nodes, edges, constraints and indexes."""
    parts = [f"Schema version {SCHEMA_VERSION}.\n", "## Nodes\n"]
    for label, cls in NODES.items():
        parts += [f"### {label}\n", _first_sentence(cls), *_properties(cls)]
    parts.append("## Edges\n")
    for edge, edge_cls in EDGES.items():
        parts += [f"### {edge}\n", _first_sentence(edge_cls), *_properties(edge_cls)]
    parts += ["## Constraints and indexes\n", "| name | kind | on | properties |", "|---|---|---|---|"]
    parts += [f"| {w.name} | {w.kind.lower()} | {', '.join(w.on)} | {', '.join(w.properties)} |" for w in wanted()]
    return "\n".join(parts)


def _properties(cls: type) -> list[str]:
    rows = [f"| `{name}` | {prop.type_name} | {_cell(prop.help_text)} |" for name, prop in properties(cls).items()]
    return ["| property | type | what it is |", "|---|---|---|", *rows, ""]


def _first_sentence(cls: type) -> str:
    return (inspect.getdoc(cls) or "").split("\n\n")[0].replace("\n", " ") + "\n"


def queries() -> str:
    """The catalogue by topic."""
    parts: list[str] = []
    topic = ""
    for path in catalogue.files():
        if path.parent.name != topic:
            topic = path.parent.name
            package = importlib.import_module(f"graphcrm.queries.{topic}")
            parts += [f"\n## {topic}\n", f"{inspect.getdoc(package) or ''}\n"]
            parts += ["| query | mode | parameters | rows |", "|---|---|---|---|"]
        head = catalogue.header(path)
        link = f"[{path.stem}](../graphcrm/queries/{topic}/{path.name})"
        cells = f"{', '.join(head.params)} | {', '.join(head.rows)}"
        parts.append(f"| {link}: {_cell(head.sentence)} | {head.mode} | {cells} |")
    return "\n".join(parts)


def checks() -> str:
    """The rules of `graphcrm check`."""
    rows = ["| rule | what it says | what is done | by |", "|---|---|---|---|"]
    for rule in RULES:
        by = "`--repair`" if rule.mend else "you"
        name = f"{rule.name}{' (worth a look)' if rule.warns else ''}"
        rows.append(f"| {name} | {_cell(rule.says)} | {_cell(rule.do)} | {by} |")
    return "\n".join(rows)


def _cell(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").replace("|", "\\|")
