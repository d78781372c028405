"""How many accounts there are of each value, size, industry and region."""

from __future__ import annotations

from typing import Any, NamedTuple

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
FIELDS = ("value_band", "size_band", "industry", "region")


class Class(NamedTuple):
    """A value, None for none, and how many accounts have it."""

    value: str | None
    number: int


def classes(runner: Runner, *, limit: int = 12) -> dict[str, list[Class]]:
    """The `limit` values of each field that most accounts have, without placeholders; no field that is hidden."""
    rows = runner.read(_CYPHER, lambda field, found: (field, found), limit=limit)
    found: dict[str, list[Any]] = dict(rows)
    shown = [field for field in FIELDS if field not in runner.sight.hides("account")]
    return {field: [Class(*one) for one in found.get(field, ())] for field in shown}
