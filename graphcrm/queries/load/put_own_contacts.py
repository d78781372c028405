"""Say which contact record is a user's own, instead of any other, in the trash too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def put_own_contacts(runner: Runner, *, rows: Sequence[Mapping[str, object]]) -> int:
    """Say which contact record is a user's own, instead of any other; answers how many."""
    ((written,),) = runner.write(_CYPHER, rows=rows)
    return int(written)
