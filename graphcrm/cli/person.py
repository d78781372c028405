"""`graphcrm person`."""

from __future__ import annotations

from dataclasses import asdict

import click

from graphcrm.cli.console import answer, json_option
from graphcrm.cli.database import database
from graphcrm.exporters.person import PersonKind, person
from graphcrm.graph import Graph
from graphcrm.queries.changes.record_exists import record_exists
from graphcrm.queries.search.resolve import resolve
from graphcrm.services.records import LABELS


@click.command("person")
@click.argument("who", metavar="CONTACT")
@click.option("--lead", "kind", flag_value="lead", help="CONTACT is a lead.")
@json_option
def command(who: str, kind: PersonKind | None, *, as_json: bool) -> None:  # noqa: ARG001  (it is JSON in any case)
    """Print everything that is kept about one person, as JSON.

    It is what they may be handed when they ask (docs/privacy.md): their record, jobs, links, interactions with all
    their words, private ones too, owners, and history. Who is in the trash is named by uid. That it was printed is in
    the audit log.

    Example: graphcrm person ada@example.com > ada.json
    """
    kind = kind or "contact"
    with database() as graph:
        answer(asdict(person(graph, kind=kind, uid=_uid(graph, LABELS[kind], who))))


def _uid(graph: Graph, label: str, who: str) -> str:
    """A uid, of what is in the trash too, or what else somebody may mean."""
    there = record_exists(graph, label=label, uid=who)
    return who if there else resolve(graph, label=label, text=who).uid
