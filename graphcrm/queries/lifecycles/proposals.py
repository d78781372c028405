"""The records of a kind whose facts may suggest another lifecycle, with these facts: one query made of two."""

from __future__ import annotations

from datetime import date
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries import catalogue
from graphcrm.queries.lifecycles import facts, kept
from graphcrm.queries.lifecycles.facts import Known
from graphcrm.queries.records.told import COUNTED

_KEPT = catalogue.part(kept.__file__, "kept")
_KNOWN = catalogue.part(facts.__file__, "known", "kept", records="kept")
_ANSWER = "UNWIND known AS one\nRETURN one"
_CYPHER = f"{_KEPT}\n{_KNOWN}\n{_ANSWER}"


def proposals(runner: Runner, *, label: str, on: date, limit: int) -> list[Known]:
    """At most `limit` of those that were found last night, or since, by what they should be and by name.

    What somebody may not see of the facts does not count for them: ask each what it `suggests`.
    """
    rows = runner.read(_CYPHER, list[Any], label=label, on=on, counted=COUNTED, limit=limit)
    return [Known(*row) for row in rows]
