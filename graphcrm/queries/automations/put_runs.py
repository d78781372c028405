"""Note that records came into the list of an automation; those that are in it, or left it lately, are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Came:
    """A record that came, and whether this automation has sent it a mail before."""

    of: str
    mailed: bool


def put_runs(
    runner: Runner,
    *,
    uid: str,
    rev: int,
    label: str,
    rows: Sequence[dict[str, str]],
    at: datetime,
    since: datetime,
) -> list[Came]:
    """Write a run for each row (`uid`, and `of`, the record) that has none and did not leave after `since`.

    Answers these records: none for an automation that does not run, or is not at that revision.
    """
    return [
        Came(*row) for row in runner.write(_CYPHER, uid=uid, rev=rev, label=label, rows=list(rows), at=at, since=since)
    ]
