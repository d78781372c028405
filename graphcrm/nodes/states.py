"""States: the fields of a record or an edge as a flat map, and their JSON.

In a state, values are as Neo4j has them: a date is a date. In its JSON, and in what is shown of it, dates and instants
are ISO text and a place is {"latitude": …, "longitude": …}. A field that is None is not there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from neo4j.spatial import WGS84Point
from neomodel import StructuredNode, StructuredRel

from graphcrm.nodes.base import fields

State = dict[str, Any]

_DATED = {"DATE", "ZONED DATETIME"}


def shown(state: Mapping[str, Any]) -> State:
    """A state as JSON can have it."""
    return {name: _shown(value) for name, value in state.items()}


def _shown(value: Any) -> Any:  # noqa: ANN401  (whatever a property holds)
    if isinstance(value, date):  # an instant is one too
        return value.isoformat()
    if isinstance(value, WGS84Point):
        return {"latitude": value.y, "longitude": value.x}
    return value


def written(state: Mapping[str, Any] | None) -> str | None:
    """The JSON of a state, None for none."""
    return None if state is None else json.dumps(shown(state), ensure_ascii=False, default=str)


def read(text: str | None) -> State:
    """A state as it is shown, of its JSON; empty for None."""
    found: State = json.loads(text) if text else {}
    return found


def stored(cls: type[StructuredNode | StructuredRel], state: Mapping[str, Any]) -> State:
    """A state as Neo4j has it, of one as it is shown; `cls` says which fields are dates and places."""
    known = fields(cls)
    found = {}
    for name, value in state.items():
        kind = known[name].type_name if name in known and value is not None else ""
        if kind == "POINT" and isinstance(value, Mapping):
            found[name] = WGS84Point((value["longitude"], value["latitude"]))
        else:
            found[name] = known[name].deflate(value) if kind in _DATED else value
    return found
