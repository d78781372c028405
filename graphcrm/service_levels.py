"""By when what is asked of us is due: so many hours for the first answer and for the solution, by how much it matters.

They are the hours of a clock, days and nights, weekends and the nights on which clocks are changed alike: both
moments are counted in UTC. The setting GRAPHCRM_SERVICE_HOURS is the one place where they are said (docs/service.md).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple

from graphcrm.errors import InvalidInputError

PRIORITIES = ("urgent", "high", "normal", "low")
SETTING = "GRAPHCRM_SERVICE_HOURS"
HOURS_MOST = 24 * 366


class Level(NamedTuple):
    """How long after it was asked something is due."""

    answer: timedelta
    solution: timedelta


def parsed(text: str) -> Mapping[str, Level]:
    """The levels that a setting says, `urgent=1/8,high=4/24,…`; raises InvalidInputError."""
    found = {}
    for part in filter(None, map(str.strip, text.split(","))):
        priority, _, hours = part.partition("=")
        try:
            answer, solution = (float(one) for one in hours.split("/"))
        except ValueError:
            raise _odd(part) from None
        if priority not in PRIORITIES or not 0 < answer <= solution <= HOURS_MOST:
            raise _odd(part)
        found[priority] = Level(timedelta(hours=answer), timedelta(hours=solution))
    if missing := [one for one in PRIORITIES if one not in found]:
        message = f"{SETTING} says nothing of {missing[0]}; it names {', '.join(PRIORITIES)}."
        raise InvalidInputError(message, field=SETTING)
    return found


def _odd(part: str) -> InvalidInputError:
    message = f"{SETTING} has {part!r}; each part is a priority, the hours until the first answer, and those until the"
    return InvalidInputError(f"{message} solution, which are not fewer, as high=4/24.", field=SETTING)
