"""Make anew the jobs that acquisitions give some contacts: whoever works at an account works at its successor then."""

from __future__ import annotations

from collections.abc import Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def carry_over(runner: Runner, *, contacts: Sequence[str]) -> int:
    """Make the jobs of some contacts that SUCCEEDED_BY carries over anew; answers how many there are."""
    ((written,),) = runner.write(_CYPHER, contacts=contacts)
    return int(written)
