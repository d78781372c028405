"""Where an import goes: into the graph, or nowhere (a check). Both ask the graph the same questions on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from graphcrm.errors import DatabaseError, OvertakenError
from graphcrm.graph import Graph, Runner
from graphcrm.importers.report import Note, Refused
from graphcrm.services import audit
from graphcrm.services.changes import Change

TIMEOUT_S = 300.0  # of one batch: a small server with a cold disk may need a minute
TRIES = 5  # of one batch, where others keep changing the same records


class Step(NamedTuple):
    """One query to run on some rows; it answers how many it found as they were when they were read."""

    query: Callable[..., int]
    rows: list[dict[str, Any]]


@dataclass(slots=True)
class Plan:
    """What a batch comes to: what to write, and what to report, by file, once it is written."""

    created: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)
    refused: list[Refused] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)  # uids of records that later rows may refer to
    change: Change | None = None  # what is remembered of what it changes


class Sink(Protocol):
    """Takes a batch's plan; `graph` is what it asks."""

    graph: Graph

    def take(self, plan: Callable[[Runner], Plan]) -> Plan:
        """Plan a batch, and do with it what the sink is for."""
        ...


class Checking:
    """Plans only."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def take(self, plan: Callable[[Runner], Plan]) -> Plan:
        """Plan a batch."""
        return plan(self.graph)


class Writing:
    """Plans and writes in one transaction: what was read is what is changed, or all of it is done again."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def take(self, plan: Callable[[Runner], Plan]) -> Plan:
        """Plan a batch and write it."""
        for _ in range(TRIES):
            try:
                return self.graph.transaction(lambda tx: _written(tx, plan(tx)), timeout_s=TIMEOUT_S)
            except (_Overtaken, OvertakenError):
                continue
        message = "Others keep changing the records of this import; what was loaded so far is kept. Run it again."
        raise DatabaseError(message)


class _Overtaken(Exception):  # noqa: N818  (not a fault: it ends a transaction that is then repeated)
    """A record was changed by somebody else between our reading and our writing."""


def _written(runner: Runner, plan: Plan) -> Plan:
    for query, rows in plan.steps:
        if rows and query(runner, rows=rows) != len(rows):
            raise _Overtaken
    if plan.change and (plan.created or plan.changed):
        done = _done(plan)
        audit.append(runner, plan.change.deed("import", done))
        if plan.change.permits or any(_stem(file) == "users" for file in plan.created):
            audit.append(runner, plan.change.deed("permission", done))
    return plan


def _done(plan: Plan) -> list[str]:
    """What was done with how many rows of what: `create contacts 5000`."""
    done: Counter[str] = Counter()
    for deed, files in (("create", plan.created), ("change", plan.changed)):
        for file, number in files.items():
            done[f"{deed} {_stem(file)}"] += number
    return [f"{deed} {number}" for deed, number in done.items() if number]


def _stem(file: str) -> str:
    """What a file has rows of."""
    return Path(file).stem.lower()
