"""The accounts where two people both worked, with all stints of each there, for some pairs of contacts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.colleagues.shared_workplace import SharedWorkplace

_CYPHER = cypher(__file__)


def shared_workplaces(
    runner: Runner, *, pairs: Sequence[tuple[str, str]], on: date, cap: int, limit: int
) -> list[SharedWorkplace]:
    """The accounts where two people both worked, with all stints of each there, for some pairs of contacts."""
    return runner.read(_CYPHER, SharedWorkplace, pairs=pairs, on=on, cap=cap, limit=limit)
