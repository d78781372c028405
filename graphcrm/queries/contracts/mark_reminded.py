"""Note on a contract that a task reminds its owner of a day, unless one does already, or the day is another by now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


@dataclass(frozen=True, slots=True)
class Reminded:
    """A contract: the uids of whose it is, and of the account that it is of."""

    owner: str
    account: str | None


def mark_reminded(runner: Runner, *, uid: str, due: str, on: date) -> Reminded | None:
    """Note it; None where there is nothing to remind of: of two programs that look at once, one is told of it."""
    found = [Reminded(*row) for row in runner.write(_CYPHER, uid=uid, due=due, on=on)]
    return found[0] if found else None
