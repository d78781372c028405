"""All pairs' parts in one event, each contact with the employer of that day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graphcrm.graph import Runner
from graphcrm.queries.catalogue import cypher

_CYPHER = cypher(__file__)
_MOST = 10_000  # pairs of one event: a hundred of us with a hundred of them


@dataclass(frozen=True, slots=True)
class Part:
    """One pair's part: the user, the contact or lead (`type`), and the employer of that day, None for none."""

    event: str
    user: str
    user_name: str
    type: str
    person: str
    person_name: str
    employer: str | None
    employer_name: str | None
    props: dict[str, Any]


def parts(runner: Runner, *, event: str, limit: int = _MOST) -> list[Part]:
    """The parts of an event; none where there is no such event."""
    return runner.read(_CYPHER, Part, event=event, limit=limit)
