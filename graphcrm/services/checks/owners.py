"""Owners: whose a record is follows from its assignments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import partial

from graphcrm.graph import Graph, Runner
from graphcrm.queries.checks.misowned import misowned
from graphcrm.queries.ownership.keep_owners import keep_owners
from graphcrm.services.checks.rule import MOST, Broken, Rule, in_batches


def _today() -> date:
    return datetime.now(UTC).date()


def _mend(graph: Graph, found: Sequence[Broken]) -> None:
    in_batches(graph, (one.where[0].split(" ", 1) for one in found), partial(_keep, on=_today()))


def _keep(tx: Runner, records: list[list[str]], *, on: date) -> None:
    keep_owners(tx, records=[(label, uid) for label, uid in records], users=[], on=on)


RULES = (
    Rule(
        "ownership",
        "Whose a record is kept as is whose it is today by its assignments.",
        "It is kept anew.",
        lambda graph: misowned(graph, on=_today(), limit=MOST),
        _mend,
    ),
)
