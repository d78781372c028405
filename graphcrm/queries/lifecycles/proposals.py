"""The records of a kind whose facts may suggest another lifecycle, with these facts: one query made of two."""

from __future__ import annotations

from datetime import date
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries import catalogue
from graphcrm.queries.lifecycles import facts, kept
from graphcrm.queries.lifecycles.facts import Known
from graphcrm.queries.records.told import COUNTED

Place = tuple[str, str, str]  # what is proposed for a record, its name and its uid

_KEPT = catalogue.part(kept.__file__, "kept")
_KNOWN = catalogue.part(facts.__file__, "known", "kept", records="kept")
_ANSWER = "UNWIND known AS one\nRETURN one"
_CYPHER = f"{_KEPT}\n{_KNOWN}\n{_ANSWER}"
_ALL_STATES = "~"  # behind every word


def proposals(
    runner: Runner, *, label: str, on: date, state: str | None = None, after: Place | None = None, limit: int
) -> list[Known]:
    """At most `limit` of those that were found last night, or since, by what they should be and by name.

    `state` leaves those that should be that; `after` is where the page before ended. What somebody may not see of the
    facts does not count for them: ask each what it `suggests`.
    """
    after_state, after_name, after_uid = after or (state or "", "", "")
    rows = runner.read(
        _CYPHER,
        list[Any],
        label=label,
        after_state=after_state,
        after_name=after_name,
        after_uid=after_uid,
        last_state=state or _ALL_STATES,
        on=on,
        counted=COUNTED,
        limit=limit,
    )
    return [Known(*row) for row in rows]
