"""Keep on some records, and on all that users have had, whose they are on a day and until when they may be."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def keep_owners(runner: Runner, *, records: Iterable[tuple[str, str]], users: Iterable[str], on: date) -> int:
    """Answer how many records of both it is kept on; what is in the trash keeps what it had."""
    wanted = [list(record) for record in sorted(set(records))]
    return int(runner.write(_CYPHER, records=wanted, users=sorted(set(users)), on=on)[0][0])
