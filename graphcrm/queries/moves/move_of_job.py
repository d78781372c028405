"""The move that a job began, where it is one, and that not long ago: as moves_since knows them, of one job."""

from __future__ import annotations

from datetime import date, datetime

from graphcrm.graph import Runner
from graphcrm.queries.accounts.standings import OURS
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.moves import moves_since
from graphcrm.queries.moves.moves_since import Move

_ALL, _ONE = "MATCH (c)-[w:WORKS_AT]->(b)\n", "MATCH (c)-[w:WORKS_AT {uid: $job}]->(b)\n"
_CYPHER = cypher(moves_since.__file__).replace(_ALL, _ONE, 1)  # one rule says what a move is


def move_of_job(runner: Runner, *, job: str, since: date, on: date, before: datetime) -> Move | None:
    """The move that a job began from `since` to `on`, None where it is none."""
    asked = dict.fromkeys(("user", "account", "from_account", "to_account", "after_on", "after_uid"))
    found = runner.read(
        _CYPHER, Move, job=job, since=since, on=on, before=before, known=False, ours=False, lifecycles=OURS, limit=1,
        **asked,
    )  # fmt: skip
    return found[0] if found else None
