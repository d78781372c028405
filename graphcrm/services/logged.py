"""What is written down with what comes next: an interaction, and a task about those who took part, as one change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from graphcrm.errors import InvalidInputError, placed, said
from graphcrm.services import interactions, tasks
from graphcrm.services.about import MOST
from graphcrm.services.changes import Change

_WHO, _AT = ("contacts", "leads"), ("accounts", "opportunities")
STEP = "next_step"  # where a refusal of the task says that it is


class Logged(NamedTuple):
    """The uids of the interaction, and of the task that comes next, None for none."""

    interaction: str
    task: str | None


def log(change: Change, values: Mapping[str, Any], step: Mapping[str, Any] | None = None) -> Logged:
    """Make an interaction, and of its next `step` a task of who asks: one undo takes both back.

    `step` has the fields of a task, and `accounts` and `opportunities` that it is about beside who took part: of more
    people than a task has room for, the first. Its name is read by whoever may see the task, also where what happened
    is private. Raises
    what `interactions.create` raises, and what `tasks.create` does, with the field named as next_step.name.
    """
    event = interactions.create(change, values)
    given = {name: value for name, value in (step or {}).items() if value is not None}
    if not given.keys() - set(_AT):
        return Logged(event, None)
    with placed(STEP):
        if not given.get("name"):
            message = said("A day is given, and not what is to be done; say what.")
            raise InvalidInputError(message, field="name")
        return Logged(event, tasks.create(change, _about(values, given) | given))


def _about(values: Mapping[str, Any], step: Mapping[str, Any]) -> dict[str, list[str]]:
    """Those who took part, as far as one task has room for them beside what else it is about."""
    room, about = MOST - sum(len(step.get(name) or ()) for name in _AT), {}
    for name in _WHO:
        if some := list(dict.fromkeys(values.get(name) or ()))[: max(room, 0)]:
            about[name] = some
            room -= len(some)
    return about
