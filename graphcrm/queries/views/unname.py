"""Write saved views without the record that they named; those that were about it alone are erased."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher
from graphcrm.queries.views.naming import Naming

_CYPHER = cypher(__file__)


def unname(runner: Runner, *, erased: Iterable[str], changed: Sequence[Naming]) -> None:
    """Erase some by their uids, and write the parameters and the state of others anew."""
    rows = [{"uid": view.uid, "parameters": view.parameters, "state": view.state} for view in changed]
    runner.write(_CYPHER, erased=list(erased), changed=rows)
