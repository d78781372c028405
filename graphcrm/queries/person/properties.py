"""All properties of one contact or lead, in the trash or not."""

from __future__ import annotations

from typing import Any

from graphcrm.access import kind_of
from graphcrm.errors import NotFoundError, said
from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)


def properties(runner: Runner, *, label: str, uid: str) -> dict[str, Any]:
    """The properties by name, without those that are hidden from who asks; raises NotFoundError."""
    kind = kind_of(label)
    rows = runner.read(_CYPHER, dict[str, Any], label=label, uid=uid, limit=1)
    if not rows:
        raise NotFoundError(said("There is no %(kind)s %(uid)r.", kind=kind, uid=uid), field=kind)
    hidden = runner.sight.hides(kind)
    return {name: value for name, value in rows[0].items() if name not in hidden}
