"""Let what was remembered of one thing be shown to who did it alone."""

from __future__ import annotations

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def hide_revisions(runner: Runner, *, kind: str, of: str) -> int:
    """Make all revisions of a thing private; answers how many there are."""
    ((hidden,),) = runner.write(_CYPHER, kind=kind, of=of)
    return int(hidden)
