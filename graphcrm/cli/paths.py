"""`graphcrm paths`."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from graphcrm.cli.console import json_option
from graphcrm.cli.database import database
from graphcrm.cli.params import Day, Kinds, Score
from graphcrm.cli.paths_text import text
from graphcrm.dates import moment
from graphcrm.graph import Graph
from graphcrm.queries.paths import KINDS, Question, warm_paths
from graphcrm.queries.paths.question import MAX_UNIT
from graphcrm.queries.search.resolve import resolve

LIMIT = 50


@click.command("paths")
@click.option("--to", "target", required=True, metavar="ACCOUNT", help="The account to get into.")
@click.option("--user", metavar="USER", help="Whose paths; left out: those of all active users.")
@click.option("--as-of", type=Day(), metavar="DATE", help="Answer as of the start of this day (UTC); left out: now.")
@click.option("--kinds", type=Kinds(), default=KINDS, help=f"Of {','.join(KINDS)}; left out: all.")
@click.option("--min-score", type=Score(0), help="The lowest score listed; 0: all the evidence there is.")
@click.option(
    "--max-unit",
    type=click.IntRange(0, 10**9),
    default=MAX_UNIT,
    show_default=True,
    help="Stints known at a shared workplace above which it is not searched; 0: search all.",
)
@click.option("--limit", type=click.IntRange(1), default=LIMIT, show_default=True, help="How many paths at most.")
@json_option
def command(target: str, user: str | None, as_of: date | None, *, as_json: bool, **asked: Any) -> None:  # noqa: ANN401
    """Find who of us can get into ACCOUNT, and how.

    Each path is told hop by hop: who knows whom, who worked with whom, on what evidence, and how strong that is. Paths
    are ranked by score and by who is reached. Bands: strong from 0.30, good from 0.10, possible from 0.01; below that
    weak, which are counted and only shown with --min-score.

    Example: graphcrm paths --to "Polaris Robotics" --user alice --as-of 2026-11-01
    """
    with database() as graph:
        question = _question(graph, target, user, as_of, **asked)
        found = warm_paths(graph, question)
    if as_json:
        from graphcrm.cli.paths_json import json_text  # noqa: PLC0415  (Flask takes as long to load as the answer)

        click.echo(json_text(question, user, as_of, found))
    else:
        click.echo(text(found, fold=question.min_score is None))


def _question(graph: Graph, target: str, user: str | None, as_of: date | None, **asked: Any) -> Question:  # noqa: ANN401
    return Question(
        target=resolve(graph, label="Account", text=target).uid,
        user=resolve(graph, label="User", text=user).uid if user else None,
        moment=moment(as_of),
        **asked,  # the options bear the names of the question's fields
    )
