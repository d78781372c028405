"""Keep how often attempts have failed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.sign_in.hold_attempts import Counted

_CYPHER = cypher(__file__)


def put_attempts(runner: Runner, *, rows: Sequence[Counted]) -> None:
    """Keep what was counted, of what this transaction holds."""
    runner.write(_CYPHER, rows=[asdict(row) for row in rows])
